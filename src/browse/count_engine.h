// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>

#include "browse/archive_view.h"
#include "browse/worker.h"

namespace morgue::browse {

/// Answers what has to look at every match, and so takes longer than a keystroke: the timeline and the facets. Begins
/// when the wish bears the query that was searched for.
class CountEngine : public Engine {
 public:
  explicit CountEngine(const Access& access) : view_(access.open) {}

  void serve(const Wanted& wanted, const Emit& emit, const std::function<bool()>& superseded) override;
  void rest() override { view_.close(); }

 private:
  void count(Facet facet, const Wanted& wanted, const Emit& emit);
  void spread(const Wanted& wanted, const Emit& emit);

  ArchiveView view_;
  std::optional<std::uint64_t> question_;  ///< number of the one that `done_` is about
  std::array<bool, kFacets> done_{};       ///< the timeline is the facet of periods
};

}  // namespace morgue::browse

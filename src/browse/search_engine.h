// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "browse/archive_view.h"
#include "browse/worker.h"
#include "query/ast.h"

namespace morgue::browse {

/// Answers what a person waits for: hits, and the article to be read.
class SearchEngine : public Engine {
 public:
  explicit SearchEngine(Access access) : access_(std::move(access)), view_(access_.open) {}

  void serve(const Wanted& wanted, const Emit& emit, const std::function<bool()>& superseded) override;
  void rest() override { view_.close(); }

 private:
  Found find(const Wanted& wanted);
  void find_unfinished(const Question& question, Found& found);
  Page page(const Wanted& wanted, std::size_t number);
  Read read(std::uint64_t number, ArticleId id);

  Access access_;
  ArchiveView view_;
  std::optional<std::uint64_t> answered_;  ///< number of the question that `query_` is of
  query::Node query_;
};

}  // namespace morgue::browse

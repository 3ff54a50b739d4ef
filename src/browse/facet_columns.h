// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "browse/answer.h"
#include "browse/wanted.h"

namespace morgue::browse {

/// What one can narrow the results to.
struct FacetColumn {
  std::vector<Narrowing> values;
  std::vector<std::int64_t> articles;  ///< one a value
  std::size_t selected = 0;
  std::size_t top = 0;
  bool stale = true;  ///< of an earlier question

  [[nodiscard]] std::optional<Narrowing> current() const;
  void move(std::ptrdiff_t by);
  void keep_in_sight(std::size_t rows);
};

class FacetColumns {
 public:
  void grow_stale();
  void set(const Counts& counts);
  /// The latest period first: from there most people look back.
  void set(const Spread& spread);
  [[nodiscard]] const FacetColumn& operator[](Facet facet) const {
    return columns_.at(static_cast<std::size_t>(facet));
  }
  [[nodiscard]] FacetColumn& operator[](Facet facet) { return columns_.at(static_cast<std::size_t>(facet)); }

 private:
  std::array<FacetColumn, kFacets> columns_;
};

/// `Author`, and the key that leads to it: `a`.
std::string_view title_of(Facet facet);
char32_t key_of(Facet facet);

/// A period as a value to narrow to.
Narrowing narrowing_of(std::int64_t period, PeriodUnit unit);

}  // namespace morgue::browse

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "browse/answer.h"

namespace morgue::browse {

/// The list of hits: as long as there are matches, of which the pages that were looked at are here.
class ResultList {
 public:
  /// Of a new question.
  void reset(std::int64_t total, std::vector<Hit> first_page);
  void add(std::size_t page, std::vector<Hit> hits);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t selected() const { return selected_; }
  [[nodiscard]] std::size_t top() const { return top_; }
  /// Absent: not here yet.
  [[nodiscard]] const Hit* at(std::size_t rank) const;
  [[nodiscard]] const Hit* current() const { return at(selected_); }
  /// The first page that a window of so many rows lacks.
  [[nodiscard]] std::optional<std::size_t> missing(std::size_t rows) const;

  /// Ranks below 0 and beyond the last are those.
  void select(std::int64_t rank);
  void move(std::int64_t by) { select(static_cast<std::int64_t>(selected_) + by); }
  /// Scrolls as little as it takes to have the selected one among so many rows.
  void keep_in_sight(std::size_t rows);

 private:
  std::size_t size_ = 0;
  std::size_t selected_ = 0;
  std::size_t top_ = 0;
  std::map<std::size_t, std::vector<Hit>> pages_;
};

}  // namespace morgue::browse

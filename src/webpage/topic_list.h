// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "webpage/outlet.h"

namespace morgue::webpage {

/// Topics of one place of a page, each once, without those meant for machines and without the outlet's own name.
class TopicList {
 public:
  explicit TopicList(const Outlet& outlet) : outlet_(&outlet) {}

  void add(std::string_view topic);
  /// A list in one value, at its commas or semicolons.
  void add_list(std::string_view value);

  [[nodiscard]] bool empty() const { return topics_.empty(); }
  [[nodiscard]] std::size_t size() const { return topics_.size(); }
  [[nodiscard]] std::size_t shared_with(const TopicList& other) const;
  /// How many of the topics, or their first word, a text in lower case mentions.
  [[nodiscard]] std::size_t mentioned_in(std::string_view lower_text) const;
  /// Whether most are codes of an agency: short, in capitals, without blanks.
  [[nodiscard]] bool is_coded() const;
  void clear();
  std::vector<std::string> take() { return std::move(topics_); }

 private:
  const Outlet* outlet_;
  std::vector<std::string> topics_;
  std::vector<std::string> keys_;
};

}  // namespace morgue::webpage

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace morgue::extract {

/// The telling words of a text: evidence of what belongs together.
class Vocabulary {
 public:
  void add(std::string_view text);
  /// Share (0 to 1) of the telling words of `text` that were added before; 0 if it has none.
  [[nodiscard]] double share(std::string_view text) const;

 private:
  std::unordered_set<std::string> words_;
};

}  // namespace morgue::extract

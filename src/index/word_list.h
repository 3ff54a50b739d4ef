// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::index {

/// Name of the blob that holds the words of a segment.
inline constexpr const char* kWordsBlob = "words";

/// Makes that blob: each word leaves out what it has in common with the one before.
class WordListWriter {
 public:
  /// Terms in order; those with a prefix are left out.
  void add(std::string_view term);
  /// Empty when a word has a line feed in it, which analysis lets through nowhere: readers walk the terms then.
  [[nodiscard]] std::string take();

 private:
  std::string bytes_;
  std::string before_;
  bool odd_ = false;
};

/// All words without a prefix, one a line, each line with a line feed before and after it: patterns that do not begin
/// with letters are searched for in it as in any text.
class WordList {
 public:
  /// Throws Error{Inconsistent} if the bytes are no blob.
  explicit WordList(std::string_view blob);

  /// Calls `visit` with each word that has `letters` in it, in order.
  template <typename Visit>
  void containing(std::string_view letters, Visit&& visit) const {
    std::size_t at = 0;
    while (at + 1 < lines_.size()) {
      at = letters.empty() ? at : find(letters, at);
      if (at == std::string::npos) return;
      const std::size_t begin = letters.empty() ? at + 1 : lines_.rfind('\n', at) + 1;
      const std::size_t end = lines_.find('\n', begin);
      visit(std::string_view(lines_).substr(begin, end - begin));
      at = end;
    }
  }
  [[nodiscard]] bool empty() const { return lines_.empty(); }

 private:
  [[nodiscard]] std::size_t find(std::string_view letters, std::size_t from) const;

  std::string lines_;
};

}  // namespace morgue::index

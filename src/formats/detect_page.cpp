// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/detect_page.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "formats/page_labels.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

/// Openings of lines that only a page has.
constexpr std::array kOpenings = std::to_array<std::string_view>({
    "(updated:",
    "copyright ©",
    "last modified",
    "last updated",
    "published:",
    "sign up for ",
    "subscribe to ",
    "updated:",
    "your email address will not be published",
    "©",
});

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty()) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::size_t words_in(std::string_view line) {
  return 1 + static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
}

/// `2 min read`, `Lesezeit: 4 Minuten`.
bool is_reading_time(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  const std::string low = lower(line);
  if (low.find_first_of("0123456789") == low.npos || low.find("min") == low.npos) return false;
  constexpr auto kReading =
      std::to_array<std::string_view>({"read", "lesezeit", "lecture", "lectura", "lettura", "leestijd", "leitura"});
  return std::any_of(kReading.begin(), kReading.end(),
                     [&](std::string_view word) { return low.find(word) != low.npos; });
}

/// `(Jane Roe / Agency via Getty Images)` at the end of a caption.
bool has_picture_credit(std::string_view line) {
  if (!line.ends_with(')')) {
    constexpr std::size_t kLongest = 120;
    const std::string low = lower(line.substr(0, kLongest));
    return line.size() <= kLongest &&
           (low.starts_with("photo:") || low.starts_with("image:") || low.starts_with("photo by ") ||
            low.starts_with("image credit") || low.starts_with("photograph:") || low.starts_with("picture:"));
  }
  const std::size_t open = line.rfind('(');
  if (open == line.npos) return false;
  const std::string credit = lower(line.substr(open));
  for (const std::string_view sign :
       {"getty images", "via ", "photo", "image", "/ap", "/afp", "/ afp", "shutterstock"}) {
    if (credit.find(sign) != credit.npos) return true;
  }
  return false;
}

/// The title of the window, of the page and of the article are the same.
bool repeats_near_top(const std::vector<std::string_view>& lines) {
  constexpr std::size_t kTop = 12;
  constexpr std::size_t kLeastBytes = 20;
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < std::min(kTop, lines.size()); ++i) {
    if (lines[i].size() >= kLeastBytes && !seen.insert(lines[i]).second) return true;
  }
  return false;
}

}  // namespace

int page_evidence(std::string_view text) {
  const std::vector<std::string_view> lines = lines_of(text);
  std::set<std::string> labels;
  bool reading_time = false;
  bool credit = false;
  for (const std::string_view line : lines) {
    constexpr std::size_t kLongestLabel = 60;
    reading_time = reading_time || is_reading_time(line);
    credit = credit || has_picture_credit(line);
    if (line.size() > kLongestLabel) continue;
    const std::string low = lower(line);
    if (is_page_label(low)) labels.insert(low);
    for (const std::string_view opening : kOpenings) {
      if (low.starts_with(opening)) labels.insert(std::string(opening));
    }
  }
  return static_cast<int>(labels.size()) + (reading_time ? 1 : 0) + (credit ? 1 : 0) +
         (repeats_near_top(lines) ? 1 : 0);
}

bool is_word_list(std::string_view text) {
  constexpr std::size_t kFewLines = 5;
  constexpr std::size_t kWordsOfProse = 6;
  constexpr std::size_t kBytesOfProse = 60;
  const std::vector<std::string_view> lines = lines_of(text);
  return lines.size() >= kFewLines && std::none_of(lines.begin(), lines.end(), [](std::string_view line) {
           return words_in(line) >= kWordsOfProse || line.size() >= kBytesOfProse;
         });
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/compare.h"

#include <regex.h>

#include <algorithm>
#include <stdexcept>

namespace morgue::golden {
namespace {

constexpr std::string_view kRegex = " (re)";
constexpr std::size_t kContext = 2;
constexpr std::size_t kMostLines = 60;

using Lines = std::vector<std::string>;

bool is_regex(std::string_view line) {
  return line.ends_with(kRegex);
}

/// A POSIX extended regular expression for a whole line. (std::regex recurses over what it reads.)
class Pattern {
 public:
  explicit Pattern(const std::string& text) {
    if (::regcomp(&compiled_, ("^(" + text + ")$").c_str(), REG_EXTENDED | REG_NOSUB) != 0) {
      throw std::runtime_error("not a regular expression: " + text);
    }
  }
  ~Pattern() { ::regfree(&compiled_); }
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  [[nodiscard]] bool matches(const std::string& line) const {
    return ::regexec(&compiled_, line.c_str(), 0, nullptr, 0) == 0;
  }

 private:
  regex_t compiled_{};
};

/// The number of pairs of lines that match, from `first` on.
template <typename Expected, typename Actual>
std::size_t common(Expected expected, Expected expected_end, Actual actual, Actual actual_end) {
  std::size_t count = 0;
  while (expected != expected_end && actual != actual_end && matches(*expected++, *actual++)) ++count;
  return count;
}

void append_difference(std::string& out, const std::string& prefix, const Lines& expected, const Lines& actual) {
  const std::size_t head = common(expected.begin(), expected.end(), actual.begin(), actual.end());
  if (head == expected.size() && head == actual.size()) return;
  const auto rest = static_cast<std::ptrdiff_t>(head);
  const std::size_t foot = common(expected.rbegin(), expected.rend() - rest, actual.rbegin(), actual.rend() - rest);
  const std::size_t shown = head < kContext ? head : kContext;
  for (std::size_t i = head - shown; i < head; ++i) out += "  " + prefix + actual[i] + "\n";
  const auto show = [&](char sign, const Lines& lines) {
    const std::size_t end = lines.size() - foot;
    for (std::size_t i = head; i < end; ++i) {
      if (i - head == kMostLines) {
        out += sign + (" ... and " + std::to_string(end - i)) + " more lines\n";
        break;
      }
      out += sign + (" " + prefix + lines[i]) + "\n";
    }
  };
  show('-', expected);
  show('+', actual);
  const std::size_t after = actual.size() - foot;
  for (std::size_t i = after; i < std::min(after + kContext, actual.size()); ++i)
    out += "  " + prefix + actual[i] + "\n";
}

Lines merged_lines(const Lines& expected, const Lines& actual) {
  Lines lines = actual;
  for (std::size_t i = 0; i < std::min(expected.size(), lines.size()); ++i) {
    if (is_regex(expected[i]) && matches(expected[i], lines[i])) lines[i] = expected[i];
  }
  return lines;
}

}  // namespace

bool matches(const std::string& expected, const std::string& actual) {
  if (expected == actual) return true;
  return is_regex(expected) && Pattern(expected.substr(0, expected.size() - kRegex.size())).matches(actual);
}

std::string difference(const Outcome& expected, const Outcome& actual) {
  std::string out;
  append_difference(out, "", expected.out, actual.out);
  append_difference(out, "2> ", expected.err, actual.err);
  if (expected.exit_code != actual.exit_code) {
    out += "- [" + std::to_string(expected.exit_code) + "]\n+ [" + std::to_string(actual.exit_code) + "]\n";
  }
  return out;
}

Outcome merged(const Outcome& expected, const Outcome& actual) {
  return {merged_lines(expected.out, actual.out), merged_lines(expected.err, actual.err), actual.exit_code};
}

}  // namespace morgue::golden

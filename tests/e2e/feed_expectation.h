// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::test {

/// One comparison of an `Expect:` comment that speaks of an entry: `entries[0]['title'] == 'Example'`.
struct Expectation {
  int entry = 0;
  std::string path;         ///< names and numbers joined by dots: `title`, `content.0.value`, `tags.1.term`
  std::string text;         ///< the value, if it is a string
  std::vector<int> moment;  ///< the value, if it is a tuple: year, month, day, hour, minute, second ...
};

/// The line behind `Expect:` of a file's comment; empty if there is none.
std::string expect_line(std::string_view file);
/// The comparisons in it with a string or a tuple; what else it says is left out.
std::vector<Expectation> read_expectations(std::string_view line);

}  // namespace morgue::test

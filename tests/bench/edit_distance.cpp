// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/edit_distance.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>

#include "text/utf8.h"

namespace morgue::bench {
namespace {

constexpr std::size_t kLongest = 64;  // characters; no word of a query is longer

struct Letters {
  std::array<char32_t, kLongest> at;
  std::size_t size = 0;
};

bool read(std::string_view word, Letters& letters) {
  letters.size = 0;
  for (std::size_t pos = 0; pos < word.size();) {
    if (letters.size == kLongest) return false;
    letters.at[letters.size++] = text::next_code_point(word, pos);
  }
  return true;
}

/// Optimal string alignment, row by row, given up when a whole row is beyond the limit.
bool within(const Letters& a, const Letters& b, std::size_t limit) {
  std::array<std::array<std::size_t, kLongest + 1>, 3> rows;
  for (std::size_t j = 0; j <= b.size; ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size; ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i - 1) % 3];
    row[0] = i;
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size; ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a.at[i - 1] == b.at[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1]) {
        row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return false;
  }
  return rows[a.size % 3][b.size] <= limit;
}

std::string_view argument(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, sqlite3_value_bytes(value));
}

void within_edits(sqlite3_context* context, int, sqlite3_value** arguments) {
  const std::string_view word = argument(arguments[0]);
  const std::string_view other = argument(arguments[1]);
  const auto limit = static_cast<std::size_t>(std::max(0, sqlite3_value_int(arguments[2])));
  const std::size_t apart = word.size() > other.size() ? word.size() - other.size() : other.size() - word.size();
  Letters a;
  Letters b;
  // A character is four bytes at most.
  const bool near = apart <= 4 * limit && read(word, a) && read(other, b) && within(a, b, limit);
  sqlite3_result_int(context, near ? 1 : 0);
}

}  // namespace

void add_edit_distance(const Database& database) {
  const int code = sqlite3_create_function_v2(database.handle(), "within_edits", 3, SQLITE_UTF8 | SQLITE_DETERMINISTIC,
                                              nullptr, within_edits, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw std::runtime_error("FTS5 peer: cannot add a function");
}

}  // namespace morgue::bench

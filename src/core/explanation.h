// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace morgue {

/// A clause of a query and what became of it, for a person who wonders about a result.
struct Explanation {
  struct Form {
    std::string word;
    std::int64_t articles = 0;  ///< that have it
  };

  std::string clause;                   ///< as query text
  std::int64_t articles = 0;            ///< that the clause alone finds; exact
  std::optional<std::int64_t> without;  ///< that the whole query finds if this clause is left out; absent for the query
  std::vector<Form> forms;              ///< words that stem, wildcard or distance stand for, most frequent first
  std::size_t all_forms = 0;            ///< their number, where `forms` is cut
  std::vector<Explanation> of;          ///< clauses inside
};

}  // namespace morgue

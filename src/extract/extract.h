// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/record.h"

namespace morgue::extract {

/// One `--map field=path`: article field (JSON name of the contract) filled from a path of the record, before any
/// synonym. Paths are dotted (`headline.main`); `tags[0]` takes one element of a list; several maps of a list field add
/// up.
struct Mapping {
  std::string field;
  std::string path;
};

/// Parses `field=path`. Throws Error{Usage} on an unknown field, with a suggestion.
Mapping parse_mapping(std::string_view text);

struct Options {
  std::vector<Mapping> mappings;
  std::string source;  ///< --source: the outlet of every record, whatever the record says
};

/// Record -> Article or Reject. Stateless between records: the result depends on the record and the options alone.
class Extractor {
 public:
  explicit Extractor(const Options& options);
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  [[nodiscard]] std::variant<Article, Reject> extract(const Record& record);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::extract

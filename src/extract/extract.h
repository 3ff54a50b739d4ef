// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/record.h"
#include "text/near_duplicate.h"

namespace morgue::extract {

/// One `--map field=path`: article field (JSON name of the contract) filled from a path of the record, before any
/// synonym. Paths are dotted (`headline.main`); `tags[0]` takes one element of a list; several maps of a list field add
/// up. `file:texts/{id}.txt` is the text of a file beside the dump, named by values of the record.
struct Mapping {
  std::string field;
  std::string path;
};

inline constexpr std::string_view kFilePrefix = "file:";
bool names_file(const Mapping& mapping);

/// Parses `field=path`. Throws Error{Usage} on an unknown field, with a suggestion.
Mapping parse_mapping(std::string_view text);

struct Options {
  std::vector<Mapping> mappings;
  std::string source;          ///< --source: the outlet of every record, whatever the record says
  Day last_day{9999, 12, 31};  ///< a later date is an error of the dump
};

using Extracted = std::variant<Article, Reject, PassedOver>;

/// Record -> Article, Reject, or PassedOver when the record itself says that it is a picture or a plan. Stateless
/// between records: the result depends on the record and the options alone.
class Extractor {
 public:
  explicit Extractor(const Options& options);
  ~Extractor();
  Extractor(const Extractor&) = delete;
  Extractor& operator=(const Extractor&) = delete;

  [[nodiscard]] Extracted extract(const Record& record);
  /// What was wrong with the record that the last article was made from and did not keep it from being one.
  [[nodiscard]] const std::vector<std::string>& remarks() const;
  /// Of the last article's text, which was taken apart to count its words: near-duplicates are found by it.
  [[nodiscard]] text::Sketch sketch() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::extract

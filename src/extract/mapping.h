// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "core/record.h"
#include "extract/extract.h"
#include "extract/field_set.h"

namespace morgue::extract {

/// Where the values of article fields stand in records: the mappings given, else the synonyms.
class FieldFinder {
 public:
  explicit FieldFinder(const std::vector<Mapping>& mappings);

  /// The places to look for an article field, best first; each the values of one path. A field with mappings is looked
  /// for there and nowhere else, all its mappings together.
  [[nodiscard]] std::vector<std::vector<const Field*>> find(const FieldSet& fields,
                                                            std::string_view article_field) const;
  [[nodiscard]] bool is_mapped(std::string_view article_field) const;

 private:
  static constexpr std::size_t kAll = static_cast<std::size_t>(-1);
  struct Path {
    std::string field;
    std::string folded;
    std::size_t element = kAll;  ///< of the list under the path
  };
  std::vector<Path> paths_;
};

}  // namespace morgue::extract

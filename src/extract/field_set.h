// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/record.h"
#include "extract/synonyms.h"

namespace morgue::extract {

/// A path as paths are compared: lower case, without diacritics, `_`, `-` and blanks left out, `:` as a dot, so that
/// `pub_date`, `pubDate` and `Pub Date` are one, as are `dc:creator` and `dc.creator`, `Título` and `titulo`. Wrappers
/// of MongoDB's are left out: `date.$date` is `date`.
std::string fold_path(std::string_view path);

/// The values of one record by path. Refers to the record, which must outlive it.
class FieldSet {
 public:
  explicit FieldSet(const Record& record);
  FieldSet(const FieldSet&) = delete;
  FieldSet& operator=(const FieldSet&) = delete;

  /// Values under a folded path, in order; without booleans and stand-ins for nothing (`null`, `NaN`, `[]`). Under the
  /// record's envelope (`_source.title`) when not outside of it.
  [[nodiscard]] std::vector<const Field*> values(std::string_view folded) const;

  /// Values under one synonym of an article field.
  struct Place {
    std::string_view path;  ///< the synonym
    const std::vector<const Field*>* values = nullptr;
  };
  /// The synonyms of an article field that this record has, best first.
  [[nodiscard]] std::vector<Place> synonyms(std::string_view article_field) const;

 private:
  struct Known {
    Meaning meaning;
    const std::vector<const Field*>* values = nullptr;
  };
  void note_meanings(std::string_view path, const std::vector<const Field*>& values);

  std::unordered_map<std::string, std::vector<const Field*>> by_path_;
  std::vector<Known> known_;  ///< by rank, not by field
  std::string envelope_;      ///< folded prefix with its dot, or empty
};

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "extract/extract.h"

namespace morgue::archive {

/// Joins records with files that hold a part of them, as mappings like `body=file:texts/{id}.txt` say: `{id}` is a
/// value of the record, `{@stem}` the dump's own name without its endings. Only files in or below the dump's folder.
class JoinedFiles {
 public:
  explicit JoinedFiles(const std::vector<extract::Mapping>& mappings);

  /// Adds a field a mapping, under the mapping's own path, with the file's text. What is wrong if that cannot be done,
  /// a sentence for a person.
  std::optional<std::string> join(Record& record) const;

  /// Whether a file of that name is one that records are joined with, and so no dump by itself.
  [[nodiscard]] bool takes(std::string_view file) const;
  [[nodiscard]] bool empty() const { return mappings_.empty(); }

 private:
  std::vector<extract::Mapping> mappings_;
};

}  // namespace morgue::archive

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
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

 private:
  std::vector<extract::Mapping> mappings_;
};

}  // namespace morgue::archive

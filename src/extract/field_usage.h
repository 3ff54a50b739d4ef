// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/record.h"
#include "extract/mapping.h"

namespace morgue::extract {

/// Which values of a record make its article, for the person who checks a mapping.
struct FieldUsage {
  std::vector<std::pair<std::string, std::string>> used;  ///< article field, path it is read from; in the fields' order
  std::vector<std::string> unused;                        ///< paths that nothing is read from, in the record's order
};

FieldUsage field_usage(const Record& record, const FieldFinder& finder);

}  // namespace morgue::extract

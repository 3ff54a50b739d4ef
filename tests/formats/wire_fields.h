// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tests/formats/read_all.h"

namespace morgue::test {

/// Values of a record by path, several joined by ` | `.
inline std::map<std::string, std::string> values_of(const Record& record) {
  std::map<std::string, std::string> values;
  for (const Field& field : record.fields) {
    std::string& value = values[field.path];
    value += (value.empty() ? "" : " | ") + field.value;
  }
  return values;
}

/// Of the only record of a dump.
inline std::map<std::string, std::string> only_record(formats::Format format, const std::string& dump) {
  const auto records = records_of(format, dump);
  return records.size() == 1 ? values_of(records.front()) : std::map<std::string, std::string>{};
}

}  // namespace morgue::test

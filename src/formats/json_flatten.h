// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "formats/reader.h"

namespace morgue::formats {

/// Turns JSON objects into fields. One object a reader: it keeps the parser's memory.
class JsonFlattener {
 public:
  explicit JsonFlattener(const ReaderLimits& limits);
  ~JsonFlattener();
  JsonFlattener(const JsonFlattener&) = delete;
  JsonFlattener& operator=(const JsonFlattener&) = delete;

  /// Appends the fields of the one object in `json`, behind which BufferedInput::kPadding bytes can be read. On failure
  /// the reason, for a person; `fields` is then of no use.
  std::optional<std::string> flatten(std::string_view json, std::vector<Field>& fields);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::formats

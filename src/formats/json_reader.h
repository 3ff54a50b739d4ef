// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "formats/json_flatten.h"
#include "formats/json_scan.h"
#include "formats/reader.h"

namespace morgue::formats {

/// JSON objects, one or many: alone, behind each other, in lists, or in a list inside an envelope. Read element by
/// element, never as a whole.
class JsonReader : public RecordReader {
 public:
  explicit JsonReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  using Outcome = ReadItem;

  bool skip_blank();
  void leave_list();
  bool enter_envelope();
  Outcome end_of_list();
  Outcome object();
  [[nodiscard]] std::string oversized_reason() const;
  Outcome oversized(JsonScan& scan, Location where);
  [[nodiscard]] std::optional<std::size_t> next_record(std::string_view text) const;
  Outcome damaged(Location where, std::string reason, std::string_view text);
  Outcome stray();
  Location here();

  ReaderInput input_;
  JsonFlattener flattener_;
  std::int64_t records_ = 0;
  bool in_list_ = false;
  int envelope_depth_ = 0;             ///< objects open around the list
  std::optional<std::string> indent_;  ///< blanks before the value, if it is the first on its line
  std::size_t rescans_left_;           ///< bytes that may be read again to find the next record behind a damaged one
};

}  // namespace morgue::formats

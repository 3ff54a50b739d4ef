// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "core/record.h"
#include "formats/reader.h"

namespace morgue::formats {

/// What frames the messages of a news wire (ANPA 1312, IPTC 7901): SOH header STX text ETX trailer EOT.
namespace wire {
inline constexpr char kStartOfHeader = '\x01';
inline constexpr char kStartOfText = '\x02';
inline constexpr char kEndOfText = '\x03';
inline constexpr char kEndOfTransmission = '\x04';
}  // namespace wire

/// The parts of a message, without the bytes that frame them.
struct WireMessage {
  std::string_view header;
  std::string_view text;
  std::string_view trailer;
};

/// The messages of a dump of wire text, one a record. A message ends with EOT, or where the next one begins. What
/// stands between messages is rejected unless it is padding.
class WireReader : public RecordReader {
 public:
  using Fields = std::vector<Field> (*)(const WireMessage&);

  WireReader(ReaderInput input, Fields fields) : input_(std::move(input)), fields_(fields) {}
  std::optional<ReadItem> next() override;

 private:
  std::optional<Reject> between();
  ReadItem message();
  ReadItem too_large(Location where);

  ReaderInput input_;
  Fields fields_;
  std::int64_t records_ = 0;
};

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
// What a web server sent: chunked, compressed in any way, or neither.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "formats/http_message.h"
#include "text/charset.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMost = 1U << 20U;
  const std::string bytes(data, data + size);
  const auto message = morgue::formats::parse_http(bytes);
  const auto body = morgue::formats::decode_body(message, kMost);
  if (body.bytes.size() > kMost) std::abort();
  const std::string type(message.headers.get("content-type"));
  morgue::formats::media_type(type);
  if (!morgue::text::is_valid_utf8(morgue::text::to_utf8(body.bytes, morgue::formats::charset_of(type)))) std::abort();
  return 0;
}

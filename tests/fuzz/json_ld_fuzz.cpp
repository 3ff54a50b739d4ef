// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/utf8.h"
#include "webpage/linked_data.h"

/// JSON-LD of any shape is read to its end; what it gives is text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string block = morgue::text::repair_utf8(std::string(data, data + size));
  const auto linked = morgue::webpage::read_linked_data({block}, "Last ferry sails", "https://fjordpost.example/ferry");
  for (const std::string_view text : {std::string_view(linked.headline), std::string_view(linked.body)}) {
    if (!morgue::text::is_valid_utf8(text)) std::abort();
  }
  return 0;
}

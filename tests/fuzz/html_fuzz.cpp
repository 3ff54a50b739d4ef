// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <string>

#include "markup/html.h"
#include "tests/fuzz/check_tree.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string page;
  for (std::size_t i = 0; i < size; ++i) page += static_cast<char>(data[i]);
  const std::string text = morgue::markup::html_to_utf8(page);
  morgue::fuzz::check_tree(morgue::markup::parse_html(std::string(text)), morgue::markup::kHtmlDepth + 2);
  morgue::fuzz::check_tree(morgue::markup::parse_html(std::string(page)), morgue::markup::kHtmlDepth + 2);
  return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include "markup/xml.h"
#include "tests/fuzz/check_tree.h"

/// The first byte decides the sizes of the pieces the document comes in, and which elements are records.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::size_t chunk = 1 + data[0] / 2U;
  const int record_depth = data[0] % 3;
  std::string document;
  for (std::size_t i = 1; i < size; ++i) document += static_cast<char>(data[i]);
  std::string_view rest = document;
  const auto read = [&](std::span<char> into) {
    const std::size_t count = std::min({into.size(), chunk, rest.size()});
    std::copy_n(rest.data(), count, into.data());
    rest.remove_prefix(count);
    return count;
  };
  const auto is_record = [&](std::string_view, std::string_view, int depth) { return depth >= record_depth; };
  morgue::markup::XmlLimits limits;
  limits.record_bytes = 1U << 10U;
  limits.depth = 8;
  morgue::markup::XmlRecords records(read, is_record, limits);
  std::int64_t offset = 0;
  while (const auto tree = records.next()) {
    if (tree->root() == nullptr) std::abort();
    morgue::fuzz::check_tree(*tree, limits.depth + 1);
    if (records.offset() < offset || records.offset() > static_cast<std::int64_t>(size)) std::abort();
    offset = records.offset();
  }
  if (records.next()) std::abort();
  morgue::fuzz::check_tree(morgue::markup::parse_xml(document), 300);
  return 0;
}

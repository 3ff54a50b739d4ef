// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/error.h"
#include "query/parser.h"

/// A query either is refused with a hint, or its canonical text is read back as the same tree.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using morgue::query::Node;
  constexpr std::size_t kMaxLength = 64 * 1024;  // of a query; distributing fields over groups may print more
  const morgue::query::ParseOptions kOptions = {{2025, 6, 24}};
  const std::string query(data, data + size);
  Node tree;
  try {
    tree = morgue::query::parse(query, kOptions);
  } catch (const morgue::Error& error) {
    if (error.code() != morgue::ErrorCode::Query || error.hint().empty()) std::abort();
    return 0;
  }
  const std::string text = morgue::query::print(tree);
  if (text.size() > kMaxLength) return 0;
  if (!(morgue::query::parse(text, kOptions) == tree)) std::abort();
  return 0;
}

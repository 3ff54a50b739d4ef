// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/html_reader.h"

#include <algorithm>
#include <utility>

#include "formats/media_kind.h"
#include "formats/reject.h"

namespace morgue::formats {

std::optional<ReadItem> HtmlReader::next() {
  if (std::exchange(done_, true)) return std::nullopt;
  const std::size_t limit = std::min(input_.limits.page_bytes, input_.limits.record_bytes);
  Location where{input_.dump, 1, input_.bytes.offset()};
  // All of it, or the error that cut it short: half an article is none.
  while (input_.bytes.buffered().size() <= limit && input_.bytes.more()) {
  }
  const std::string_view bytes = input_.bytes.buffered();
  if (bytes.size() > limit) {
    return make_reject(std::move(where), "the page is larger than the limit of " + size_words(limit), bytes);
  }
  constexpr std::size_t kHead = 4096;
  if (const std::string_view kind = not_text(bytes.substr(0, kHead)); !kind.empty()) {
    return make_reject(std::move(where), "no web page but " + std::string(kind), bytes);
  }
  if (trimmed(bytes).empty()) return make_reject(std::move(where), "there is nothing in the page", bytes);
  Record record;
  record.where = std::move(where);
  record.kind = Record::Kind::Html;
  record.content = bytes;
  input_.bytes.consume(bytes.size());
  return record;
}

}  // namespace morgue::formats

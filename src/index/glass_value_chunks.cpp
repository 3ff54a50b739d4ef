// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_value_chunks.h"

#include <limits>
#include <string>

#include "index/glass_pack.h"
#include "index/glass_values.h"

namespace morgue::index::glass {

void read_values(TableReader& postlist, std::uint32_t slot,
                 const std::function<void(std::uint32_t, std::string_view)>& use) {
  const std::string slot_key = value_chunk_key(slot);
  std::string key = slot_key;
  append_sortable(key, 0);
  TableCursor cursor(postlist);
  cursor.find_last(key);
  std::uint64_t last = 0;
  while (cursor.next() && cursor.key().starts_with(slot_key)) {
    const std::string_view docid = std::string_view(cursor.key()).substr(slot_key.size());
    std::uint32_t first_document = 0;
    if (!read_sortable(docid, first_document) || first_document <= last) postlist.damaged();
    std::uint64_t document = first_document;
    const char* at = cursor.tag().data();
    const char* const end = at + cursor.tag().size();
    for (bool first = true; at < end; first = false) {
      if (!first) document += read_uint(at) + 1;
      const std::uint64_t size = read_uint(at);
      if (at > end || size > static_cast<std::size_t>(end - at)) postlist.damaged();
      if (document > std::numeric_limits<std::uint32_t>::max()) postlist.damaged();
      use(static_cast<std::uint32_t>(document), {at, size});
      at += size;
    }
    last = document;
  }
}

}  // namespace morgue::index::glass

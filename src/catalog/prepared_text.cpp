// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/prepared_text.h"

#include <span>

namespace morgue::catalog {

PreparedText TextPreparer::prepare(const Article& article) {
  PreparedText prepared;
  prepared.key = identity_key(article);
  prepared.hash = text_hash(article);
  const PackedBody body = codec_.pack(article.body);
  prepared.coding = body.coding;
  if (body.coding != kRawCoding) prepared.packed.assign(body.bytes.begin(), body.bytes.end());
  return prepared;
}

PackedBody packed_body(const PreparedText& prepared, const Article& article) {
  if (prepared.coding == kRawCoding) return {kRawCoding, std::as_bytes(std::span(article.body))};
  return {prepared.coding, prepared.packed};
}

}  // namespace morgue::catalog

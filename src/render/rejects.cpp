// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/rejects.h"

#include "render/json_writer.h"

namespace morgue::render {

std::string reject_json(std::int64_t run, const Reject& reject) {
  JsonWriter json;
  json.begin_object().key("run").integer(run).key("dump").string(reject.where.dump).key("record");
  if (reject.where.record > 0) {
    json.integer(reject.where.record);
  } else {
    json.null();
  }
  json.key("offset").integer(reject.where.offset);
  json.key("reason").string(reject.reason).key("excerpt").string(reject.excerpt);
  return json.end_object().take();
}

}  // namespace morgue::render

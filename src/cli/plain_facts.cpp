// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/plain_facts.h"

#include "cli/plain_table.h"
#include "render/sanitise.h"

namespace morgue::cli {

void add_fact(std::string& out, std::size_t columns, const std::string& label, const std::string& value) {
  if (!value.empty()) out += padded(label, columns) + render::sanitise_line(value) + "\n";
}

void write_text(render::JsonWriter& json, const char* name, const std::string& value) {
  json.key(name);
  if (value.empty()) {
    json.null();
  } else {
    json.string(value);
  }
}

}  // namespace morgue::cli

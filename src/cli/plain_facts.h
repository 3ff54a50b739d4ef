// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>

#include "render/json_writer.h"

namespace morgue::cli {

/// Adds `Label     value` as a line, with `columns` for the label; nothing for an empty value.
void add_fact(std::string& out, std::size_t columns, const std::string& label, const std::string& value);
/// A member of an object: null where the value is empty.
void write_text(render::JsonWriter& json, const char* name, const std::string& value);

}  // namespace morgue::cli

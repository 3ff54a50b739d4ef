// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "render/fields.h"
#include "render/json_writer.h"

namespace morgue::render {

/// Writes the key and the value of one field into an open object.
void write_field(JsonWriter& json, const Field& field, const Subject& subject);

}  // namespace morgue::render

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "core/record.h"
#include "formats/wire_reader.h"

namespace morgue::formats {

/// Fields of a message of IPTC 7901. Its key is service, number and day: leads of a story are messages of their own, as
/// the format does not tell whose leads they are. Notes to editors and sign-offs behind the text are left out.
std::vector<Field> iptc7901_fields(const WireMessage& message);

}  // namespace morgue::formats

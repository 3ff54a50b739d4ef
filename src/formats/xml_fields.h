// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/record.h"
#include "markup/tree.h"

namespace morgue::formats {

/// The values of an XML record of a kind nobody described. Paths are the elements' local names below the record's,
/// joined by dots, with `@name` for an attribute: `head.title`, `head.title.@lang`. An element whose text is marked up
/// (`<p>`, `<b>`, `<br/>` among or around it) is one value, in HTML. False when there would be more than `most`.
bool xml_fields(const markup::Node& record, std::vector<Field>& fields, std::size_t most);

/// The local name of the elements that look like records: the shallowest with values right in them, unless that is the
/// frame around several alike.
std::string guess_records(const markup::Tree& document);

}  // namespace morgue::formats

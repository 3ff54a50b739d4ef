// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "formats/field_list.h"
#include "markup/tree.h"

namespace morgue::formats {

/// Agencies' XML of their own making: an element a story, whose children are named by what they hold. The name of that
/// element in (the beginning of) a document; empty if nothing has a headline, a text and a date side by side.
std::string agency_record(const markup::Tree& document);

/// Adds the fields of such an element. Text may be marked up, also where the markup was escaped.
void add_agency_story(FieldList& fields, const markup::Node& story);

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "formats/field_list.h"
#include "markup/tree.h"

namespace morgue::formats {

/// Adds what a document of NITF 2 or 3 says to fields that may be known already from around it: the first value of
/// single ones counts. The key is the document's id without a version; the embargo is the date of release, where that
/// is another than the date of issue; what only codes name is named by IPTC's top subjects.
void add_nitf(FieldList& fields, const markup::Node& nitf);

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "formats/field_list.h"

namespace morgue::formats {

/// Adds the paragraphs of an agency's story as its body. What stands above wire copy goes where it belongs: the
/// headline once more (left out), a byline (an author). A flash without a headline has its first sentence as one.
void add_story(FieldList& fields, std::vector<std::string> paragraphs);

}  // namespace morgue::formats

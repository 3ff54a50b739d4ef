// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue::formats {

/// The desk that a category code of ANPA 1312 stands for (`s`: Sports); empty for codes that agencies give meanings of
/// their own. Case does not count.
std::string_view wire_category(std::string_view code);

}  // namespace morgue::formats

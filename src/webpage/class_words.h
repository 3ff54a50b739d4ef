// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "webpage/marks.h"

namespace morgue::webpage {

/// Marks by the words that sites name their boxes with, in the languages of the web. `folded` is from fold_class.
Marks class_marks(std::string_view folded);

}  // namespace morgue::webpage

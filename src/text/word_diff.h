// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/edit.h"

namespace morgue::text {

/// From one text to another word by word: what is equal or deleted is the old text, what is equal or inserted the new
/// one, to the byte. Neighbours differ in their op; what is deleted stands before what is inserted in its place. Words,
/// blanks and other signs are not cut; in scripts without blanks each character is a word. In stretches that have
/// little in common all is deleted and inserted at once: a word here and there says nothing. Texts with thousands of
/// differences are compared paragraph by paragraph first; work and memory are capped, however they differ.
std::vector<Edit> word_diff(std::string_view before, std::string_view after);

/// From one list to another: an edit for each value.
std::vector<Edit> list_diff(const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace morgue::text

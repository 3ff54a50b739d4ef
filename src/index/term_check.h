// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <string>

namespace morgue::index {

/// What is wrong with the posting list of a term and its positions, all of which are read; empty: nothing.
std::string damage_of_term(const Xapian::Database& segment, const std::string& term);

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace morgue::webpage {

// All folded as by text::fold_value: lower case, without diacritics. Sorted.

/// What is a whole line by itself: `advertisement`.
std::span<const std::string_view> boilerplate_labels();
/// What short lines begin with that belong to no article: `read also`.
std::span<const std::string_view> boilerplate_openings();
/// What such lines begin with, and sentences too: `more on `.
std::span<const std::string_view> boilerplate_loose_openings();
/// What notices of a site hold somewhere: `all rights reserved`.
std::span<const std::string_view> boilerplate_phrases();
/// What they hold, and articles too; two of them in one short paragraph tell.
std::span<const std::string_view> boilerplate_weak_phrases();

}  // namespace morgue::webpage

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "markup/tree.h"

namespace morgue::formats {

/// An element of a feed by the one name it has here, whatever its prefix and case: `title` in all of RSS, Atom and CDF
/// (and in `own`, the namespace of the entry around it), `dc:creator`, `content:encoded`, `wp:status` by their
/// namespaces. An element of a namespace that is not known has none.
std::string feed_name(const markup::Node& element, std::string_view own = {});

}  // namespace morgue::formats

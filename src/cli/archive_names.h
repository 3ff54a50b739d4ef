// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "archive/layout.h"

namespace morgue::cli {

/// Names in an archive that begin so, whatever their case and accents, at most a screenful or two: authors, topics and
/// the like, saved searches, collections, own tags, by the name of the query field. Empty when there is no archive to
/// ask, or it cannot be read: who is typing wants no message.
std::vector<std::string> archive_names(const archive::Layout& layout, const std::string& kind,
                                       const std::string& prefix);

}  // namespace morgue::cli

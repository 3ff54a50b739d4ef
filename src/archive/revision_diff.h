// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "core/edit.h"
#include "core/revision.h"

namespace morgue::archive {

/// The parts in which two revisions of an article differ, in the order of ArticlePart, and how.
std::vector<PartDiff> revision_diff(const Revision& before, const Revision& after);

}  // namespace morgue::archive

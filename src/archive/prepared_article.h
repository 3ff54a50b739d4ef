// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catalog/prepared_text.h"
#include "text/near_duplicate.h"

namespace morgue::archive {

/// What threads work out of an article ahead of the one that stores it.
struct PreparedArticle {
  catalog::PreparedText text;
  text::Sketch sketch;
};

}  // namespace morgue::archive

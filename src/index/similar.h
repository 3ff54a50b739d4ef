// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include "core/article.h"
#include "index/segment_set.h"

namespace morgue::index {

/// Articles with the most telling words of this one (those with the highest tf-idf), itself left out.
Xapian::Query similar_to(const SegmentSet& set, const StoredArticle& article);

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/article.h"
#include "core/article_part.h"

namespace morgue {

/// One of the texts that an article has had, with what was known of it beside the text.
struct Revision : StoredArticle {
  std::int64_t run = 0;                ///< that stored it
  std::int64_t recorded_at = 0;        ///< UTC seconds
  std::optional<std::int64_t> issued;  ///< by its publisher, UTC seconds, where known to the second
  bool present = false;
  bool metadata_kept = true;  ///< false: stored before metadata of earlier revisions were; they are the present ones
};

/// What two revisions of an article differ in; metadata only where those of both are known.
std::vector<ArticlePart> changed_parts(const Revision& before, const Revision& after);
/// The metadata among them.
std::vector<ArticlePart> changed_metadata(const Article& before, const Article& after);

}  // namespace morgue

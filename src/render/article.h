// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "core/article.h"
#include "render/results.h"

namespace morgue::render {

/// One JSON object, one line, no line end: every field of the contract (null or [] where unknown), id first. `embargo`
/// and `status` (`withheld`, `canceled`) are there only where the publisher set them.
std::string article_json(const StoredArticle& article);
/// The same without id, revision and cluster, as `extract` prints it.
std::string extracted_json(const Article& article);
/// The whole article for reading: headline, byline, date, source, topics, wrapped body.
std::string article_text(const StoredArticle& article, const TextStyle& style);

}  // namespace morgue::render

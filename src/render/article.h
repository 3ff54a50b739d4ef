// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/article.h"
#include "core/family.h"
#include "render/results.h"

namespace morgue::render {

/// An article with what the archive knows of it beside.
struct Shown {
  StoredArticle article;
  std::vector<Carrier> family;  ///< of its near-duplicates, itself among them, by first appearance; empty: it is alone
};

/// One JSON object, one line, no line end: every field of the contract (null or [] where unknown), id first. `embargo`
/// and `status` (`withheld`, `canceled`) are there only where the publisher set them, `user_tags` and `user_note` only
/// where a researcher did.
std::string article_json(const StoredArticle& article);
/// The same, and behind that `collections`, `first_appearance` (null for a lone article) and `carriers`.
std::string shown_json(const Shown& shown);
/// The same without id, revision and cluster, as `extract` prints it.
std::string extracted_json(const Article& article);
/// The whole article for reading: headline, byline, date, source, topics, wrapped body.
std::string article_text(const StoredArticle& article, const TextStyle& style);
std::string shown_text(const Shown& shown, const TextStyle& style);

}  // namespace morgue::render

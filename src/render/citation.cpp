// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation.h"

namespace morgue::render {

std::string citation_key(const StoredArticle& article) {
  return "morgue-" + std::to_string(article.id);
}

std::vector<CitedName> cited_names(const StoredArticle& article) {
  std::vector<CitedName> names;
  for (const std::string& author : article.authors) {
    CitedName name = cited_name(author, article.language);
    if (name != CitedName{}) names.push_back(std::move(name));
  }
  return names;
}

}  // namespace morgue::render

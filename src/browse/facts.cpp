// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/facts.h"

#include <string_view>

#include "render/text_parts.h"

namespace morgue::browse {

std::vector<std::string> facts_of(const StoredArticle& article) {
  constexpr std::string_view kDot = " · ";
  std::string line = article.published ? render::wall_clock(*article.published) : "undated";
  render::add_part(line, kDot, article.source);
  render::add_part(line, kDot, render::join(article.authors, ", "));
  render::add_part(line, kDot, article.section);
  render::add_part(line, kDot, "id:" + std::to_string(article.id));
  std::vector<std::string> facts = {line};
  if (!article.topics.empty()) facts.push_back("[" + render::join(article.topics, ", ") + "]");
  return facts;
}

}  // namespace morgue::browse

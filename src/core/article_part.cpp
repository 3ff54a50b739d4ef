// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/article_part.h"

#include <algorithm>

namespace morgue {

std::string_view to_string(ArticlePart part) {
  switch (part) {
    case ArticlePart::Headline:
      return "headline";
    case ArticlePart::Summary:
      return "summary";
    case ArticlePart::Body:
      return "body";
    case ArticlePart::Authors:
      return "authors";
    case ArticlePart::Published:
      return "date";
    case ArticlePart::Updated:
      return "updated";
    case ArticlePart::Section:
      return "section";
    case ArticlePart::Topics:
      return "topics";
    case ArticlePart::Places:
      return "places";
    case ArticlePart::People:
      return "people";
    case ArticlePart::Organizations:
      return "organizations";
    case ArticlePart::Language:
      return "language";
    case ArticlePart::Url:
      return "url";
    case ArticlePart::Dateline:
      return "dateline";
  }
  return "";
}

std::optional<ArticlePart> article_part_from_string(std::string_view name) {
  const auto* const found = std::ranges::find(kArticleParts, name, [](ArticlePart part) { return to_string(part); });
  if (found == kArticleParts.end()) return std::nullopt;
  return *found;
}

}  // namespace morgue

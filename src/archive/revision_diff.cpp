// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/revision_diff.h"

#include <optional>
#include <string>

#include "text/word_diff.h"

namespace morgue::archive {
namespace {

using Values = std::vector<std::string>;

Values value(const std::string& text) {
  return text.empty() ? Values{} : Values{text};
}

Values value(const std::optional<Timestamp>& time) {
  return time ? Values{time->to_string()} : Values{};
}

Values values_of(const Article& article, ArticlePart part) {
  switch (part) {
    case ArticlePart::Authors:
      return article.authors;
    case ArticlePart::Published:
      return value(article.published);
    case ArticlePart::Updated:
      return value(article.updated);
    case ArticlePart::Section:
      return value(article.section);
    case ArticlePart::Topics:
      return article.topics;
    case ArticlePart::Places:
      return article.places;
    case ArticlePart::People:
      return article.people;
    case ArticlePart::Organizations:
      return article.organizations;
    case ArticlePart::Language:
      return value(article.language);
    case ArticlePart::Url:
      return value(article.url);
    case ArticlePart::Dateline:
      return value(article.dateline);
    case ArticlePart::Headline:
    case ArticlePart::Summary:
    case ArticlePart::Body:
      break;
  }
  return {};
}

std::vector<Edit> edits(const Revision& before, const Revision& after, ArticlePart part) {
  if (part == ArticlePart::Headline) return text::word_diff(before.headline, after.headline);
  if (part == ArticlePart::Summary) return text::word_diff(before.summary, after.summary);
  if (part == ArticlePart::Body) return text::word_diff(before.body, after.body);
  return text::list_diff(values_of(before, part), values_of(after, part));
}

}  // namespace

std::vector<PartDiff> revision_diff(const Revision& before, const Revision& after) {
  std::vector<PartDiff> diffs;
  for (const ArticlePart part : changed_parts(before, after)) diffs.push_back({part, edits(before, after, part)});
  return diffs;
}

}  // namespace morgue::archive

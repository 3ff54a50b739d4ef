// SPDX-License-Identifier: GPL-2.0-or-later
#include "core/revision.h"

namespace morgue {

std::vector<ArticlePart> changed_metadata(const Article& before, const Article& after) {
  std::vector<ArticlePart> parts;
  const auto compare = [&parts](ArticlePart part, const auto& one, const auto& other) {
    if (!(one == other)) parts.push_back(part);
  };
  compare(ArticlePart::Authors, before.authors, after.authors);
  compare(ArticlePart::Published, before.published, after.published);
  compare(ArticlePart::Updated, before.updated, after.updated);
  compare(ArticlePart::Section, before.section, after.section);
  compare(ArticlePart::Topics, before.topics, after.topics);
  compare(ArticlePart::Places, before.places, after.places);
  compare(ArticlePart::People, before.people, after.people);
  compare(ArticlePart::Organizations, before.organizations, after.organizations);
  compare(ArticlePart::Language, before.language, after.language);
  compare(ArticlePart::Url, before.url, after.url);
  compare(ArticlePart::Dateline, before.dateline, after.dateline);
  return parts;
}

std::vector<ArticlePart> changed_parts(const Revision& before, const Revision& after) {
  std::vector<ArticlePart> parts;
  if (before.headline != after.headline) parts.push_back(ArticlePart::Headline);
  if (before.summary != after.summary) parts.push_back(ArticlePart::Summary);
  if (before.body != after.body) parts.push_back(ArticlePart::Body);
  if (before.metadata_kept && after.metadata_kept) {
    const auto metadata = changed_metadata(before, after);
    parts.insert(parts.end(), metadata.begin(), metadata.end());
  }
  return parts;
}

}  // namespace morgue

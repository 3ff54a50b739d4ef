// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace morgue {

/// What revisions of an article can differ in.
enum class ArticlePart : std::uint8_t {
  Headline,
  Summary,
  Body,
  Authors,
  Published,
  Updated,
  Section,
  Topics,
  Places,
  People,
  Organizations,
  Language,
  Url,
  Dateline,
};

inline constexpr std::array kArticleParts = {ArticlePart::Headline, ArticlePart::Summary,       ArticlePart::Body,
                                             ArticlePart::Authors,  ArticlePart::Published,     ArticlePart::Updated,
                                             ArticlePart::Section,  ArticlePart::Topics,        ArticlePart::Places,
                                             ArticlePart::People,   ArticlePart::Organizations, ArticlePart::Language,
                                             ArticlePart::Url,      ArticlePart::Dateline};

/// The JSON name of the part, but for the date of publication, which is `date` to people.
std::string_view to_string(ArticlePart part);
std::optional<ArticlePart> article_part_from_string(std::string_view name);

}  // namespace morgue

// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/web_address.h"

namespace morgue::render {

std::string text_reference(const StoredArticle& article) {
  std::string out = sanitise_line(join(article.authors, ", "));
  if (!article.headline.empty()) add_part(out, ", ", "\"" + sanitise_line(article.headline) + "\"");
  add_part(out, ", ", sanitise_line(article.source));
  if (article.published) {
    Timestamp date = *article.published;
    if (date.precision == Precision::Second) date.precision = Precision::Day;
    add_part(out, ", ", date.to_string());
  }
  add_part(out, ", ", uri_characters(article.url));
  return out;
}

}  // namespace morgue::render

// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/reading_list.h"

#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::render {

const std::vector<std::string>& reading_list_formats() {
  static const std::vector<std::string> formats = {"markdown", "html"};
  return formats;
}

std::unique_ptr<ReadingList> reading_list(std::string_view format) {
  return format == "html" ? html_reading_list() : markdown_reading_list();
}

std::string reading_byline(const StoredArticle& article) {
  std::string out;
  add_part(out, ", ", join(article.authors, ", "));
  add_part(out, ", ", article.source);
  add_part(out, ", ", article.published ? human_date(*article.published) : "undated");
  return sanitise_line(out);
}

}  // namespace morgue::render

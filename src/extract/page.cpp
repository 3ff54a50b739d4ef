// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page.h"

#include <string>
#include <utility>

#include "extract/page_authors.h"
#include "extract/page_body.h"
#include "extract/page_date.h"
#include "extract/page_headline.h"
#include "extract/page_lines.h"
#include "extract/page_run.h"
#include "extract/page_topics.h"
#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::extract {
namespace {

Reject reject(const Record& record, std::string reason) {
  constexpr std::size_t kExcerpt = 200;
  const std::string begin = text::repair_utf8(std::string_view(record.content).substr(0, kExcerpt));
  return {record.where, std::move(reason), std::string(text::truncate_utf8(begin, kExcerpt))};
}

std::string joined(const PageLines& page, const std::vector<std::size_t>& lines, std::string_view between) {
  std::string out;
  for (const std::size_t at : lines) {
    const std::string line = text::clean_line(page.lines[at].text);
    if (line.empty()) continue;
    if (!out.empty()) out += between;
    out += line;
  }
  return out;
}

}  // namespace

std::variant<Article, Reject> extract_page(const Record& record) {
  PageLines page;
  const bool valid = text::is_valid_utf8(record.content);
  if (!split_page(valid ? std::string_view(record.content) : std::string_view(text::repair_utf8(record.content)),
                  page)) {
    return reject(record, "the page has too many lines to be one article");
  }
  if (page.lines.empty()) return reject(record, "the page has no text");
  const auto run = find_main_run(page);
  if (!run) return reject(record, "the page has no paragraphs of an article, only short lines");
  const auto headline = find_headline(page, *run);
  if (!headline) return reject(record, "the page has no line above its text that could be the headline");
  auto authors = byline_authors(page, *headline, *run);
  const Body body = find_body(page, *headline, *run, authors);
  if (authors.empty()) authors = boxed_authors(page, *headline, body);
  Article article;
  article.headline = headline->text;
  article.body = joined(page, body.lines, "\n\n");
  if (article.body.empty()) return reject(record, "the page has a headline but no article below it");
  article.summary = joined(page, body.summary, " ");
  article.authors = std::move(authors);
  article.section = headline->section;
  article.topics = find_topics(page, *headline, body);
  const PageDate date = find_page_date(page, *headline, body);
  article.published = date.published;
  article.published_origin = date.origin;
  article.updated = date.updated;
  return article;
}

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "markup/html.h"
#include "text/utf8.h"
#include "webpage/body.h"
#include "webpage/metadata.h"
#include "webpage/page_blocks.h"
#include "webpage/page_kind.h"

namespace morgue::webpage {
namespace {

std::string_view value_of(const Record& record, std::string_view path) {
  for (const Field& field : record.fields) {
    if (field.path == path) return field.value;
  }
  return {};
}

Reject reject(const Record& record, std::string reason) {
  constexpr std::size_t kExcerpt = 200;
  std::string begin = text::repair_utf8(std::string_view(record.content).substr(0, kExcerpt));
  return {record.where, std::move(reason), std::string(text::truncate_utf8(begin, kExcerpt))};
}

/// The standfirst that readers see, which the page's description is often cut from.
std::string choose_summary(std::string described, const PageText& text) {
  constexpr std::size_t kLongest = 1200;
  return text.lead.empty() || text.lead.size() > kLongest ? std::move(described) : text.lead;
}

}  // namespace

std::variant<Article, Reject> extract_html(const Record& record, std::vector<std::string>& remarks) {
  if (const auto other = other_than_html(record.content); !other.empty()) {
    return reject(record, "served as a web page, but is " + std::string(other));
  }
  const markup::Tree page = markup::parse_html(markup::html_to_utf8(record.content, value_of(record, "http.charset")));
  if (page.root() == nullptr) return reject(record, "an empty page");
  if (page.is_cut()) {
    return reject(record,
                  "the page has more than " + std::to_string(markup::kHtmlParts) + " elements, texts and attributes");
  }
  PageHints hints;
  hints.url = value_of(record, "url");
  hints.crawled = Timestamp::from_string(value_of(record, "crawled"));
  hints.file = record.where.dump;
  const PageBlocks blocks = split_into_blocks(page);
  Metadata metadata = find_metadata(page, blocks, hints);
  PageText text = find_text(page, blocks, metadata);
  if (std::string reason = why_no_article(page, metadata, text.body); !reason.empty()) {
    return reject(record, std::move(reason));
  }
  std::ranges::move(metadata.remarks, std::back_inserter(remarks));
  Article article;
  article.key = metadata.url;
  article.headline = std::move(metadata.headline);
  article.summary = choose_summary(std::move(metadata.summary), text);
  article.body = std::move(text.body);
  article.authors = std::move(metadata.authors);
  article.published = metadata.published;
  article.published_origin = metadata.published_origin;
  article.updated = metadata.updated;
  article.source = std::move(metadata.source);
  article.section = std::move(metadata.section);
  article.topics = std::move(metadata.topics);
  article.language = std::move(metadata.language);
  article.url = std::move(metadata.url);
  return article;
}

}  // namespace morgue::webpage

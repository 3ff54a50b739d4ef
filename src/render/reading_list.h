// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "core/snippet.h"

namespace morgue::render {

/// An entry of a reading list.
struct ReadingItem {
  const StoredArticle& article;
  Snippet headline;
  Snippet text;        ///< a passage, or all of the body
  bool whole = false;  ///< it is all of it: paragraphs are kept
};

/// Writes articles to be read on paper or in a browser, one after the other: headline, who, where and when, the text
/// with its hits marked, tags and note. Whatever an article says is text there and nothing else.
class ReadingList {
 public:
  virtual ~ReadingList() = default;
  ReadingList(const ReadingList&) = delete;
  ReadingList& operator=(const ReadingList&) = delete;

  virtual std::string begin(std::string_view query) = 0;
  virtual std::string add(const ReadingItem& item) = 0;
  virtual std::string end() { return {}; }

 protected:
  ReadingList() = default;
};

/// `markdown`, `html`.
const std::vector<std::string>& reading_list_formats();
/// One of these.
std::unique_ptr<ReadingList> reading_list(std::string_view format);
std::unique_ptr<ReadingList> markdown_reading_list();
std::unique_ptr<ReadingList> html_reading_list();

/// `Jane Doe, Harbour Herald, 2024-03-04`, safe to print: who, where and when, as far as known.
std::string reading_byline(const StoredArticle& article);

}  // namespace morgue::render

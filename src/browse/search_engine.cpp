// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/search_engine.h"

#include <chrono>
#include <memory>
#include <utility>
#include <vector>

#include "archive/highlights.h"
#include "browse/clauses.h"
#include "core/error.h"
#include "text/snippet.h"

namespace morgue::browse {
namespace {

std::vector<Hit> hits_of(archive::SearchResult&& result) {
  std::vector<Hit> hits;
  for (auto& hit : result.hits) {
    hits.push_back({hit.article.id, hit.article.published, std::move(hit.headline), std::move(hit.article.source)});
  }
  return hits;
}

archive::SearchOptions page_options(const Question& question, std::size_t page) {
  archive::SearchOptions options;
  options.sort = question.sort;
  options.limit = kPage;
  options.offset = page * kPage;
  return options;
}

Snippet marked(const std::vector<text::Highlight>& highlights, const std::string& text, const std::string& language) {
  return text::Highlighter(highlights).mark_all(text, language);
}

}  // namespace

void SearchEngine::serve(const Wanted& wanted, const Emit& emit, const std::function<bool()>& superseded) {
  if (answered_ != wanted.number) {
    Found found = find(wanted);
    // Not before: after a wrong query one goes on with the results of the last one.
    query_ = *found.query;
    answered_ = wanted.number;
    emit(std::move(found));
  }
  if (wanted.article && !superseded()) emit(read(wanted.number, *wanted.article));
  if (wanted.page && !superseded()) emit(page(wanted, *wanted.page));
}

Found SearchEngine::find(const Wanted& wanted) {
  const auto began = std::chrono::steady_clock::now();
  Found found;
  found.number = wanted.number;
  found.query = std::make_shared<query::Node>(tree_of(wanted.question, access_.parsing()));
  view_.renew(wanted.question.snapshot);
  auto result = view_.reader().search(*found.query, page_options(wanted.question, 0));
  found.total = result.total;
  found.hits = hits_of(std::move(result));
  if (found.total == 0 && wanted.question.typing) find_unfinished(wanted.question, found);
  found.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  return found;
}

/// While a word is being typed, it finds what it may become. It is said, and over when the word is finished.
void SearchEngine::find_unfinished(const Question& question, Found& found) {
  if (!may_go_on(question.text)) return;
  Question longer = question;
  longer.text += '*';
  try {
    query::Node tree = tree_of(longer, access_.parsing());
    auto result = view_.reader().search(tree, page_options(question, 0));
    if (result.total == 0) return;
    found.query = std::make_shared<query::Node>(std::move(tree));
    found.total = result.total;
    found.hits = hits_of(std::move(result));
    found.unfinished = longer.text;
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Query) throw;  // else: nobody has asked for this
  }
}

Page SearchEngine::page(const Wanted& wanted, std::size_t number) {
  archive::SearchOptions options = page_options(wanted.question, number);
  options.total = options.sort == index::Sort::Relevance;  // by date the total would be counted anew
  return {wanted.number, number, hits_of(view_.reader().search(query_, options))};
}

Read SearchEngine::read(std::uint64_t number, ArticleId id) {
  Read read{number, id, false, {}, {}, {}, {}};
  auto article = view_.reader().find(id);
  if (!article) return read;
  const archive::Highlights marks = archive::highlights_of(query_);
  read.there = true;
  read.headline = marked(marks.headline, article->headline, article->language);
  read.summary = marked(marks.summary, article->summary, article->language);
  read.body = marked(marks.body, article->body, article->language);
  article->body.clear();
  read.article = std::move(*article);
  return read;
}

}  // namespace morgue::browse

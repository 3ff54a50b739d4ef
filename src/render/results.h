// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/article.h"
#include "core/explanation.h"
#include "core/snippet.h"

namespace morgue::render {

struct ResultHit {
  StoredArticle article;
  double score = 0;
  Snippet headline;                ///< the headline with its matches
  std::optional<Snippet> snippet;  ///< absent with --no-snippets
  std::int64_t more = 0;           ///< with collapse: other matches of its near-duplicate family
};

struct Results {
  std::string query;
  std::string as_of;  ///< the moment that was asked for; empty: now
  std::int64_t total = 0;
  bool collapse = false;
  std::int64_t groups = 0;  ///< with collapse: families and lone articles
  std::int64_t offset = 0;
  std::int64_t withheld = 0;  ///< articles that match and are not shown
  double took_ms = 0;
  bool relevance = false;  ///< scores mean something
  std::vector<ResultHit> hits;
  std::optional<Explanation> explanation;
  std::vector<std::pair<std::string, std::string>> saved;  ///< searches the query asks for, and what they stand for
};

/// How a person at a terminal wants text.
struct TextStyle {
  bool colour = false;
  bool links = false;      ///< OSC 8 hyperlinks
  std::size_t width = 80;  ///< columns
};

struct OutputOptions {
  std::vector<std::string> fields;  ///< JSON names; empty: the default of the format
  bool body = false;
};

/// JSON names that --fields accepts: those of the article (id first), then score, snippet and
/// more, then those of researchers.
const std::vector<std::string>& field_names();

/// Text is not set wider than this, however wide the window: longer lines are hard to read.
inline constexpr std::size_t kWidestText = 100;

std::string results_text(const Results& results, const TextStyle& style);
std::string results_json(const Results& results, const OutputOptions& options);
std::string results_jsonl(const Results& results, const OutputOptions& options);
/// RFC 4180 with a header row; lists joined by "; "; cells that a spreadsheet would run as a formula are quoted with '.
std::string results_csv(const Results& results, const OutputOptions& options, char separator);
std::string results_ids(const Results& results);

}  // namespace morgue::render

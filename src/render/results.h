// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/snippet.h"

namespace morgue::render {

struct ResultHit {
  StoredArticle article;
  double score = 0;
  Snippet headline;                ///< the headline with its matches
  std::optional<Snippet> snippet;  ///< absent with --no-snippets
};

struct Results {
  std::string query;
  std::int64_t total = 0;
  std::int64_t offset = 0;
  double took_ms = 0;
  bool relevance = false;  ///< scores mean something
  std::vector<ResultHit> hits;
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

/// JSON names that --fields accepts: those of the article (id first), then score and snippet.
const std::vector<std::string>& field_names();

std::string results_text(const Results& results, const TextStyle& style);
std::string results_json(const Results& results, const OutputOptions& options);
std::string results_jsonl(const Results& results, const OutputOptions& options);
/// RFC 4180 with a header row; lists joined by "; "; cells that a spreadsheet would run as a formula are quoted with '.
std::string results_csv(const Results& results, const OutputOptions& options, char separator);
std::string results_ids(const Results& results);

}  // namespace morgue::render

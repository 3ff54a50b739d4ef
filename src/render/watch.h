// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"
#include "render/json_writer.h"
#include "render/results.h"

namespace morgue::render {

enum class WatchedAs : std::uint8_t { New, Changed, Withdrawn };

/// One article of a report.
struct WatchedArticle {
  WatchedAs as = WatchedAs::New;
  std::string reason;  ///< why withdrawn: one word
  ArticleId id = 0;
  std::optional<StoredArticle> article;  ///< absent: it may not be shown, or is gone
};

/// What is said of a report before its articles.
struct WatchHeading {
  std::string name;
  std::string query;
  std::int64_t report = 0;
  std::int64_t fresh = 0;
  std::int64_t changed = 0;
  std::int64_t withdrawn = 0;
};

/// `3 new, 1 changed, 2 withdrawn`: without what there is none of.
std::string watch_counts(const WatchHeading& heading);

/// The articles in three parts as search shows hits, each behind a free line and its title; `fresh` is what new ones
/// are called.
std::string watched_parts(const std::vector<WatchedArticle>& articles, const TextStyle& style,
                          std::string_view fresh = "new");

/// The heading, and the articles in three parts as search shows hits.
std::string watch_text(const WatchHeading& heading, const std::vector<WatchedArticle>& articles,
                       const TextStyle& style);
/// One object a line: `{"saved":...,"report":...,"change":"new","reason":null,"article":{...}}`.
std::string watch_line(const WatchHeading& heading, const WatchedArticle& article);

/// The same as one object of a report, piece by piece: the beginning, then each article.
void begin_watch(JsonWriter& json, const WatchHeading& heading);
void write_watched(JsonWriter& json, const WatchedArticle& article, std::string_view fresh = "new");
void end_watch(JsonWriter& json);

}  // namespace morgue::render

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/article_part.h"
#include "core/item_status.h"
#include "core/timestamp.h"

namespace morgue {

/// Stable for the life of an archive, never reused; also the SQLite rowid. Starts at 1.
using ArticleId = std::int64_t;

/// One article, as extraction made it from a record. Text is UTF-8 NFC without markup or control characters; unknown
/// strings are empty, unknown dates absent; nothing is invented. The members are the JSON names of the contract.
struct Article {
  std::string key;       ///< identity given by the dump (guid, id, canonical URL); empty: content decides
  std::string headline;  ///< one line
  std::string summary;   ///< standfirst or abstract
  std::string body;      ///< paragraphs separated by one blank line
  std::vector<std::string> authors;
  std::optional<Timestamp> published;
  DateOrigin published_origin = DateOrigin::None;
  std::optional<Timestamp> updated;
  std::string source;   ///< the outlet, by name or domain
  std::string section;  ///< desk or rubric
  std::vector<std::string> topics;
  std::vector<std::string> places;
  std::vector<std::string> people;
  std::vector<std::string> organizations;
  std::optional<Timestamp> embargo;  ///< not to be shown before
  ItemStatus status = ItemStatus::Usable;
  std::string language;  ///< BCP 47 primary subtag, lower case (`en`, `zh`)
  std::string url;
  std::string dateline;     ///< place line of the story, e.g. `SALVADOR, Feb 26`
  std::int64_t words = 0;   ///< words of the body, by text/analyser.h
  std::string dump;         ///< file the record came from; `archive.zip!member` inside containers
  std::int64_t record = 0;  ///< 1-based number of the record in it
  std::vector<std::string> user_tags;  ///< given by a researcher, not by the dump
  std::string user_note;               ///< of a researcher's own; lines as typed
};

/// An article with what the archive knows about it.
struct StoredArticle : Article {
  ArticleId id = 0;
  int revision = 1;                      ///< 1 is the first text seen under this key
  std::optional<std::int64_t> cluster;   ///< near-duplicate family
  std::vector<std::string> collections;  ///< that gave it, by name
  std::vector<ArticlePart> changed;      ///< from any revision to the next; read for the index only
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/article.h"
#include "query/fields.h"

/// What a segment holds, for builders and the query compiler alike. Every term is a prefix of capitals and a rest that
/// does not begin with one, so prefixes cannot run into each other.
///
///   w                folded word, with positions                    wdf: occurrences
///   Z stem           stem of a Word or Compound, no positions       wdf: occurrences
///   S w, ZS stem     the same of the headline
///   XE exact         word as written, where folding changed it      wdf 0, as all below
///   XF w             w occurs through accented forms only
///   SE, SF           XE and XF of the headline; XFB: accented forms only in the body, but not everywhere
///   XNB term         the term (w, Z..., XE...) does not occur in the body
///   A XT XP XN XO XC XS XD  words of authors, topics, places, people, organizations, section, source, dateline
///   <one of these>V value   the whole value, folded
///   L tag, XNOLANG   language, or none
///   U url, H host    canonical URL; its host and every parent domain
///   Q id, XKEY key   identity in the archive and in the dump
///   Yyyyy Myyyymm Dyyyymmdd XNODATE  publication, as precise as known, the publisher's own day
///
/// Value slot 0 holds the sort key; document data is the text `id seq date_order` for people with stock tools.
namespace morgue::index {

/// Counts up whenever the same article would give other terms, positions or values.
inline constexpr int kSchemaVersion = 1;

namespace prefix {
inline constexpr std::string_view kWord = "";
inline constexpr std::string_view kStem = "Z";
inline constexpr std::string_view kHeadline = "S";
inline constexpr std::string_view kHeadlineStem = "ZS";
inline constexpr std::string_view kExact = "XE";
inline constexpr std::string_view kAccented = "XF";
inline constexpr std::string_view kBodyAccented = "XFB";
inline constexpr std::string_view kHeadlineExact = "SE";
inline constexpr std::string_view kHeadlineAccented = "SF";
inline constexpr std::string_view kNotInBody = "XNB";
inline constexpr std::string_view kLanguage = "L";
inline constexpr std::string_view kNoLanguage = "XNOLANG";
inline constexpr std::string_view kUrl = "U";
inline constexpr std::string_view kHost = "H";
inline constexpr std::string_view kKey = "XKEY";
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kYear = "Y";
inline constexpr std::string_view kMonth = "M";
inline constexpr std::string_view kDay = "D";
inline constexpr std::string_view kUndated = "XNODATE";
}  // namespace prefix

/// First positions of the zones. Words beyond kZoneCapacity of headline or summary are indexed without position, so
/// that a phrase cannot reach from one zone into the next; the body comes last and may grow.
inline constexpr std::uint32_t kHeadlineStart = 1;
inline constexpr std::uint32_t kSummaryStart = 100'001;
inline constexpr std::uint32_t kBodyStart = 200'001;
inline constexpr std::uint32_t kZoneCapacity = 98'000;
/// Positions left free between two values of a field; no phrase of a query is as long.
inline constexpr std::uint32_t kValueGap = 1'000;

inline constexpr unsigned kSortKeySlot = 0;

/// Metadata keys of a segment.
inline constexpr const char* kAnalyserKey = "analyser";
inline constexpr const char* kPositionsKey = "positions";  ///< set where the segment has any

/// Prefix and rest as one term. What exceeds Xapian's limit of 245 bytes (a NUL counts twice) is cut and ends in a hash
/// of the whole, the same way on both sides.
std::string make_term(std::string_view prefix, std::string_view rest);

/// Prefix of the words of a value field; empty for all other fields.
std::string_view value_prefix(query::FieldId field);
std::string whole_value_term(query::FieldId field, std::string_view value);
/// The text of a value to analyse: domain names as sources are taken apart (`news.example.com` is three words).
std::string value_text(query::FieldId field, std::string_view value);
/// URLs and keys keep their case; a colon keeps them apart from the prefix.
std::string url_term(std::string_view url);
std::string key_term(std::string_view key);
std::string id_term(ArticleId id);
std::string year_term(int year);
std::string month_term(int year, int month);
std::string day_term(const Day& day);

/// Place of an article in newest-first order.
struct SortKey {
  std::int64_t order = 0;  ///< as date_order()
  ArticleId id = 0;
  bool operator==(const SortKey&) const = default;
};
/// Newer first; equal dates by id, larger first.
bool newer(const SortKey& a, const SortKey& b);
bool is_undated(const SortKey& key);
/// Sixteen bytes whose order as bytes is oldest first.
std::string encode(const SortKey& key);
/// False if the bytes are no sort key.
bool decode(std::string_view bytes, SortKey& key);

std::string document_data(const SortKey& key, std::int64_t seq);

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/article.h"
#include "core/article_part.h"
#include "query/ast.h"
#include "query/fields.h"

/// What a segment holds, for builders and the query compiler alike. Every term is a prefix of capitals and a rest that
/// does not begin with one, so prefixes cannot run into each other.
///
///   w                folded word of headline, summary or body, with positions    wdf: occurrences
///   S w              folded word of the headline                                 wdf: occurrences
///   XE exact         word as written, where folding changed it                   wdf 0, as all below
///   XF w             w is written otherwise than folded; for positions of both see below
///   XNB w            w does not occur in the body
///   A XT XP XN XO XC XS XD  words of authors, topics, places, people, organizations, section, source, dateline
///   <one of these>V value   the whole value, folded
///   L tag, XNOLANG   language, or none
///   U url, H host    canonical URL; its host and every parent domain
///   Q id, XKEY key   identity in the archive and in the dump
///   XCOLL name       a dump of this collection gave it
///   XTAG tag, XM w   a tag and words of the note of a researcher; XMV the whole note
///   Yyyyy Myyyymm Dyyyymmdd XNODATE  publication, as precise as known, the publisher's own day
///   XUYyyyy XUMyyyymm XUDyyyymmdd    the same of the last update
///   XH field         the field is known; XIrevised, XIduplicate: states of the article
///   XCHG part        two successive revisions differ in it
///
/// Words and words of values have positions, kept in lists of their own (position_list.h). In the rare document where
/// some of a word's occurrences are written in one way and others in another, XE and XF have lists as well, which say
/// which (position 0: none that has a position); without an entry all positions of the word are meant.
///
/// Synonyms: `lang:stem` stands for every word of articles in that language that has the stem and is not the stem.
/// Value slot 0 holds the sort key, slot 1 the number of words, slot 2 the family of near-duplicates of all but its
/// founder, slot 3 the day of publication and how much of it is known; document data is the text `id seq date_order`
/// for people with stock tools.
namespace morgue::index {

/// Counts up whenever the same article would give other terms, positions or values.
inline constexpr int kSchemaVersion = 5;

namespace prefix {
inline constexpr std::string_view kWord = "";
inline constexpr std::string_view kHeadline = "S";
inline constexpr std::string_view kExact = "XE";
inline constexpr std::string_view kAccented = "XF";
inline constexpr std::string_view kNotInBody = "XNB";
inline constexpr std::string_view kLanguage = "L";
inline constexpr std::string_view kNoLanguage = "XNOLANG";
inline constexpr std::string_view kUrl = "U";
inline constexpr std::string_view kHost = "H";
inline constexpr std::string_view kKey = "XKEY";
inline constexpr std::string_view kCollection = "XCOLL";
inline constexpr std::string_view kTag = "XTAG";
inline constexpr std::string_view kId = "Q";
inline constexpr std::string_view kYear = "Y";
inline constexpr std::string_view kMonth = "M";
inline constexpr std::string_view kDay = "D";
inline constexpr std::string_view kUndated = "XNODATE";
inline constexpr std::string_view kUpdated = "XU";  ///< before the three above
inline constexpr std::string_view kHas = "XH";
inline constexpr std::string_view kRevised = "XIrevised";
inline constexpr std::string_view kChanged = "XCHG";
inline constexpr std::string_view kDuplicate = "XIduplicate";
}  // namespace prefix

/// First positions of the zones; small numbers take the least room, so the body is first. Words beyond the capacity of
/// their zone are indexed without position, so that a phrase cannot reach from one zone into the next.
inline constexpr std::uint32_t kBodyStart = 1;
inline constexpr std::uint32_t kBodyCapacity = 66'000'000;
inline constexpr std::uint32_t kHeadlineStart = 1U << 26U;
inline constexpr std::uint32_t kZoneCapacity = 98'000;
inline constexpr std::uint32_t kSummaryStart = kHeadlineStart + 100'000;
/// The lead of a body.
inline constexpr std::uint32_t kLeadWords = 100;
/// Positions left free between two values of a field: more than a phrase or query::kMaxDistance can bridge.
inline constexpr std::uint32_t kValueGap = 2'000;
static_assert(kValueGap > query::kMaxDistance);
static_assert(kSummaryStart - kHeadlineStart - kZoneCapacity > query::kMaxDistance);
static_assert(kHeadlineStart - kBodyStart - kBodyCapacity > query::kMaxDistance);

inline constexpr unsigned kSortKeySlot = 0;
inline constexpr unsigned kWordsSlot = 1;
inline constexpr unsigned kFamilySlot = 2;
inline constexpr unsigned kDaySlot = 3;

/// Metadata keys of a segment.
inline constexpr const char* kAnalyserKey = "analyser";
inline constexpr const char* kFormsKey = "forms";  ///< set where it has any synonyms

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
std::string collection_term(std::string_view name);
std::string tag_term(std::string_view tag);
std::string id_term(ArticleId id);
std::string has_term(query::FieldId field);
std::string changed_term(ArticlePart part);
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

/// Key of the synonyms that are the forms of a stem.
std::string stem_key(std::string_view language, std::string_view stem);

/// Eight bytes whose order as bytes is that of the numbers.
std::string encode_number(std::int64_t number);
/// False if the bytes are no number.
bool decode_number(std::string_view bytes, std::int64_t& number);

/// The publisher's own day, as precise as known: what articles are counted by.
std::string encode_date(const Timestamp& date);
/// Without time of day and offset. Absent if the bytes are no date.
std::optional<Timestamp> decode_date(std::string_view bytes);

std::string document_data(const SortKey& key, std::int64_t seq);

}  // namespace morgue::index

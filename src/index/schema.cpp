// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/schema.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::index {
namespace {

constexpr std::size_t kMaxTerm = 245;
constexpr std::size_t kKeptOfLongTerm = 200;
constexpr std::int64_t kPrecisions = 4;  // of core/timestamp.h
constexpr std::uint64_t kSignBit = std::uint64_t{1} << 63;

std::size_t stored_size(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

std::string padded(std::string_view prefix, const char* format, int a, int b, int c) {
  std::array<char, 48> digits{};
  std::snprintf(digits.data(), digits.size(), format, a, b, c);
  return std::string(prefix) + digits.data();
}

/// A rest that keeps its case could begin with a capital and be taken for more of the prefix.
std::string cased_term(std::string_view prefix, std::string_view rest) {
  const bool ambiguous = !rest.empty() && ((rest[0] >= 'A' && rest[0] <= 'Z') || rest[0] == ':');
  return make_term(std::string(prefix) + (ambiguous ? ":" : ""), rest);
}

bool label_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Labels joined by dots, the last of two bytes or more: `www.example.com`, but not `U.S.` or `St. Louis Post`.
bool is_domain(std::string_view value) {
  const auto last_dot = value.rfind('.');
  if (last_dot == std::string_view::npos || value.size() - last_dot < 3) return false;
  bool after_dot = true;
  for (const char c : value) {
    if (c == '.' ? after_dot : !label_byte(c)) return false;
    after_dot = c == '.';
  }
  return true;
}

void append_big_endian(std::string& out, std::uint64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>((value >> shift) & 0xFFU));
}

std::uint64_t read_big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

}  // namespace

std::string make_term(std::string_view prefix, std::string_view rest) {
  std::string term;
  term.reserve(prefix.size() + rest.size());
  term.append(prefix).append(rest);
  if (stored_size(term) <= kMaxTerm) return term;
  const XXH128_hash_t hash = XXH3_128bits(term.data(), term.size());
  std::array<char, 33> hex{};
  std::snprintf(hex.data(), hex.size(), "%016llx%016llx", static_cast<unsigned long long>(hash.high64),
                static_cast<unsigned long long>(hash.low64));
  std::size_t keep = 0;
  for (std::size_t stored = 0; keep < term.size(); ++keep) {
    stored += term[keep] == '\0' ? 2 : 1;
    if (stored > kKeptOfLongTerm) break;
  }
  return std::string(text::truncate_utf8(term, keep)) + hex.data();
}

std::string_view value_prefix(query::FieldId field) {
  switch (field) {
    case query::FieldId::Author:
      return "A";
    case query::FieldId::Topic:
      return "XT";
    case query::FieldId::Place:
      return "XP";
    case query::FieldId::Person:
      return "XN";
    case query::FieldId::Organization:
      return "XO";
    case query::FieldId::Section:
      return "XC";
    case query::FieldId::Source:
      return "XS";
    case query::FieldId::Dateline:
      return "XD";
    case query::FieldId::Note:
      return "XM";
    default:
      return {};
  }
}

std::string whole_value_term(query::FieldId field, std::string_view value) {
  return make_term(std::string(value_prefix(field)) + "V", text::fold_value(value));
}

std::string value_text(query::FieldId field, std::string_view value) {
  std::string out(value);
  if (field == query::FieldId::Source && is_domain(value)) std::replace(out.begin(), out.end(), '.', ' ');
  return out;
}

std::string url_term(std::string_view url) {
  return cased_term(prefix::kUrl, url);
}

std::string key_term(std::string_view key) {
  return cased_term(prefix::kKey, key);
}

std::string collection_term(std::string_view name) {
  return make_term(prefix::kCollection, text::fold_value(name));
}

std::string tag_term(std::string_view tag) {
  return make_term(prefix::kTag, text::fold_value(tag));
}

std::string id_term(ArticleId id) {
  return std::string(prefix::kId) + std::to_string(id);
}

std::string has_term(query::FieldId field) {
  return std::string(prefix::kHas) + std::string(query::spec(field).name);
}

std::string changed_term(ArticlePart part) {
  return std::string(prefix::kChanged) + std::string(to_string(part));
}

std::string stem_key(std::string_view language, std::string_view stem) {
  return make_term(std::string(language) + ":", stem);
}

std::string encode_number(std::int64_t number) {
  std::string out;
  append_big_endian(out, static_cast<std::uint64_t>(number) ^ kSignBit);
  return out;
}

bool decode_number(std::string_view bytes, std::int64_t& number) {
  if (bytes.size() != 8) return false;
  number = static_cast<std::int64_t>(read_big_endian(bytes) ^ kSignBit);
  return true;
}

std::string year_term(int year) {
  return padded(prefix::kYear, "%04d", year, 0, 0);
}

std::string month_term(int year, int month) {
  return padded(prefix::kMonth, "%04d%02d", year, month, 0);
}

std::string day_term(const Day& day) {
  return padded(prefix::kDay, "%04d%02d%02d", day.year, day.month, day.day);
}

bool newer(const SortKey& a, const SortKey& b) {
  return a.order != b.order ? a.order > b.order : a.id > b.id;
}

bool is_undated(const SortKey& key) {
  return key.order == std::numeric_limits<std::int64_t>::min();
}

std::string encode(const SortKey& key) {
  return encode_number(key.order) + encode_number(key.id);
}

bool decode(std::string_view bytes, SortKey& key) {
  return bytes.size() == 16 && decode_number(bytes.substr(0, 8), key.order) && decode_number(bytes.substr(8), key.id);
}

std::string encode_date(const Timestamp& date) {
  return encode_number(date.day.days_since_epoch() * kPrecisions + static_cast<std::int64_t>(date.precision));
}

std::optional<Timestamp> decode_date(std::string_view bytes) {
  std::int64_t number = 0;
  if (!decode_number(bytes, number)) return std::nullopt;
  const std::int64_t precision = ((number % kPrecisions) + kPrecisions) % kPrecisions;
  const std::int64_t days = (number - precision) / kPrecisions;
  if (days < Day{0, 1, 1}.days_since_epoch() || days > Day{9999, 12, 31}.days_since_epoch()) return std::nullopt;
  Timestamp date;
  date.day = Day::from_days_since_epoch(days);
  date.precision = static_cast<Precision>(precision);
  return date;
}

std::string document_data(const SortKey& key, std::int64_t seq) {
  return std::to_string(key.id) + ' ' + std::to_string(seq) + ' ' +
         (is_undated(key) ? std::string("-") : std::to_string(key.order));
}

}  // namespace morgue::index

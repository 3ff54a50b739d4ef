// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/own_export.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "text/normalise.h"

namespace morgue::extract {
namespace {

constexpr auto kLines = std::to_array<std::pair<std::string_view, std::string Article::*>>({
    {"key", &Article::key},
    {"headline", &Article::headline},
    {"source", &Article::source},
    {"section", &Article::section},
    {"language", &Article::language},
    {"url", &Article::url},
    {"dateline", &Article::dateline},
});
constexpr auto kTexts = std::to_array<std::pair<std::string_view, std::string Article::*>>({
    {"summary", &Article::summary},
    {"body", &Article::body},
});
constexpr auto kLists = std::to_array<std::pair<std::string_view, std::vector<std::string> Article::*>>({
    {"authors", &Article::authors},
    {"topics", &Article::topics},
    {"places", &Article::places},
    {"people", &Article::people},
    {"organizations", &Article::organizations},
    {"user_tags", &Article::user_tags},
});
constexpr auto kDates = std::to_array<std::pair<std::string_view, std::optional<Timestamp> Article::*>>({
    {"published", &Article::published},
    {"updated", &Article::updated},
});
constexpr std::string_view kNote = "user_note";
constexpr std::string_view kOrigin = "published_origin";
/// No text can be without these; the last are what other programs would hardly call so.
constexpr auto kAlways = std::to_array<std::string_view>({"id", "key", "words", "dump", "revision", kOrigin});
/// What the archive knows by itself.
constexpr auto kDerived =
    std::to_array<std::string_view>({"id", "published_precision", "words", "dump", "record", "revision", "cluster"});

template <typename Table>
auto member(const Table& table, std::string_view name) {
  const auto found = std::ranges::find(table, name, &Table::value_type::first);
  return found == table.end() ? nullptr : found->second;
}

bool is_known(std::string_view name) {
  return name == kOrigin || name == kNote || std::ranges::find(kDerived, name) != kDerived.end() ||
         member(kLines, name) != nullptr || member(kTexts, name) != nullptr || member(kLists, name) != nullptr ||
         member(kDates, name) != nullptr;
}

}  // namespace

bool is_own_export(const Record& record) {
  if (record.kind != Record::Kind::Fields) return false;
  const auto has = [&](std::string_view name) {
    return std::ranges::find(record.fields, name, &Field::path) != record.fields.end();
  };
  return std::ranges::all_of(record.fields, [](const Field& field) { return is_known(field.path); }) &&
         std::ranges::all_of(kAlways, has);
}

Article own_article(const Record& record) {
  Article article;
  for (const Field& field : record.fields) {
    if (const auto line = member(kLines, field.path)) {
      article.*line = text::clean_line(field.value);
    } else if (const auto text = member(kTexts, field.path)) {
      article.*text = text::clean_again(field.value);
    } else if (const auto list = member(kLists, field.path)) {
      if (std::string value = text::clean_line(field.value); !value.empty()) (article.*list).push_back(std::move(value));
    } else if (const auto date = member(kDates, field.path)) {
      article.*date = Timestamp::from_string(field.value);
    } else if (field.path == kNote) {
      article.user_note = text::clean_note(field.value);
    } else if (field.path == kOrigin) {
      article.published_origin = date_origin_from_string(field.value).value_or(DateOrigin::Declared);
    }
  }
  return article;
}

}  // namespace morgue::extract

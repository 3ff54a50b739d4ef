// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/date_words.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/normalise.h"

namespace morgue::text {
namespace {

constexpr std::array kLanguages = {"en", "de", "fr", "es", "it", "pt", "nl",    "ru",    "tr", "uk", "pl", "cs", "sk",
                                   "sv", "da", "nb", "fi", "is", "hu", "ro",    "bg",    "hr", "sl", "sr", "el", "et",
                                   "lv", "lt", "ca", "eu", "id", "ms", "vi",    "sw",    "af", "az", "sq", "ga", "gl",
                                   "cy", "mk", "be", "ka", "hy", "ar", "ar_SY", "ar_MA", "fa", "he", "hi", "bn", "th"};

/// Spellings that newsrooms use and the CLDR tables lack.
constexpr std::array<std::pair<std::string_view, int>, 24> kOtherMonths = {{
    {"sept", 9}, {"febr", 2},      {"janr", 1}, {"mch", 3}, {"apl", 4}, {"janner", 1}, {"jaenner", 1}, {"maerz", 3},
    {"mrz", 3},  {"mrt", 3},       {"fevr", 2}, {"fev", 2}, {"avr", 4}, {"juil", 7},   {"aout", 8},    {"dic", 12},
    {"ene", 1},  {"setiembre", 9}, {"gen", 1},  {"mag", 5}, {"giu", 6}, {"lug", 7},    {"ott", 10},    {"set", 9},
}};

constexpr std::array<std::pair<std::string_view, int>, 37> kZones = {{
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},     {"wet", 0},    {"bst", 60},   {"west", 60},
    {"cet", 60},   {"mez", 60},   {"cest", 120}, {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},
    {"trt", 180},  {"sast", 120}, {"cat", 120},  {"eat", 180},  {"gst", 240},  {"pkt", 300},  {"jst", 540},
    {"kst", 540},  {"hkt", 480},  {"sgt", 480},  {"awst", 480}, {"aest", 600}, {"aedt", 660}, {"nzst", 720},
    {"nzdt", 780}, {"est", -300}, {"edt", -240}, {"cdt", -300}, {"mst", -420}, {"mdt", -360}, {"pst", -480},
    {"pdt", -420}, {"brt", -180},
}};

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string fold_unicode(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return fold_date_word(utf8);
}

struct Words {
  std::unordered_map<std::string, int> months;
  std::unordered_set<std::string> weekdays;
};

void add_language(Words& words, const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(icu::Locale(language), status);
  if (U_FAILURE(status)) return;  // this ICU has no data for the language: its names stay unknown
  for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* months = symbols.getMonths(count, context, width);
      for (std::int32_t i = 0; i < std::min(count, 12); ++i) {
        std::string name = fold_unicode(months[i]);
        // A number ("1월", "tháng 1") or a lone letter is no name.
        if (name.size() < 3 || name.find_first_of("0123456789 ") != std::string::npos) continue;
        words.months.try_emplace(std::move(name), i + 1);
      }
      const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
      for (std::int32_t i = 1; i < std::min(count, 8); ++i) {
        std::string name = fold_unicode(days[i]);
        if (name.size() >= 2) words.weekdays.insert(std::move(name));
      }
    }
  }
}

const Words& words() {
  static const Words kWords = [] {
    Words all;
    add_language(all, "en");
    for (const auto& [name, month] : kOtherMonths) all.months.try_emplace(std::string(name), month);
    for (const char* language : kLanguages) add_language(all, language);
    for (const std::string_view name : {"tues", "weds", "thur", "thurs"}) all.weekdays.insert(std::string(name));
    return all;
  }();
  return kWords;
}

}  // namespace

std::string fold_date_word(std::string_view word) {
  while (!word.empty() && word.back() == '.') word.remove_suffix(1);
  std::string folded;
  if (is_ascii(word)) {
    folded.assign(word);
    std::transform(folded.begin(), folded.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return folded;
  }
  folded = fold_value(word);
  // Turkish dotless i: "KASIM" and "Kasım" must meet, and the upper case form has lost the distinction.
  constexpr std::string_view kDotless = "\u0131";
  std::string dotted;
  for (std::size_t at = 0; at < folded.size();) {
    const bool dotless = folded.compare(at, kDotless.size(), kDotless) == 0;
    dotted += dotless ? 'i' : folded[at];
    at += dotless ? kDotless.size() : 1;
  }
  return dotted;
}

std::optional<int> month_from_word(std::string_view folded) {
  const auto found = words().months.find(std::string(folded));
  if (found == words().months.end()) return std::nullopt;
  return found->second;
}

bool is_weekday_word(std::string_view folded) {
  return words().weekdays.contains(std::string(folded));
}

std::optional<int> zone_offset_from_word(std::string_view folded) {
  const auto* found =
      std::find_if(kZones.begin(), kZones.end(), [&](const auto& zone) { return zone.first == folded; });
  if (found == kZones.end()) return std::nullopt;
  return found->second;
}

}  // namespace morgue::text

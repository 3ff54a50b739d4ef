// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/language.h"

#include <cld2/public/compact_lang_det.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "text/normalise.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

/// The beginning of a story tells its language; reading on costs time and changes no answer.
constexpr std::size_t kDetectBytes = 4096;
constexpr std::size_t kReadAhead = 16;
constexpr std::size_t kShortestDetectable = 20;
/// Percent of the text that must be in the language found: below that it is a mixture, and nobody's language.
constexpr int kLeastShare = 60;

constexpr std::array<std::pair<std::string_view, std::string_view>, 72> kNames = {{
    {"english", "en"},    {"german", "de"},    {"deutsch", "de"},    {"french", "fr"},     {"francais", "fr"},
    {"spanish", "es"},    {"espanol", "es"},   {"castellano", "es"}, {"italian", "it"},    {"italiano", "it"},
    {"portuguese", "pt"}, {"portugues", "pt"}, {"dutch", "nl"},      {"nederlands", "nl"}, {"russian", "ru"},
    {"русскии", "ru"},    {"turkish", "tr"},   {"turkce", "tr"},     {"chinese", "zh"},    {"中文", "zh"},
    {"japanese", "ja"},   {"日本語", "ja"},    {"korean", "ko"},     {"한국어", "ko"},     {"arabic", "ar"},
    {"ukrainian", "uk"},  {"polish", "pl"},    {"polski", "pl"},     {"czech", "cs"},      {"slovak", "sk"},
    {"swedish", "sv"},    {"svenska", "sv"},   {"danish", "da"},     {"dansk", "da"},      {"norwegian", "no"},
    {"norsk", "no"},      {"finnish", "fi"},   {"suomi", "fi"},      {"icelandic", "is"},  {"hungarian", "hu"},
    {"magyar", "hu"},     {"romanian", "ro"},  {"bulgarian", "bg"},  {"croatian", "hr"},   {"serbian", "sr"},
    {"slovenian", "sl"},  {"greek", "el"},     {"hebrew", "he"},     {"persian", "fa"},    {"farsi", "fa"},
    {"hindi", "hi"},      {"bengali", "bn"},   {"urdu", "ur"},       {"vietnamese", "vi"}, {"thai", "th"},
    {"indonesian", "id"}, {"malay", "ms"},     {"catalan", "ca"},    {"basque", "eu"},     {"galician", "gl"},
    {"estonian", "et"},   {"latvian", "lv"},   {"lithuanian", "lt"}, {"albanian", "sq"},   {"georgian", "ka"},
    {"armenian", "hy"},   {"swahili", "sw"},   {"afrikaans", "af"},  {"irish", "ga"},      {"welsh", "cy"},
    {"latin", "la"},      {"mandarin", "zh"},
}};

/// ISO 639-2 bibliographic codes, which ICU does not map, and codes withdrawn long ago that still turn up.
constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kCodes = {{
    {"ger", "de"}, {"fre", "fr"}, {"chi", "zh"}, {"cze", "cs"}, {"dut", "nl"}, {"gre", "el"},
    {"ice", "is"}, {"slo", "sk"}, {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"},
    {"geo", "ka"}, {"mac", "mk"}, {"may", "ms"}, {"per", "fa"}, {"rum", "ro"}, {"wel", "cy"},
    {"iw", "he"},  {"in", "id"},  {"ji", "yi"},  {"jw", "jv"},  {"mo", "ro"},  {"scc", "sr"},
}};

template <std::size_t Size>
std::string_view look_up(const std::array<std::pair<std::string_view, std::string_view>, Size>& table,
                         std::string_view key) {
  const auto* found = std::find_if(table.begin(), table.end(), [&](const auto& entry) { return entry.first == key; });
  return found == table.end() ? std::string_view{} : found->second;
}

bool is_code(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Whether ICU knows a language by this code: it gives an unknown code back as its own name.
bool is_known(const std::string& code) {
  UErrorCode status = U_ZERO_ERROR;
  const std::string iso3 = uloc_getISO3Language(code.c_str());
  if (iso3.empty()) return false;
  char16_t name[64];
  const auto length = uloc_getDisplayLanguage(code.c_str(), "en", name, 64, &status);
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING && length > 0;
}

}  // namespace

std::string canonical_language(std::string_view declared) {
  if (declared.size() > 64) return {};
  const std::string folded = fold_value(declared);
  if (const auto named = look_up(kNames, folded); !named.empty()) return std::string(named);
  const std::string primary = folded.substr(0, folded.find_first_of("-_ ,;(."));
  if (const auto named = look_up(kNames, primary); !named.empty()) return std::string(named);
  if (!is_code(primary)) return {};
  if (const auto code = look_up(kCodes, primary); !code.empty()) return std::string(code);
  std::array<char, 16> language{};
  UErrorCode status = U_ZERO_ERROR;
  uloc_getLanguage(primary.c_str(), language.data(), static_cast<std::int32_t>(language.size()), &status);
  if (U_FAILURE(status)) return {};
  const std::string code = language.data();
  return is_known(code) ? code : std::string{};
}

std::string detect_language(std::string_view text) {
  text = truncate_utf8(text, kDetectBytes);
  if (text.size() < kShortestDetectable) return {};
  // CLD2 trusts its input to be sound UTF-8 and looks a few bytes behind its end.
  std::string sound = is_valid_utf8(text) ? std::string(text) : repair_utf8(text);
  const std::size_t length = sound.size();
  sound.append(kReadAhead, ' ');
  bool reliable = false;
  int read = 0;
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  const auto language = CLD2::DetectLanguageSummary(sound.data(), static_cast<int>(length), true, languages.data(),
                                                    percents.data(), &read, &reliable);
  if (!reliable || language == CLD2::UNKNOWN_LANGUAGE || language != languages[0] || percents[0] < kLeastShare)
    return {};
  return canonical_language(CLD2::LanguageCode(language));
}

}  // namespace morgue::text

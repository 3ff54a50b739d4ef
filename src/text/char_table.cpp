// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/char_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <optional>
#include <string>

#include "core/error.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

constexpr std::size_t kPages = 0x110000 >> 8;

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::Internal, std::string("Unicode data of ICU cannot be loaded: ") + u_errorName(status),
                "reinstall the ICU packages");
  }
  return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2* (*get)(UErrorCode&), const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = normalizer(get).normalize(text, status);
  return U_FAILURE(status) ? text : result;
}

bool is_mark(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

bool belongs_to_words(UChar32 c) {
  return (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK | U_GC_MN_MASK | U_GC_MC_MASK)) != 0;
}

UScriptCode script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

bool is_written_without_blanks(UChar32 c) {
  for (const auto script : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_HANGUL, USCRIPT_BOPOMOFO}) {
    if (uscript_hasScript(c, script)) return true;
  }
  return u_getIntPropertyValue(c, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

/// Punctuation that may stand inside a word or number, and letters that are really such punctuation.
CharClass punctuation_class(char32_t c) {
  switch (c) {
    case U'\'':
    case U'`':
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x055A:
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x2032:
    case 0xFF07:
      return CharClass::Apostrophe;
    case U'.':
    case 0x066B:
    case 0xFF0E:
      return CharClass::Dot;
    case U',':
    case 0x066C:
      return CharClass::Comma;
    case U'-':
    case 0x2010:
    case 0x2011:
    case 0x2013:
    case 0xFE63:
    case 0xFF0D:
      return CharClass::Hyphen;
    case U'/':
    case 0x2044:
    case 0xFF0F:
      return CharClass::Slash;
    case U'&':
    case 0xFF06:
      return CharClass::Ampersand;
    case 0x00B7:
      return CharClass::MiddleDot;
    case U'"':
    case 0x05F3:
    case 0x05F4:
      return CharClass::HebrewQuote;
    default:
      return CharClass::Unset;
  }
}

/// Vowel points and cantillation, which Arabic and Hebrew newspapers leave out nearly always.
bool is_semitic_point(UChar32 c) {
  const bool in_range = (c >= 0x0591 && c <= 0x05C7) || (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F) ||
                        c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED) || (c >= 0x08CA && c <= 0x08FF);
  return in_range && u_charType(c) == U_NON_SPACING_MARK;
}

/// Letters that no decomposition reduces to what people type for them.
std::string_view special_fold(UChar32 c) {
  switch (c) {
    case 0x00DF:
      return "ss";
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00F8:
      return "o";
    case 0x0142:
      return "l";
    case 0x0111:
    case 0x00F0:
      return "d";
    case 0x00FE:
      return "th";
    case 0x0131:
      return "i";
    case 0x0127:
      return "h";
    case 0x0167:
      return "t";
    case 0x014B:
      return "n";
    case 0x0451:
      return "\xD0\xB5";  // ё is written е in most Russian print
    default:
      return {};
  }
}

UChar32 lower(UChar32 c) {
  constexpr UChar32 kSigma = 0x03C3;
  constexpr UChar32 kFinalSigma = 0x03C2;
  if (const int digit = u_charDigitValue(c); digit >= 0 && u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return '0' + digit;
  const UChar32 lowered = u_tolower(c);
  return lowered == kFinalSigma ? kSigma : lowered;
}

/// The compatibility form if words can be made of it (fullwidth letters, ligatures, presentation forms), else itself.
icu::UnicodeString compatible(UChar32 c) {
  icu::UnicodeString itself(c);
  icu::UnicodeString form = normalized(&icu::Normalizer2::getNFKCInstance, itself);
  for (int i = 0; i < form.length(); i = form.moveIndex32(i, 1)) {
    if (!belongs_to_words(form.char32At(i))) return itself;
  }
  return form;
}

bool folds_marks(UChar32 base) {
  const UScriptCode script = script_of(base);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK;
}

ScriptGroup group_of(UChar32 c) {
  switch (script_of(c)) {
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
      return ScriptGroup::MarksFold;
    case USCRIPT_CYRILLIC:
      return ScriptGroup::Cyrillic;
    case USCRIPT_HEBREW:
      return ScriptGroup::Hebrew;
    default:
      return ScriptGroup::Other;
  }
}

void append_folded(icu::UnicodeString& out, UChar32 c) {
  if (is_semitic_point(c)) return;
  const icu::UnicodeString parts = normalized(&icu::Normalizer2::getNFDInstance, icu::UnicodeString(c));
  const UChar32 base = parts.char32At(0);
  const UChar32 letter = folds_marks(base) ? base : c;
  if (const auto special = special_fold(letter); !special.empty()) {
    out.append(icu::UnicodeString::fromUTF8(icu::StringPiece(special.data(), static_cast<int>(special.size()))));
  } else {
    out.append(letter);
  }
}

bool store(const icu::UnicodeString& text, char (&bytes)[CharInfo::kMaxFold], std::uint8_t& size) {
  std::string utf8;
  text.toUTF8String(utf8);
  if (utf8.size() > CharInfo::kMaxFold) return false;
  std::copy(utf8.begin(), utf8.end(), bytes);
  size = static_cast<std::uint8_t>(utf8.size());
  return true;
}

CharClass word_class(UChar32 c) {
  if (is_mark(c)) return CharClass::Mark;
  if (u_charType(c) == U_DECIMAL_DIGIT_NUMBER) return CharClass::Digit;
  return is_written_without_blanks(c) ? CharClass::Cjk : CharClass::Letter;
}

/// Fills everything from the lower-cased form `text`; false if it does not fit.
bool fill(CharInfo& info, const icu::UnicodeString& text) {
  icu::UnicodeString exact;
  icu::UnicodeString term;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) exact.append(lower(text.char32At(i)));
  exact = normalized(&icu::Normalizer2::getNFCInstance, exact);
  for (int i = 0; i < exact.length(); i = exact.moveIndex32(i, 1)) append_folded(term, exact.char32At(i));
  term = normalized(&icu::Normalizer2::getNFCInstance, term);
  const UChar32 first = text.char32At(0);
  info.cls = word_class(first);
  info.script = group_of(first);
  info.composes = u_getIntPropertyValue(first, UCHAR_NFC_QUICK_CHECK) == UNORM_MAYBE;
  info.order = u_getCombiningClass(text.char32At(text.length() - 1));
  return store(exact, info.exact_bytes, info.exact_size) && store(term, info.term_bytes, info.term_size);
}

/// Numbers and symbols that stand for word characters: subscripts (CO₂) and the radicals that PDF files contain in
/// place of Han characters. Superscripts are footnote marks more often than anything else, and separate.
bool is_disguised_word(UChar32 c) {
  return (c >= 0x2080 && c <= 0x2089) || (c >= 0x2E80 && c <= 0x2FD5);
}

}  // namespace

CharTable::CharTable() : pages_(kPages) {
  plain_cjk_.cls = CharClass::Cjk;
  plain_cjk_.verbatim = true;
}

CharInfo CharTable::look_up(char32_t code_point) {
  constexpr char32_t kTatweel = 0x0640;
  CharInfo info;
  const auto c = static_cast<UChar32>(code_point);
  const auto category = U_GET_GC_MASK(c);
  info.cls = punctuation_class(code_point);
  if (info.cls != CharClass::Unset) return info;
  const bool format = (category & (U_GC_CF_MASK | U_GC_ME_MASK)) != 0;
  if (format || code_point == kTatweel || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    info.cls = CharClass::Ignorable;
    return info;
  }
  if (!belongs_to_words(c) && !is_disguised_word(c)) {
    info.cls = CharClass::Other;
    return info;
  }
  const icu::UnicodeString form = compatible(c);
  if (!belongs_to_words(form.char32At(0))) {
    info.cls = CharClass::Other;
  } else if (!fill(info, form)) {
    fill(info, icu::UnicodeString(c));
  }
  return info;
}

std::vector<char32_t> CharTable::compose(std::span<const char32_t> characters) {
  icu::UnicodeString text;
  for (const char32_t character : characters) text.append(compatible(static_cast<UChar32>(character)));
  text = normalized(&icu::Normalizer2::getNFCInstance, text);
  std::vector<char32_t> result;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    result.push_back(static_cast<char32_t>(text.char32At(i)));
  }
  return result;
}

}  // namespace morgue::text

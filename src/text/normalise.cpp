// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/normalise.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "core/error.h"
#include "text/char_table.h"
#include "text/paragraphs.h"
#include "text/utf8.h"

namespace morgue::text {
namespace {

constexpr char32_t kZeroWidthNonJoiner = 0x200C;
constexpr char32_t kZeroWidthJoiner = 0x200D;
constexpr char32_t kNextLine = 0x85;
constexpr char32_t kLineSeparator = 0x2028;
constexpr char32_t kParagraphSeparator = 0x2029;

/// Below this lead byte (U+0300) everything is in NFC.
constexpr unsigned char kFirstDoubtfulByte = 0xCC;

bool is_line_break(char32_t c) {
  return c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == kNextLine || c == kLineSeparator ||
         c == kParagraphSeparator;
}

/// Control and format characters, which neither show nor mean anything in an article.
bool is_invisible(char32_t c) {
  if (c < 0x300) return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD;
  if (c < 0x600) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_FORMAT_CHAR || type == U_CONTROL_CHAR;
}

/// Joiners change how Persian, Indic scripts and emoji are drawn; between other letters they are debris.
bool shapes_text(char32_t previous, char32_t joiner, char32_t next) {
  constexpr char32_t kFirstShaped = 0x0600;
  constexpr auto is_space_like = [](char32_t c) { return c >= 0x2000 && c <= 0x206F; };
  return (joiner == kZeroWidthNonJoiner || joiner == kZeroWidthJoiner) && previous >= kFirstShaped &&
         next >= kFirstShaped && !is_space_like(previous) && !is_space_like(next);
}

char32_t peek(std::string_view text, std::size_t pos) {
  return pos < text.size() ? next_code_point(text, pos) : 0;
}

bool is_printable_ascii(char c) {
  return c >= 0x20 && c < 0x7F;
}

/// Calls visit(code point, its bytes) for everything that is visible or white space; plain(bytes) for runs of printable
/// ASCII, blanks among it.
template <typename Plain, typename Visitor>
void for_each_visible(std::string_view text, Plain&& plain, Visitor&& visit) {
  char32_t previous = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    while (pos < text.size() && is_printable_ascii(text[pos])) ++pos;
    if (pos != begin) {
      plain(text.substr(begin, pos - begin));
      previous = static_cast<unsigned char>(text[pos - 1]);
      continue;
    }
    const char32_t c = next_code_point(text, pos);
    const bool white = c == U'\t' || is_line_break(c);
    if (!white && is_invisible(c) && !shapes_text(previous, c, peek(text, pos))) continue;
    visit(c, text.substr(begin, pos - begin));
    previous = c;
  }
}

bool is_white(char32_t c) {
  return c == U' ' || c == U'\t' || is_line_break(c) || (c >= 0xA0 && u_isUWhiteSpace(static_cast<UChar32>(c)) != 0);
}

}  // namespace

std::string nfc(std::string_view text) {
  const auto is_doubtful = [](char byte) { return static_cast<unsigned char>(byte) >= kFirstDoubtfulByte; };
  std::size_t sound = 0;
  while (sound < text.size() && !is_doubtful(text[sound])) ++sound;
  if (sound == text.size()) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  if (U_SUCCESS(status)) {
    normalizer->normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int>(text.size())), sink, nullptr, status);
  }
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::Internal, std::string("cannot normalise text: ") + u_errorName(status),
                "reinstall the ICU packages");
  }
  return out;
}

std::string clean_again(std::string_view text) {
  std::string out;
  const auto keep = [&out](std::string_view bytes) { out += bytes; };
  for_each_visible(text, keep, [&](char32_t c, std::string_view bytes) {
    if (is_line_break(c)) {
      out += '\n';
    } else if (c == U'\t') {
      out += ' ';
    } else {
      out += bytes;
    }
  });
  return nfc(out);
}

std::string clean_line(std::string_view text) {
  std::string out;
  bool blank = false;
  const auto add = [&](std::string_view bytes) {
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += bytes;
  };
  const auto add_words = [&](std::string_view run) {
    while (!run.empty()) {
      const std::size_t end = std::min(run.find(' '), run.size());
      if (end > 0) add(run.substr(0, end));
      if (end < run.size()) blank = true;
      run.remove_prefix(std::min(end + 1, run.size()));
    }
  };
  for_each_visible(text, add_words, [&](char32_t c, std::string_view bytes) {
    if (is_white(c)) {
      blank = true;
    } else {
      add(bytes);
    }
  });
  return nfc(out);
}

std::string clean_note(std::string_view text) {
  std::string out;
  std::size_t breaks = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = clean_line(text.substr(begin, end - begin));
    begin = end + 1;
    ++breaks;
    if (line.empty()) continue;
    if (!out.empty()) out.append(std::min<std::size_t>(breaks, 2), '\n');
    out += line;
    breaks = 0;
  }
  return out;
}

std::string clean_body(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  bool after_return = false;
  const auto keep = [&](std::string_view bytes) {
    after_return = false;
    lines += bytes;
  };
  for_each_visible(text, keep, [&](char32_t c, std::string_view bytes) {
    const bool second_half = c == U'\n' && after_return;
    after_return = c == U'\r';
    if (second_half) return;
    if (c == kParagraphSeparator || c == U'\f') {
      lines += "\n\n";
    } else if (is_line_break(c)) {
      lines += '\n';
    } else {
      lines += bytes;
    }
  });
  return join_paragraphs(nfc(lines));
}

std::string fold_value(std::string_view text) {
  // Only what it costs depends on what was folded before.
  static thread_local CharTable table;
  std::string out;
  const auto fold_plain = [&out](std::string_view run) {
    for (const char c : run) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c == '`' ? '\'' : c;
    }
  };
  for_each_visible(clean_line(text), fold_plain, [&](char32_t c, std::string_view bytes) {
    const CharInfo& info = table.info(c);
    if (info.cls == CharClass::Ignorable) return;
    if (info.cls == CharClass::Apostrophe) {
      out += '\'';
    } else if (info.verbatim || info.term_size + info.exact_size == 0) {
      out += bytes;
    } else {
      out += info.term();
    }
  });
  return out;
}

}  // namespace morgue::text

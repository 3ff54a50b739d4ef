// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include "text/utf8.h"

namespace morgue::text {
namespace {

struct ByteOrderMark {
  std::string_view bytes;
  const char* charset;
};

// UTF-32LE begins with the mark of UTF-16LE, so it comes first.
constexpr std::array<ByteOrderMark, 4> kMarks = {{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                                  {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                                  {"\xFF\xFE", "UTF-16LE"},
                                                  {"\xFE\xFF", "UTF-16BE"}}};
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

struct Alias {
  std::string_view declared;
  const char* meant;
};

// What pages that declare the left mean, as browsers read them (WHATWG Encoding Standard).
constexpr std::array<Alias, 14> kAliases = {{{"ascii", "windows-1252"},
                                             {"us-ascii", "windows-1252"},
                                             {"iso-8859-1", "windows-1252"},
                                             {"iso8859-1", "windows-1252"},
                                             {"latin1", "windows-1252"},
                                             {"iso-8859-9", "windows-1254"},
                                             {"iso-8859-11", "windows-874"},
                                             {"tis-620", "windows-874"},
                                             {"gb2312", "gb18030"},
                                             {"gbk", "gb18030"},
                                             {"shift_jis", "windows-31j"},
                                             {"euc-kr", "windows-949"},
                                             {"ks_c_5601-1987", "windows-949"},
                                             {"big5", "big5-hkscs"}}};

// A converter that has to replace more than one character in so many was given the wrong charset.
constexpr std::size_t kToleratedErrors = 50;
// Text with more sound UTF-8 sequences than this times its stray bytes is UTF-8, whatever it declares.
constexpr std::size_t kSoundPerStray = 4;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

std::string canonical(std::string_view declared) {
  std::string name;
  for (const char c : declared) {
    if (c > ' ' && c < 0x7F && c != '"' && c != '\'' && name.size() < 40) {
      name.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
    }
  }
  const auto* alias = std::ranges::find(kAliases, std::string_view(name), &Alias::declared);
  return alias == kAliases.end() ? name : alias->meant;
}

Converter open_converter(const std::string& charset) {
  if (charset.empty()) return nullptr;
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset.c_str(), &status));
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

/// All of `bytes` as UTF-8, U+FFFD for what the charset does not know.
std::string convert(UConverter& from, std::string_view bytes) {
  std::string out;
  UErrorCode status = U_ZERO_ERROR;
  const Converter to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return repair_utf8(bytes);
  std::vector<UChar> pivot(4096);
  std::vector<char> chunk(64 * 1024);
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  bool reset = true;
  do {
    status = U_ZERO_ERROR;
    char* target = chunk.data();
    ucnv_convertEx(to.get(), &from, &target, chunk.data() + chunk.size(), &source, source_end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), reset, /*flush=*/true, &status);
    out.append(chunk.data(), static_cast<std::size_t>(target - chunk.data()));
    reset = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

bool is_unicode_transport(std::string_view charset) {
  return charset.starts_with("utf-16") || charset.starts_with("utf-32") || charset.starts_with("ucs-") ||
         charset.starts_with("iso-10646-ucs-");
}

/// Charsets whose bytes are valid UTF-8 although they are not: those with zero bytes, and the seven-bit ones.
bool only_looks_like_utf8(std::string_view bytes, std::string_view charset) {
  if (is_unicode_transport(charset)) return bytes.find('\0') != std::string_view::npos;
  if (charset.starts_with("iso-2022-")) return bytes.find('\x1B') != std::string_view::npos;
  return charset == "hz-gb-2312" && bytes.find("~{") != std::string_view::npos;
}

bool is_mostly_utf8(std::string_view bytes) {
  std::size_t sound = 0;
  std::size_t stray = 0;
  for (std::size_t pos = 0; pos < bytes.size();) {
    if (static_cast<unsigned char>(bytes[pos]) < 0x80) {
      ++pos;
      continue;
    }
    const std::size_t begin = pos;
    next_code_point(bytes, pos);
    ++(pos - begin > 1 ? sound : stray);
  }
  return sound > kSoundPerStray * stray;
}

std::size_t count_replacements(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  std::size_t count = 0;
  for (auto at = text.find(kReplacement); at != std::string_view::npos; at = text.find(kReplacement, at + 3)) ++count;
  return count;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  if (bytes.starts_with(kUtf8Mark)) {
    bytes.remove_prefix(kUtf8Mark.size());
    return is_valid_utf8(bytes) ? std::string(bytes) : repair_utf8(bytes);
  }
  for (const auto& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    if (const auto converter = open_converter(mark.charset)) {
      return convert(*converter, bytes.substr(mark.bytes.size()));
    }
  }
  const std::string charset = canonical(declared);
  if (is_valid_utf8(bytes) && !only_looks_like_utf8(bytes, charset)) return std::string(bytes);
  const bool wide_without_zeros = is_unicode_transport(charset) && !only_looks_like_utf8(bytes, charset);
  if (charset == "utf-8" || charset == "utf8" || wide_without_zeros || is_mostly_utf8(bytes)) {
    return repair_utf8(bytes);
  }
  if (const auto converter = open_converter(charset)) {
    std::string text = convert(*converter, bytes);
    if (count_replacements(text) <= 1 + text.size() / kToleratedErrors) return text;
  }
  return repair_utf8(bytes);
}

}  // namespace morgue::text

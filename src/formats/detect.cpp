// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "formats/bom.h"
#include "formats/csv_row.h"
#include "formats/detect_json.h"
#include "formats/detect_page.h"
#include "formats/format.h"
#include "formats/reject.h"
#include "text/charset.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kFullHead = 64U << 10U;

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& list, std::string_view item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

/// File name and its ending, in lower case, without those of compression: `a/b.JSONL.zst` gives `b.jsonl`, `jsonl`.
struct Name {
  std::string base;
  std::string extension;
};

Name parse_name(std::string_view name) {
  constexpr std::array<std::string_view, 5> kCompression = {"gz", "zst", "bz2", "xz", "zstd"};
  Name out;
  out.base = lower(name.substr(name.find_last_of("/!\\") + 1));
  while (true) {
    const std::size_t dot = out.base.rfind('.');
    out.extension = dot == std::string::npos || dot == 0 ? "" : out.base.substr(dot + 1);
    if (!is_one_of(kCompression, out.extension)) return out;
    out.base.resize(dot);
  }
}

/// Files that come with a dump and are not part of it.
bool is_companion(const Name& name) {
  constexpr std::array<std::string_view, 14> kStems = {
      "readme",  "license",  "licence", "copying",    "notice",   "authors",        "changelog",
      "changes", "makefile", "install", "dockerfile", "manifest", "cmakelists.txt", "requirements.txt"};
  const std::string stem = name.base.substr(0, name.base.find_first_of(".-_"));
  return is_one_of(kStems, stem) || is_one_of(kStems, name.base) || name.base == "robots.txt";
}

/// Endings under which plain text is an article: none at all, those of text, and numbers (newsgroup style).
bool may_be_text(const Name& name) {
  constexpr std::array<std::string_view, 4> kText = {"", "txt", "text", "asc"};
  const bool number = !name.extension.empty() && name.extension.find_first_not_of("0123456789") == std::string::npos;
  // A blank or much length behind a dot makes it a sentence, not an ending.
  const bool none = name.extension.size() > 8 || name.extension.find(' ') != std::string::npos;
  return number || none || is_one_of(kText, name.extension);
}

bool is_binary(std::string_view head) {
  constexpr std::array<std::string_view, 4> kSignatures = {"%PDF-", "{\\rtf", "%!PS", "SQLite format 3"};
  for (const std::string_view signature : kSignatures) {
    if (head.starts_with(signature)) return true;
  }
  // Few control characters are damage or wire codes, many are no text.
  constexpr std::size_t kOneIn = 50;
  const auto control = std::count_if(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\x1B';
  });
  return static_cast<std::size_t>(control) * kOneIn > head.size();
}

bool is_reuters(std::string_view text) {
  constexpr std::string_view kTag = "<REUTERS";
  if (lower(text.substr(0, 15)) == "<!doctype lewis") return true;
  return text.starts_with(kTag) && text.size() > kTag.size() && (text[kTag.size()] == ' ' || text[kTag.size()] == '>');
}

bool is_markup(std::string_view text) {
  if (text.size() < 2 || text[0] != '<') return false;
  const char c = text[1];
  return c == '!' || c == '?' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Column names are short, all different and no sentences.
bool is_header(const std::vector<std::string>& cells) {
  constexpr std::size_t kLongestName = 64;
  std::set<std::string_view> seen;
  std::size_t named = 0;
  for (const std::string& cell : cells) {
    const std::string_view name = trimmed(cell);
    if (name.empty()) continue;
    ++named;
    if (name.size() > kLongestName || name.find_first_of(".!?\"\n") != name.npos || !seen.insert(name).second)
      return false;
    if (std::count(name.begin(), name.end(), ' ') > 4) return false;
  }
  return named >= 2 && named * 2 > cells.size();
}

std::optional<Format> detect_table(std::string_view text, bool whole, const Name& name) {
  const bool csv_name = name.extension == "csv";
  const bool tsv_name = name.extension == "tsv" || name.extension == "tab";
  const CsvShape shape = sniff_csv(text, whole, tsv_name ? "\t" : ",;\t|");
  const Format format = shape.delimiter == '\t' && !csv_name ? Format::Tsv : Format::Csv;
  if (csv_name || tsv_name) return format;
  // Without a name, the table must be beyond doubt: prose has commas too.
  const bool sound = shape.columns >= 2 && shape.records >= 2 && shape.agreeing == shape.records;
  return sound && is_header(shape.header) ? std::optional(format) : std::nullopt;
}

}  // namespace

std::optional<Format> detect(std::string_view head, std::string_view name_given) {
  const bool whole = head.size() < kFullHead;
  const Name name = parse_name(name_given);
  std::string decoded;
  const bool utf16 = head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF");
  if (utf16) {
    // Of the formats, only text is read in any charset.
    decoded = text::to_utf8(head);
    head = decoded;
  } else if (head.starts_with(kUtf8Bom)) {
    head.remove_prefix(kUtf8Bom.size());
  }
  const std::string_view text = trimmed(head);
  if (text.empty() || is_binary(head)) return std::nullopt;
  if (!utf16) {
    if (is_reuters(text)) return Format::Reuters21578;
    if (is_markup(text)) return std::nullopt;
    if (const auto json = detect_json(text, name.extension)) return json;
    if (const auto table = detect_table(head, whole, name)) return table;
  }
  if (is_companion(name) || !may_be_text(name) || is_word_list(text)) return std::nullopt;
  constexpr int kBeyondChance = 2;
  return page_evidence(text) >= kBeyondChance ? Format::Page : Format::Text;
}

bool structured_by_name(std::string_view name) {
  constexpr std::array<std::string_view, 8> kStructured = {"jsonl", "ndjson", "json", "csv", "tsv", "sgm", "sgml", "xml"};
  return is_one_of(kStructured, parse_name(name).extension);
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "formats/bom.h"
#include "formats/csv_row.h"
#include "formats/detect_json.h"
#include "formats/detect_markup.h"
#include "formats/detect_page.h"
#include "formats/detect_wire.h"
#include "formats/format.h"
#include "formats/front_matter.h"
#include "formats/json_feed_reader.h"
#include "formats/media_kind.h"
#include "formats/reject.h"
#include "markup/charset_label.h"
#include "markup/html.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kFullHead = 64U << 10U;
constexpr std::size_t kWarcHead = 4096;

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

/// WARC of any version, and ARC.
bool is_warc(std::string_view text) {
  return text.starts_with("WARC/0.") || text.starts_with("WARC/1.") || text.starts_with("filedesc://");
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

/// By its front matter, or by its name. YAML has lines of hyphens, too.
bool is_markdown(const Name& name, std::string_view text, bool whole) {
  constexpr std::array<std::string_view, 4> kMarkdown = {"md", "markdown", "mdown", "mdx"};
  if (is_one_of(kMarkdown, name.extension)) return !is_companion(name);
  return name.extension != "yaml" && name.extension != "yml" && name.extension != "toml" &&
         has_front_matter(text, whole);
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
  if (const auto wire = detect_wire(head)) return wire;
  if (is_warc(trimmed(head.substr(0, kWarcHead)))) return Format::Warc;
  if (trimmed(head).empty()) return std::nullopt;
  // A page that is none is for its reader to say.
  if (!not_text(head).empty()) return is_page_extension(name.extension) ? std::optional(Format::Html) : std::nullopt;
  std::string decoded;
  const auto wide = markup::wide_charset(head);
  if (wide) {
    decoded = markup::html_to_utf8(head);
    head = decoded;
  } else if (head.starts_with(kUtf8Bom)) {
    head.remove_prefix(kUtf8Bom.size());
  }
  const std::string_view text = trimmed(head);
  if (text.empty()) return std::nullopt;
  if (is_reuters(text)) return wide ? std::nullopt : std::optional(Format::Reuters21578);
  if (is_markdown(name, text, whole)) return Format::Markdown;
  if (const auto markup = detect_markup(text, name.extension)) return markup->format;
  if (is_markup(text)) return std::nullopt;
  if (!wide && is_json_feed(text)) return Format::Feed;
  if (const auto json = detect_json(text, name.extension)) return json;
  if (const auto table = detect_table(head, whole, name)) return table;
  if (is_companion(name) || !may_be_text(name) || is_word_list(text)) return std::nullopt;
  constexpr int kBeyondChance = 2;
  return page_evidence(text) >= kBeyondChance ? Format::Page : Format::Text;
}

std::string why_no_dump(std::string_view head, std::string_view name) {
  if (!not_text(head).empty()) return std::string(media_kind(head));
  if (const auto markup = detect_markup(head, parse_name(name).extension)) return markup->what;
  return {};
}

bool is_xml(std::string_view head, std::string_view name) {
  if (!not_text(head).empty()) return false;
  const auto markup = detect_markup(head, parse_name(name).extension);
  return markup && markup->is_xml;
}

bool page_by_name(std::string_view name) {
  const Name parsed = parse_name(name);
  return is_page_extension(parsed.extension) && !parsed.base.starts_with("index.") &&
         !parsed.base.starts_with("readme.");
}

bool crawl_by_name(std::string_view name) {
  const std::string extension = parse_name(name).extension;
  return extension == "warc" || extension == "arc";
}

std::string stem_of(std::string_view name) {
  const Name parsed = parse_name(name);
  return parsed.base.substr(0, parsed.base.size() - (parsed.extension.empty() ? 0 : parsed.extension.size() + 1));
}

bool structured_by_name(std::string_view name) {
  constexpr std::array<std::string_view, 8> kStructured = {"jsonl", "ndjson", "json", "csv",
                                                           "tsv",   "sgm",    "sgml", "xml"};
  return is_one_of(kStructured, parse_name(name).extension);
}

}  // namespace morgue::formats

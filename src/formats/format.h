// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace morgue::formats {

enum class Format {
  JsonLines,
  Json,  ///< one object, or an array of them
  Csv,
  Tsv,
  Text,  ///< one article a file: first line the headline, rest the body; folder name = topic
  Page,  ///< text of a saved web page, navigation and all
  Reuters21578,
  Html,         ///< one saved page a file, with its markup
  Warc,         ///< WARC and ARC: what a crawler was served
  Feed,         ///< RSS, RDF, Atom, CDF, JSON Feed, WordPress export
  Nitf,         ///< IPTC NITF 2 and 3
  NewsMl,       ///< NewsML 1, NewsML-G2, and the XML that agencies build on them
  Anpa1312,     ///< wire text with control bytes
  Iptc7901,     ///< the same, of IPTC
  Markdown,     ///< one article a file, with YAML front matter
  Xml,          ///< any other XML, its records named by --map
};

/// The name that --format takes (`jsonl`, `json`, `csv`, `warc` ...).
std::string_view name_of(Format format);
std::optional<Format> format_from_name(std::string_view name);
std::vector<std::string_view> format_names();

/// Content first (`head`: the first 64 KiB or all of it), name second. Empty: not a dump of a known format (images,
/// programs, README and LICENSE files, DTDs, empty files).
std::optional<Format> detect(std::string_view head, std::string_view name);

/// What a file is that detect() gives no format for, to be read behind "it is ": `a PDF document`, `a sitemap: ...`,
/// `XML of an unknown kind ...`. Empty: cannot be said.
std::string why_no_dump(std::string_view head, std::string_view name);

/// Whether a file is XML, of a known kind or not.
bool is_xml(std::string_view head, std::string_view name);

/// Whether a file's name is that of a saved page, compressed or not, and not of a page about the folder.
bool page_by_name(std::string_view name);
/// Whether it says that it holds what a crawler was served (`crawl-7.warc.gz`).
bool crawl_by_name(std::string_view name);
/// A file's name in lower case without its endings: `a/Page.html.gz` gives `page`.
std::string stem_of(std::string_view name);

/// Whether a file's name says that it holds records of a structured format (`news.jsonl.gz`), compressed or not.
bool structured_by_name(std::string_view name);

}  // namespace morgue::formats

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
};

/// The name that --format takes (`jsonl`, `json`, `csv`, `tsv`, `text`, `page`, `reuters21578`).
std::string_view name_of(Format format);
std::optional<Format> format_from_name(std::string_view name);
std::vector<std::string_view> format_names();

/// Content first (`head`: the first 64 KiB or all of it), name second. Empty: not a dump of a known format (images,
/// programs, README and LICENSE files, DTDs, empty files).
std::optional<Format> detect(std::string_view head, std::string_view name);

/// Whether a file's name says that it holds records of a structured format (`news.jsonl.gz`), compressed or not.
bool structured_by_name(std::string_view name);

}  // namespace morgue::formats

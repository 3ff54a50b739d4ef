// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/format.h"

#include <algorithm>
#include <array>

namespace morgue::formats {
namespace {

struct Named {
  Format format;
  std::string_view name;
};

constexpr std::array<Named, 16> kNames = {{{Format::JsonLines, "jsonl"},
                                          {Format::Json, "json"},
                                          {Format::Csv, "csv"},
                                          {Format::Tsv, "tsv"},
                                          {Format::Text, "text"},
                                          {Format::Page, "page"},
                                          {Format::Reuters21578, "reuters21578"},
                                          {Format::Html, "html"},
                                          {Format::Warc, "warc"},
                                          {Format::Feed, "feed"},
                                          {Format::Nitf, "nitf"},
                                          {Format::NewsMl, "newsml"},
                                          {Format::Anpa1312, "anpa1312"},
                                          {Format::Iptc7901, "iptc7901"},
                                          {Format::Markdown, "markdown"},
                                          {Format::Xml, "xml"}}};

}  // namespace

std::string_view name_of(Format format) {
  return std::find_if(kNames.begin(), kNames.end(), [&](const Named& named) { return named.format == format; })->name;
}

std::optional<Format> format_from_name(std::string_view name) {
  const auto* found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Named& named) { return named.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->format;
}

std::vector<std::string_view> format_names() {
  std::vector<std::string_view> names;
  for (const Named& named : kNames) names.push_back(named.name);
  return names;
}

}  // namespace morgue::formats

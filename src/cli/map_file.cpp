// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/map_file.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <fstream>

#include "core/error.h"
#include "formats/format.h"

namespace morgue::cli {
namespace {

constexpr const char* kEntries = "it may hold format, source and records, and under [map] the article fields";

[[noreturn]] void refuse(const std::string& path, const std::string& problem, const std::string& hint) {
  throw Error(ErrorCode::Usage, path + ": " + problem, hint);
}

std::string single(const std::string& path, const CLI::ConfigItem& item) {
  if (item.inputs.size() != 1) refuse(path, item.name + " takes one value", kEntries);
  return item.inputs.front();
}

void add_mappings(const std::string& path, const CLI::ConfigItem& item, MapFile& file) {
  for (const std::string& input : item.inputs) {
    try {
      file.mappings.push_back(extract::parse_mapping(item.name + "=" + input));
    } catch (const Error& error) {
      refuse(path, error.message(), error.hint());
    }
  }
}

}  // namespace

MapFile read_map_file(const std::string& path) {
  std::ifstream in(path);
  if (!in)
    throw Error(ErrorCode::Io, path + ": cannot be read", "--map-file takes a TOML file; " + std::string(kEntries));
  std::vector<CLI::ConfigItem> items;
  try {
    items = CLI::ConfigTOML().from_config(in);
  } catch (const CLI::Error& error) {
    refuse(path, std::string("is not TOML: ") + error.what(), kEntries);
  }
  MapFile file;
  for (const CLI::ConfigItem& item : items) {
    if (item.name == "++" || item.name == "--") continue;  // CLI11's marks for the begin and end of a section
    if (item.parents == std::vector<std::string>{"map"}) {
      add_mappings(path, item, file);
    } else if (!item.parents.empty()) {
      refuse(path, "there is no section [" + item.parents.front() + "]", kEntries);
    } else if (item.name == "format") {
      file.format = single(path, item);
      if (!formats::format_from_name(file.format)) {
        refuse(path, "\"" + file.format + "\" is no format", "see morgue ingest --help for the formats there are");
      }
    } else if (item.name == "source") {
      file.source = single(path, item);
    } else if (item.name == "records") {
      file.records = single(path, item);
    } else {
      refuse(path, "there is no entry \"" + item.name + "\"", kEntries);
    }
  }
  return file;
}

}  // namespace morgue::cli

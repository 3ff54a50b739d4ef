// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "extract/extract.h"

namespace morgue::cli {

/// How the dumps of one provenance are read, kept in a TOML file beside them:
///
///     format = "csv"
///     source = "Harbour Herald"
///     records = "item"
///     [map]
///     headline = "titel"
///     authors = ["autor1", "autor2"]
struct MapFile {
  std::string format;
  std::string source;
  std::string records;
  std::vector<extract::Mapping> mappings;
};

/// Throws Error{Usage} naming the file and the entry, Error{Io} when it cannot be read.
MapFile read_map_file(const std::string& path);

}  // namespace morgue::cli

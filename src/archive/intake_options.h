// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/error.h"
#include "extract/extract.h"
#include "formats/format.h"

namespace morgue::archive {

/// A file for which more is known than its path.
struct IntakeFile {
  std::string path;
  std::string inner{};       ///< path below the folder that was searched; empty: named by the user
  std::int64_t offset = 0;   ///< JSON Lines: read on from here, which is the start of a line
  std::int64_t records = 0;  ///< records before `offset`
};

/// Memory that records may take between being read and being stored.
inline constexpr std::size_t kIntakeMemory = std::size_t{64} << 20;

struct IntakeOptions {
  std::vector<std::string> paths;         ///< files, folders, "-"
  std::optional<formats::Format> format;  ///< overrides detection
  extract::Options extract;
  std::string records;     ///< XML of an unknown kind: the element that is one record; empty: what looks like it
  std::int64_t limit = 0;  ///< stop after so many records; 0: no limit
  std::vector<IntakeFile> files{};  ///< instead of `paths`

  unsigned jobs = 1;                   ///< threads that extract, besides one that reads; 1: no threads at all
  std::size_t memory = kIntakeMemory;  ///< bytes
  bool keep_records = false;           ///< Intake::record() will be asked for
  bool prepare = false;                ///< Intake::prepared() will be
};

/// How far the files were read.
struct IntakePlace {
  std::size_t file = 0;      ///< index of the one read at the moment; those before it are finished
  bool resumable = false;    ///< JSON Lines as they lie on disk: can be read on from `offset`
  std::int64_t offset = 0;   ///< of the first byte behind the record
  std::int64_t records = 0;  ///< up to there, those before the file's own start included
};

/// A file below a folder or in a container that is no dump (a picture, a README).
struct Skipped {
  std::string name;
};

/// A dump that could not be read at all. Its Error code is Input.
struct Unreadable {
  std::string name;
  Error error;
};

}  // namespace morgue::archive

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/error.h"
#include "core/record.h"
#include "extract/extract.h"
#include "formats/format.h"
#include "io/byte_source.h"

namespace morgue::archive {

/// A file for which more is known than its path.
struct IntakeFile {
  std::string path;
  std::string inner{};       ///< path below the folder that was searched; empty: named by the user
  std::int64_t offset = 0;   ///< JSON Lines: read on from here, which is the start of a line
  std::int64_t records = 0;  ///< records before `offset`
};

struct IntakeOptions {
  std::vector<std::string> paths;         ///< files, folders, "-"
  std::optional<formats::Format> format;  ///< overrides detection
  extract::Options extract;
  std::string records;     ///< XML of an unknown kind: the element that is one record; empty: what looks like it
  std::int64_t limit = 0;  ///< stop after so many records; 0: no limit
  std::vector<IntakeFile> files{};  ///< instead of `paths`
};

/// How far the files were read.
struct IntakePlace {
  std::size_t file = 0;      ///< index of the one read at the moment; those before it are finished
  bool resumable = false;    ///< JSON Lines as they lie on disk: can be read on from `offset`
  std::int64_t offset = 0;   ///< of the first byte behind the record returned last
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

/// Dumps -> articles, one at a time, for `ingest` and `extract` alike. A dump that breaks off in the middle (truncated
/// compression) gives what it held and one Reject saying so.
class Intake {
 public:
  explicit Intake(IntakeOptions options);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  using Item = std::variant<Article, Reject, PassedOver, Skipped, Unreadable>;
  std::optional<Item> next();

  /// What was wrong with the record behind the article returned last, and did not keep it from being one.
  [[nodiscard]] const std::vector<std::string>& remarks() const;
  /// The record returned last, or what was made of it, and the format of its dump.
  [[nodiscard]] const Record& record() const;
  [[nodiscard]] formats::Format format() const;
  [[nodiscard]] io::RawProgress progress() const;
  /// Records read so far, without those passed over.
  [[nodiscard]] std::int64_t records() const;
  /// Where the item returned last ends.
  [[nodiscard]] IntakePlace place() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::archive

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

struct IntakeOptions {
  std::vector<std::string> paths;         ///< files, folders, "-"
  std::optional<formats::Format> format;  ///< overrides detection
  extract::Options extract;
  std::int64_t limit = 0;  ///< stop after so many records; 0: no limit
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

  using Item = std::variant<Article, Reject, Skipped, Unreadable>;
  std::optional<Item> next();

  [[nodiscard]] io::RawProgress progress() const;
  /// Records read so far.
  [[nodiscard]] std::int64_t records() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::archive

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "archive/layout.h"
#include "core/findings.h"

namespace morgue::archive {

/// One thing that was looked at.
struct Check {
  enum class Kind {
    Catalog,     ///< pages, rows and indexes of the database
    References,  ///< rows that refer to each other
    Articles,    ///< what must hold of articles
    Texts,
    Families,
    Places,   ///< what must hold between articles and documents
    Files,    ///< of a segment
    Segment,  ///< what Xapian says of it
    Documents,
    Terms,
    Stub,
    Debris,
    Lag,
  };
  enum class State { Ok, Problem, Skipped };

  Kind kind = Kind::Catalog;
  std::int64_t segment = 0;  ///< number, of the checks of one
  State state = State::Ok;
  std::string said;  ///< what was looked at, or why not
  Findings found;
};

struct VerifyOptions {
  bool deep = false;
  std::int64_t sample = 5000;  ///< articles that are analysed again; 0: all
  bool locked = false;         ///< the caller holds the writer's lock
  std::function<bool()> go_on;
  std::function<void(const Check&)> told;  ///< each check as soon as it is done
};

struct Verification {
  std::vector<Check> checks;
  std::int64_t articles = 0;
  std::int64_t segments = 0;

  [[nodiscard]] bool clean() const;
  [[nodiscard]] bool broken(Check::Kind kind) const;
  /// Segments with problems of their own.
  [[nodiscard]] std::set<std::int64_t> damaged_segments() const;
  /// Whether all that is wrong can be made again from what is not.
  [[nodiscard]] bool repairable() const;
  /// What is still fine, in a sentence; and the command to run. Empty when all is well.
  [[nodiscard]] std::string still_fine() const;
  [[nodiscard]] std::string command() const;
};

/// Compares an archive with itself and with what schema/README.md says of it: one snapshot, beside any writer; changes
/// nothing. Throws Error{Input} or Error{Version} when there is nothing to look at, Error{Interrupted}.
Verification verify(const Layout& layout, const VerifyOptions& options);

}  // namespace morgue::archive

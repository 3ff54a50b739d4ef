// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "archive/intake_options.h"
#include "archive/prepared_article.h"
#include "core/article.h"
#include "core/record.h"
#include "formats/format.h"
#include "io/byte_source.h"

namespace morgue::archive {

/// Dumps -> articles, one at a time, for `ingest` and `extract` alike. A dump that breaks off in the middle (truncated
/// compression) gives what it held and one Reject saying so. Records are read in one thread and made articles in
/// several (DumpFeed, Extraction), ahead of what is asked for here; what comes, and in which order, does not depend on
/// that.
class Intake {
 public:
  explicit Intake(IntakeOptions options);
  ~Intake();
  Intake(const Intake&) = delete;
  Intake& operator=(const Intake&) = delete;

  using Item = std::variant<Article, Reject, PassedOver, Skipped, Unreadable>;
  std::optional<Item> next();

  // What follows is about the item returned last.

  /// What was wrong with the record behind the article, and did not keep it from being one.
  [[nodiscard]] const std::vector<std::string>& remarks() const;
  /// With IntakeOptions::prepare: what storing the article needs.
  [[nodiscard]] const PreparedArticle& prepared() const;
  /// With IntakeOptions::keep_records: the record, or what was made of it.
  [[nodiscard]] const Record& record() const;
  /// Of its dump.
  [[nodiscard]] formats::Format format() const;
  /// How much was read up to there.
  [[nodiscard]] io::RawProgress progress() const;
  /// Records up to there, without those passed over.
  [[nodiscard]] std::int64_t records() const;
  /// Where it ends.
  [[nodiscard]] IntakePlace place() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::archive

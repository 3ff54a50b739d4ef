// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/batch_writer.h"
#include "archive/intake.h"
#include "catalog/checkpoints.h"
#include "catalog/collections.h"
#include "jobs/plan.h"
#include "jobs/report.h"
#include "jobs/voice.h"

namespace morgue::jobs {

/// Reads what is new in one collection. Articles and the checkpoints of their files are committed together.
class CollectionReader {
 public:
  /// `options` says how records are read; the files are those of the plan.
  CollectionReader(catalog::Catalog& catalog, archive::BatchWriter& writer, const catalog::Collection& collection,
                   Plan plan, archive::IntakeOptions options, const JobObserver& observer);

  /// False when it was stopped.
  bool read(CollectionReport& report, std::int64_t& fresh_rejects);

 private:
  /// How far a file was read.
  struct Progress {
    std::optional<std::int64_t> offset;  ///< where it can be read on from
    std::int64_t records = 0;
    std::int64_t unfinished = 0;
    std::optional<std::string> problem;
    bool vanished = false;  ///< between being found and being opened
  };

  void settle_unread();
  void choose_files();
  void begin(std::size_t index);
  void finish();
  void save_open_file();
  bool unfinished_line(const archive::IntakePlace& place);
  void note_place(const archive::IntakePlace& place);
  void problem(const archive::Unreadable& unreadable);
  [[nodiscard]] const PlannedFile& current() const { return *reading_[at_]; }

  catalog::CheckpointTable checkpoints_;
  catalog::RunDetails details_;
  archive::BatchWriter& writer_;
  const catalog::Collection& collection_;
  Plan plan_;
  archive::IntakeOptions options_;
  const JobObserver& observer_;
  std::int64_t now_;
  std::vector<const PlannedFile*> reading_;  ///< those that are read, as the intake gets them
  std::size_t at_ = 0;
  bool open_ = false;
  Progress progress_;
  CollectionReport* report_ = nullptr;
};

}  // namespace morgue::jobs

// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/collection_reader.h"

#include <ctime>
#include <utility>

#include "archive/file_hash.h"

namespace morgue::jobs {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;
// Somebody who writes a line is done with it sooner.
constexpr std::int64_t kSecondsToFinish = 3600;

std::string with_hint(const Error& error) {
  return error.hint().empty() ? error.message() : error.message() + " (" + error.hint() + ")";
}

catalog::RunCounts difference(const catalog::RunCounts& a, const catalog::RunCounts& b) {
  return {a.records - b.records,     a.added - b.added,           a.revised - b.revised,
          a.unchanged - b.unchanged, a.duplicates - b.duplicates, a.rejected - b.rejected};
}

}  // namespace

CollectionReader::CollectionReader(catalog::Catalog& catalog, archive::BatchWriter& writer,
                                   const catalog::Collection& collection, Plan plan, archive::IntakeOptions options,
                                   const JobObserver& observer)
    : checkpoints_(catalog),
      details_(catalog),
      writer_(writer),
      collection_(collection),
      plan_(std::move(plan)),
      options_(std::move(options)),
      observer_(observer),
      now_(std::time(nullptr)) {}

/// What needs no reading: files touched, empty, back again, or gone.
void CollectionReader::settle_unread() {
  const auto write = [this] {
    for (const PlannedFile& planned : plan_.work) {
      if (is_read(planned)) continue;
      catalog::Checkpoint settled = planned.before;
      if (planned.change != FileChange::Untouched) settled = {};
      settled.path = planned.file.path;
      settled.size = planned.file.size;
      settled.modified = planned.file.modified;
      settled.inode = planned.file.inode;
      settled.gone_at.reset();
      if (!settled.read_at) settled.read_at = now_;
      checkpoints_.save(collection_.id, settled);
    }
    for (const std::string& path : plan_.gone) checkpoints_.mark_gone(collection_.id, path, now_);
  };
  for (const PlannedFile& planned : plan_.work) {
    if (is_read(planned)) reading_.push_back(&planned);
  }
  if (reading_.size() < plan_.work.size() || !plan_.gone.empty()) writer_.with_batch(write);
}

void CollectionReader::choose_files() {
  for (const PlannedFile* planned : reading_) {
    archive::IntakeFile file{planned->file.path, planned->file.inner};
    if (planned->change == FileChange::Grown) {
      file.offset = planned->before.offset.value_or(0);
      file.records = planned->before.records;
    }
    options_.files.push_back(std::move(file));
  }
}

void CollectionReader::begin(std::size_t index) {
  at_ = index;
  open_ = true;
  progress_ = {};
  if (options_.files[index].offset > 0) {
    progress_.offset = options_.files[index].offset;
    progress_.records = options_.files[index].records;
  }
}

void CollectionReader::finish() {
  open_ = false;
  if (progress_.vanished) {
    writer_.with_batch([&] { checkpoints_.mark_gone(collection_.id, current().file.path, now_); });
    return;
  }
  ++report_->done.files;
  bool changed = false;
  catalog::Checkpoint checkpoint = settle(current().file, progress_.offset, progress_.records, now_, changed);
  checkpoint.unfinished = progress_.unfinished;
  checkpoint.problem = progress_.problem;
  if (progress_.problem) {
    // What is wrong with the contents stays so until they change; what cannot be opened is tried again each time.
    if (!archive::hash_of_start(current().file.path, 1)) checkpoint.modified = 0;
  } else if (changed) {
    observer_.say(Weight::Note, current().file.path + ": changed while it was read; the next run reads it again");
  }
  writer_.with_batch([&] { checkpoints_.save(collection_.id, checkpoint); });
}

/// A batch ends within a file: what of it can be read on from is written down with it.
void CollectionReader::save_open_file() {
  if (!open_ || !progress_.offset || progress_.problem) return;
  bool changed = false;
  catalog::Checkpoint checkpoint = settle(current().file, progress_.offset, progress_.records, now_, changed);
  checkpoint.modified = 0;
  checkpoints_.save(collection_.id, checkpoint);
}

/// Whether the record just rejected is a last line that somebody may be writing at the moment.
bool CollectionReader::unfinished_line(const archive::IntakePlace& place) {
  if (!place.resumable || now_ - current().file.modified / kNanoseconds > kSecondsToFinish) return false;
  if (archive::ends_line(current().file.path, place.offset)) return false;
  if (!progress_.offset) progress_.offset = 0;
  progress_.unfinished = place.offset - *progress_.offset;
  return true;
}

void CollectionReader::note_place(const archive::IntakePlace& place) {
  progress_.records = place.records;
  progress_.offset.reset();
  if (place.resumable) progress_.offset = place.offset;
}

void CollectionReader::problem(const archive::Unreadable& unreadable) {
  if (!look_at(current().file.path)) {
    // Somebody clears up: nothing to mend.
    progress_.vanished = true;
    observer_.say(Weight::Note, current().file.path + ": gone before it could be read");
    return;
  }
  progress_.problem = unreadable.error.message();
  ++report_->problems;
  observer_.say(Weight::Problem, with_hint(unreadable.error));
}

bool CollectionReader::read(CollectionReport& report, std::int64_t& fresh_rejects) {
  report_ = &report;
  settle_unread();
  if (reading_.empty()) {
    writer_.commit();
    return true;
  }
  choose_files();
  options_.prepare = true;
  const catalog::RunCounts before = writer_.counts();
  writer_.set_collection(collection_.id);
  writer_.renew_rejects();
  writer_.before_commit([&] { save_open_file(); });
  archive::Intake intake(options_);
  begin(0);
  bool stopped = false;
  while (!stopped) {
    const auto item = intake.next();
    const archive::IntakePlace place = intake.place();
    const std::size_t reached = item ? place.file : reading_.size() - 1;
    while (at_ < reached) {
      finish();
      begin(at_ + 1);
    }
    if (!item) break;
    if (const auto* reject = std::get_if<Reject>(&*item)) {
      if (unfinished_line(place)) continue;
      note_place(place);
      if (writer_.add(*reject)) {
        ++fresh_rejects;
        observer_.rejected(*reject);
      }
    } else if (const auto* article = std::get_if<Article>(&*item)) {
      note_place(place);
      writer_.add(*article, intake.prepared(), intake.remarks());
    } else if (std::holds_alternative<PassedOver>(*item)) {
      note_place(place);
    } else if (std::holds_alternative<archive::Skipped>(*item)) {
      ++report.skipped;
    } else {
      problem(std::get<archive::Unreadable>(*item));
    }
    const auto& counts = writer_.counts();
    observer_.progress(
        {archive::IngestProgress::Stage::Reading, counts.records, counts.rejected, intake.progress(), 0, 0});
    stopped = observer_.stop_wanted();
  }
  if (!stopped) finish();
  report.done.counts = difference(writer_.counts(), before);
  writer_.with_batch([&] { details_.set_collection(writer_.run(), report.done); });
  writer_.commit();
  writer_.before_commit({});
  writer_.set_collection(0);
  return !stopped;
}

}  // namespace morgue::jobs

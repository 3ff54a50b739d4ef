// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/plan.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <optional>

#include "archive/file_hash.h"

namespace morgue::jobs {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;
// Hashing so much takes no longer than a breath; beyond it, doubt is resolved by reading again.
constexpr std::int64_t kMostHashed = 256 << 20;
// A line without an end is waited for so long.
constexpr std::int64_t kSecondsToFinish = 3600;
// Two changes within a tick of the clock leave the same mtime; some file systems keep seconds.
constexpr std::int64_t kTick = 40'000'000;
constexpr std::int64_t kCoarseTick = 2 * kNanoseconds;

bool same_file(const FoundFile& file, const catalog::Checkpoint& known) {
  return file.size == known.size && file.modified == known.modified && file.inode == known.inode;
}

/// Whether the file still begins with what was read of it.
bool begins_alike(const FoundFile& file, const catalog::Checkpoint& known, std::int64_t bytes) {
  if (known.hash) return archive::hash_of_start(file.path, bytes) == known.hash;
  return known.edges && file.inode == known.inode && archive::hash_of_edges(file.path, bytes) == known.edges;
}

std::optional<FileChange> judge(const FoundFile& file, const catalog::Checkpoint& known, const PlanOptions& options) {
  if (options.again) return FileChange::Repeated;
  if (same_file(file, known)) {
    const bool left = known.unfinished > 0 && options.now - file.modified / kNanoseconds > kSecondsToFinish;
    if (left) return FileChange::Grown;
    return known.gone_at ? std::optional(FileChange::Untouched) : std::nullopt;
  }
  if (options.look_only) {
    // Read a moment after it was written: most likely as it was.
    const bool likely = known.modified == 0 && known.hash && file.size == known.size && file.inode == known.inode;
    return likely ? std::nullopt : std::optional(FileChange::Changed);
  }
  if (!known.offset) {
    const bool alike =
        file.size == known.size && known.hash && archive::hash_of_start(file.path, file.size) == known.hash;
    return alike ? FileChange::Untouched : FileChange::Changed;
  }
  if (file.size < *known.offset) return FileChange::Shrunk;
  if (!begins_alike(file, known, *known.offset)) return FileChange::Changed;
  return file.size == *known.offset ? FileChange::Untouched : FileChange::Grown;
}

/// Whether a change right after we looked could have left the mtime as it is.
bool too_fresh(const FoundFile& file, std::int64_t now) {
  const std::int64_t tick = file.modified % kNanoseconds == 0 ? kCoarseTick : kTick;
  return std::abs(now - file.modified) < tick;
}

std::int64_t nanoseconds_now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

}  // namespace

Plan make_plan(const Scan& scan, const std::vector<catalog::Checkpoint>& known, const PlanOptions& options) {
  Plan plan;
  plan.there = static_cast<std::int64_t>(scan.files.size());
  bool any_was_there = false;
  auto before = known.begin();
  // What cannot be looked at now is not gone for that.
  const auto out_of_sight = [&scan](const std::string& path) {
    return std::ranges::any_of(scan.problems, [&path](const ScanProblem& problem) {
      return path == problem.path || path.starts_with(problem.path + "/");
    });
  };
  const auto missed = [&](const catalog::Checkpoint& checkpoint) {
    if (checkpoint.gone_at || out_of_sight(checkpoint.path)) return;
    // Left out on purpose is not lost.
    any_was_there = any_was_there || !look_at(checkpoint.path);
    plan.gone.push_back(checkpoint.path);
  };
  for (const FoundFile& file : scan.files) {
    for (; before != known.end() && before->path < file.path; ++before) missed(*before);
    if (before == known.end() || before->path != file.path) {
      plan.work.push_back({file, FileChange::New, {}});
      continue;
    }
    const auto change = judge(file, *before, options);
    if (change) plan.work.push_back({file, *change, *before});
    if (!change || *change == FileChange::Untouched) ++plan.unchanged;
    ++before;
  }
  for (; before != known.end(); ++before) missed(*before);
  plan.all_gone = any_was_there && scan.files.empty();
  return plan;
}

bool is_read(const PlannedFile& planned) {
  // An empty file is one that will grow, or nothing at all.
  return planned.change != FileChange::Untouched && planned.file.size > 0;
}

catalog::Checkpoint settle(const FoundFile& file, const std::optional<std::int64_t>& offset, std::int64_t records,
                           std::int64_t now, bool& changed) {
  catalog::Checkpoint out;
  out.path = file.path;
  out.size = file.size;
  out.modified = file.modified;
  out.inode = file.inode;
  out.offset = offset;
  out.records = records;
  out.read_at = now;
  const std::int64_t bytes = offset.value_or(file.size);
  if (bytes <= kMostHashed) out.hash = archive::hash_of_start(file.path, bytes);
  if (offset) out.edges = archive::hash_of_edges(file.path, bytes);
  // Behind the hashes: whatever changes later shows.
  const auto after = look_at(file.path);
  const bool same = after && after->size == file.size && after->modified == file.modified && after->inode == file.inode;
  const bool grew = offset && after && after->inode == file.inode && after->size >= *offset;
  changed = !same && !grew;
  if (changed) {
    out.modified = 0;
    out.hash.reset();
    out.edges.reset();
  } else if (too_fresh(file, nanoseconds_now())) {
    out.modified = 0;
  }
  return out;
}

}  // namespace morgue::jobs

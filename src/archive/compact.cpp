// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/compact.h"

#include <cstdlib>
#include <filesystem>

#include "archive/room.h"
#include "catalog/segment_table.h"
#include "catalog/upkeep.h"
#include "io/file_lock.h"

namespace morgue::archive {
namespace {

ArchiveSize measure(const Layout& layout, catalog::Catalog& catalog) {
  ArchiveSize size;
  for (const char* suffix : {"", "-wal"}) size.catalog += bytes_of(layout.catalog().string() + suffix);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  for (const auto& row : catalog::SegmentTable(catalog).live()) {
    ++size.segments;
    size.dead += row.dead;
    for (const auto& file : row.files) size.index += bytes_of(layout.segment(row.location) / file.name);
  }
  return size;
}

std::int64_t pending(catalog::Catalog& catalog) {
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return catalog::SegmentTable(catalog).pending_count();
}

/// Where SQLite puts its temporary files.
std::filesystem::path scratch_folder() {
  for (const char* name : {"SQLITE_TMPDIR", "TMPDIR"}) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    if (value != nullptr && *value != '\0') return value;
  }
  return "/var/tmp";
}

bool same_file_system(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::error_code unknown;
  const auto first = std::filesystem::space(a, unknown);
  const auto second = std::filesystem::space(b, unknown);
  return !unknown && first.capacity == second.capacity && first.free == second.free;
}

}  // namespace

Compaction compact(const Layout& layout, const CompactOptions& options, const std::string& command) {
  layout.require();
  layout.create();  // the index folder, when it was lost
  const io::FileLock lock(layout.lock(), command);
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
  catalog::Upkeep upkeep(catalog);
  sweep_segments(layout, catalog);
  Compaction done;
  done.before = measure(layout, catalog);
  const bool merge = done.before.segments > 1 || done.before.dead > 0 || pending(catalog) > 0;
  // The catalog is there three times for a while: as it is, as a temporary file, and in the log.
  const std::int64_t rows = upkeep.bytes() - upkeep.free_bytes();
  const bool together = same_file_system(layout.root(), scratch_folder());
  require_room(layout.root(), rows * (together ? 2 : 1) + (merge ? done.before.index : 0), "compacting");
  if (!together) require_room(scratch_folder(), rows, "compacting");

  if (merge) {
    options.step("merging " + std::to_string(done.before.segments) + " segments");
    IndexOptions indexing = options.indexing;
    indexing.full = true;
    done.indexed = bring_index_up_to_date(layout, catalog, indexing);
  }
  options.step("writing the catalog anew");
  upkeep.vacuum();
  done.log_emptied = upkeep.checkpoint();
  done.after = measure(layout, catalog);
  return done;
}

}  // namespace morgue::archive

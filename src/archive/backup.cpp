// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/backup.h"

#include <algorithm>
#include <ctime>
#include <system_error>

#include "archive/places.h"
#include "core/error.h"
#include "io/file_lock.h"

namespace morgue::archive {
namespace {

constexpr const char* kAnother = "name a folder that is empty, or that holds a backup of this archive";

/// Throws unless the folder is free, or holds what an earlier backup left there.
void require_backup_folder(const Layout& target) {
  if (contents_of(target) == Contents::Other) {
    throw Error(ErrorCode::Input, target.root().string() + ": there is something else in this folder", kAnother);
  }
}

/// Throws if the earlier backup is worth more than the new one would be.
void require_older(const Layout& target, catalog::Catalog& archive, const std::string& name) {
  if (!std::filesystem::exists(target.catalog())) return;
  const auto there = catalog::look_at(target.catalog());
  if (!there) return;  // damaged: any backup is better
  const std::string where = target.root().string();
  if (!there->mark) {
    throw Error(ErrorCode::Input, where + ": is an archive of its own, not a backup", kAnother);
  }
  const auto standing = catalog::Upkeep(archive).standing();
  if (there->standing.origin != standing.origin && there->standing.last_run > 0) {
    throw Error(ErrorCode::Input, where + ": is a backup of another archive, once in " + there->mark->of,
                "name another folder, or replace it with --force");
  }
  if (there->standing.last_seq > standing.last_seq || there->standing.last_run > standing.last_run ||
      there->standing.numbers > standing.numbers) {
    throw Error(ErrorCode::Input,
                where + ": the backup there knows more (" + std::to_string(there->standing.articles) +
                    " articles) than " + name + " (" + std::to_string(standing.articles) + ")",
                "bring it back with `morgue restore " + where + "`, or replace it with --force");
  }
}

}  // namespace

Copied back_up(const Layout& archive, const std::filesystem::path& folder, const BackupOptions& options,
               const std::string& command) {
  archive.require();
  const Layout target(folder);
  require_apart(archive.root(), target.root());
  require_backup_folder(target);
  ArchiveSnapshot snapshot(archive);
  if (!options.force) require_older(target, snapshot.catalog(), archive.root().string());
  target.create();
  const io::FileLock lock(target.lock(), command);
  CopyOptions copying;
  copying.mark = {std::filesystem::weakly_canonical(archive.root()).string(), std::time(nullptr)};
  copying.reuse = options.quick ? Look::Sizes : Look::Hashes;
  copying.progress = options.progress;
  return copy_archive(snapshot, target, copying);
}

}  // namespace morgue::archive

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "archive/layout.h"
#include "archive/segment_copy.h"
#include "archive/snapshot.h"
#include "catalog/upkeep.h"

namespace morgue::archive {

struct Copied {
  std::int64_t articles = 0;
  std::int64_t segments = 0;
  std::int64_t bytes_copied = 0;
  std::int64_t bytes_reused = 0;   ///< of segments that were there already
  bool settings_left_out = false;  ///< they are somebody else's: a copy of ours would make them ours
};

struct CopyOptions {
  catalog::BackupMark mark;
  Look reuse = Look::Hashes;  ///< how segments that are there already are looked at
  /// Told bytes done and in all; returns false to give up. May be empty.
  std::function<bool(std::int64_t done, std::int64_t total)> progress;
};

/// Makes an ordinary archive of a snapshot in another folder, in which nothing or an earlier copy is. The earlier copy
/// stays whole until its catalog is replaced, in one step; only then what it alone used is removed. A kill leaves
/// folders that the next copy uses or removes. Everything written is read back. Needs the lock of `target`.
Copied copy_archive(ArchiveSnapshot& from, const Layout& target, const CopyOptions& options);

}  // namespace morgue::archive

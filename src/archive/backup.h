// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/copy_archive.h"
#include "archive/layout.h"
#include "archive/verify.h"
#include "catalog/takedowns.h"

namespace morgue::archive {

struct BackupOptions {
  bool quick = false;  ///< segments that are there already are trusted by their sizes
  bool force = false;  ///< also over a backup that knows more than the archive, or of another one
  std::function<bool(std::int64_t done, std::int64_t total)> progress;
};

/// Copies an archive as it is at one moment into a folder, as an archive that can be searched. Searches and a writer go
/// on. Throws Error{Usage} or Error{Input} for a folder that cannot be one for backups, Error{Inconsistent} when the
/// archive is damaged: the backup that was there stays as it is.
Copied back_up(const Layout& archive, const std::filesystem::path& folder, const BackupOptions& options,
               const std::string& command);

struct RestoreOptions {
  bool force = false;  ///< also in place of an archive that knows more than the backup, or another one
  std::function<bool(std::int64_t done, std::int64_t total)> progress;
};

struct Restored {
  Copied copied;
  std::optional<catalog::BackupMark> mark;
  std::filesystem::path aside;  ///< where the archive went that was there; empty: there was none
  /// Takedowns in force there of which the backup does not know: what they withdrew is back.
  std::vector<catalog::Takedown> forgotten;
};

/// Makes an archive of a backup, verified, in the place of what is there, which is moved aside and never removed.
Restored restore(const std::filesystem::path& folder, const Layout& archive, const RestoreOptions& options,
                 const std::string& command);

}  // namespace morgue::archive

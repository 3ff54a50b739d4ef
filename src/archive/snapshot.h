// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "archive/layout.h"
#include "archive/segment_copy.h"
#include "catalog/catalog.h"

namespace morgue::archive {

/// The catalog and the files of all live segments as they were at one moment, whatever writers do afterwards: rows by a
/// read transaction, files by being open.
class ArchiveSnapshot {
 public:
  /// Throws as Catalog does, and Error{Inconsistent} when a segment is not whole.
  explicit ArchiveSnapshot(const Layout& layout);

  /// Where the archive is: for what lies beside its catalog.
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
  [[nodiscard]] catalog::Catalog& catalog() { return catalog_; }
  [[nodiscard]] const std::vector<HeldSegment>& segments() const { return segments_; }

 private:
  std::filesystem::path folder_;
  catalog::Catalog catalog_;
  std::optional<catalog::Transaction> transaction_;
  std::vector<HeldSegment> segments_;
};

}  // namespace morgue::archive

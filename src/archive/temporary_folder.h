// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>

namespace morgue::archive {

/// A folder of its own in $TMPDIR (or /tmp), readable by its owner only, which goes with the object.
class TemporaryFolder {
 public:
  /// Throws Error{Io}.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace morgue::archive

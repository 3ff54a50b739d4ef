// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace morgue::archive {

/// Paths inside an archive folder; the on-disk contract of DESIGN section 4.
class Layout {
 public:
  explicit Layout(std::filesystem::path root) : root_(std::move(root)) {}

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }
  [[nodiscard]] std::filesystem::path catalog() const { return root_ / "catalog.db"; }
  [[nodiscard]] std::filesystem::path lock() const { return root_ / "lock"; }
  /// Held by who makes reports of saved searches.
  [[nodiscard]] std::filesystem::path watch_lock() const { return root_ / "watch.lock"; }
  [[nodiscard]] std::filesystem::path index() const { return root_ / "index"; }
  [[nodiscard]] std::filesystem::path current() const { return index() / "current"; }
  [[nodiscard]] std::filesystem::path segment(const std::string& location) const { return index() / location; }
  /// `seg-000007`
  static std::string segment_location(std::int64_t number);

  /// Makes the folders of a new archive, private to their owner. Throws Error{Input} when the root is a file.
  void create() const;
  /// Throws Error{Input} naming the folder and what makes an archive when there is none.
  void require() const;

 private:
  std::filesystem::path root_;
};

}  // namespace morgue::archive

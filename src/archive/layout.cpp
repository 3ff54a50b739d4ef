// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/layout.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>

#include "core/error.h"
#include "io/durable.h"

namespace morgue::archive {
namespace {

constexpr mode_t kPrivate = 0700;  // archives hold unpublished and licensed text

/// A folder whose name was not synced is gone after a power cut, with all that was committed in it.
void sync_name(const std::filesystem::path& path) {
  const std::filesystem::path parent = path.has_parent_path() ? path.parent_path() : ".";
  // Folders that others may not list can only be synced by their owner, who made this one.
  if (access(parent.c_str(), R_OK) == 0) io::sync_path(parent);
}

void make_folder(const std::filesystem::path& path) {
  if (mkdir(path.c_str(), kPrivate) == 0) return sync_name(path);
  const int error = errno;
  std::error_code status;
  if (error == EEXIST && std::filesystem::is_directory(path, status)) return;
  if (error == EEXIST || error == ENOTDIR) {
    throw Error(ErrorCode::Input, path.string() + ": is a file, but an archive is a folder",
                "name another folder with --archive DIR or MORGUE_ARCHIVE");
  }
  throw system_error(path.string() + ": cannot make the folder", error);
}

/// Segments are made and removed below it: a link would have that done somewhere else.
void require_own_folder(const std::filesystem::path& path) {
  std::error_code status;
  if (!std::filesystem::is_symlink(std::filesystem::symlink_status(path, status))) return;
  throw Error(ErrorCode::Inconsistent, path.string() + ": is a link, and the index of an archive is a folder in it",
              "see where it leads, and put the folder itself in its place");
}

}  // namespace

std::string Layout::segment_location(std::int64_t number) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "seg-%06lld", static_cast<long long>(number));
  return buffer.data();
}

void Layout::create() const {
  const auto absolute = std::filesystem::absolute(root_).lexically_normal();
  std::filesystem::path made;
  for (const auto& part : absolute) {
    if (part.empty()) continue;  // behind a slash at the end
    made /= part;
    std::error_code status;
    if (std::filesystem::is_directory(made, status)) continue;
    make_folder(made);
  }
  // A run that was killed may have made the folder and no more.
  std::error_code status;
  if (!std::filesystem::exists(catalog(), status)) sync_name(made);
  require_own_folder(index());
  make_folder(index());
}

void Layout::require() const {
  std::error_code status;
  if (std::filesystem::exists(root_, status) && !std::filesystem::is_directory(root_, status)) {
    throw Error(ErrorCode::Input, root_.string() + ": is a file, but an archive is a folder",
                "name another folder with --archive DIR or MORGUE_ARCHIVE");
  }
  if (!std::filesystem::exists(catalog(), status)) {
    throw Error(ErrorCode::Input, root_.string() + ": there is no archive here",
                "make one with: morgue --archive " + root_.string() + " ingest DUMP...");
  }
  require_own_folder(index());
}

}  // namespace morgue::archive

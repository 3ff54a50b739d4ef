// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace morgue::io {

/// fsync(2) of a file or folder. Throws Error{Io}.
void sync_path(const std::filesystem::path& path);
/// fsync of every regular file in the folder, then of the folder itself.
void sync_tree(const std::filesystem::path& folder);
/// Replaces `path` by new contents so that a reader or a crash sees the old or the new, never a mixture.
/// What becomes of a link in the place of a file: a person's own (Follow) leads to the file that is meant; in a folder
/// of ours (Replace) there is none, and nothing is written where one leads.
enum class Links { Follow, Replace };
void write_file_atomically(const std::filesystem::path& path, std::string_view contents, Links links = Links::Follow);

/// A file that takes the place of `path` when it is complete, as write_file_atomically does it, but written in pieces:
/// until commit() the old contents stay, and without it they stay for good. What is no
/// regular file (a pipe, a device) cannot be replaced and is written to directly. Throws Error{Io}.
class AtomicFile {
 public:
  explicit AtomicFile(const std::filesystem::path& path, Links links = Links::Follow);
  ~AtomicFile();
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;

  void write(std::string_view contents);
  void commit();

 private:
  void flush();

  std::filesystem::path path_;
  std::string written_to_;  ///< a file beside `path_`, or `path_` itself
  std::string buffer_;
  int fd_ = -1;
};

}  // namespace morgue::io

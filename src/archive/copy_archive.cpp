// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/copy_archive.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "archive/indexer.h"
#include "archive/room.h"
#include "core/error.h"
#include "io/durable.h"
#include "io/folder.h"
#include "io/own_file.h"

namespace morgue::archive {
namespace {

constexpr const char* kSettings = "config.toml";

class Copier {
 public:
  Copier(ArchiveSnapshot& from, const Layout& target, const CopyOptions& options)
      : from_(from), target_(target), options_(options), fresh_(target.catalog().string() + ".new") {}

  Copied run() {
    target_.create();
    remove_fresh();
    look_at_earlier();
    const std::int64_t catalog_bytes = catalog::Upkeep(from_.catalog()).bytes();
    make_room(catalog_bytes);
    for (const HeldSegment& segment : from_.segments()) put(segment);
    io::sync_path(target_.index());
    copy_catalog(catalog_bytes);
    replace_catalog();
    copy_settings();
    catalog::Catalog copy(target_.catalog(), catalog::Catalog::Mode::Read);
    sweep_segments(target_, copy);
    io::sync_path(target_.index());
    return result_;
  }

 private:
  void remove_fresh() const {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
      std::error_code gone;
      std::filesystem::remove(fresh_.string() + suffix, gone);
    }
  }

  void look_at_earlier() {
    if (!std::filesystem::exists(target_.catalog())) return;
    if (const auto earlier = catalog::look_at(target_.catalog())) in_use_ = earlier->locations;
  }

  void make_room(std::int64_t catalog_bytes) {
    total_ = catalog_bytes;
    std::int64_t needed = catalog_bytes;
    for (const HeldSegment& segment : from_.segments()) {
      const bool there =
          check_segment_files(target_.segment(segment.row().location), segment.row(), Look::Sizes, {}).none();
      total_ += segment.bytes() * (there ? 1 : 2);  // what is written is read again
      if (!there) needed += segment.bytes();
    }
    require_room(target_.root(), needed, "the copy");
  }

  bool tell(std::int64_t bytes) {
    done_ += bytes;
    return !options_.progress || options_.progress(std::min(done_, total_), total_);
  }

  void put(const HeldSegment& segment) {
    const auto& row = segment.row();
    const auto telling = [this](std::int64_t bytes) { return tell(bytes); };
    std::string location = row.location;
    for (int other = 2;; ++other) {
      const auto folder = target_.segment(location);
      const bool there = std::filesystem::exists(std::filesystem::symlink_status(folder));
      if (there && check_segment_files(folder, row, options_.reuse, telling).none()) {
        result_.bytes_reused += segment.bytes();
        break;
      }
      // Another segment of this name, or a damaged one: the earlier copy keeps what it names until it is replaced.
      if (!there || std::ranges::find(in_use_, location) == in_use_.end()) {
        io::remove_tree(folder);
        segment.copy_to(folder, telling);
        result_.bytes_copied += segment.bytes();
        break;
      }
      location = row.location + "-" + std::to_string(other);
    }
    if (location != row.location) moved_[row.number] = location;
    ++result_.segments;
  }

  void copy_catalog(std::int64_t catalog_bytes) {
    std::int64_t before = 0;
    catalog::Upkeep upkeep(from_.catalog());
    result_.articles = upkeep.standing().articles;
    upkeep.copy_to(fresh_, options_.mark, moved_, [&](std::int64_t done, std::int64_t) {
      const std::int64_t more = done - before;
      before = done;
      return tell(more);
    });
    result_.bytes_copied += catalog_bytes;
  }

  /// A log belongs to the file beside it: it must be gone before another file takes that name.
  void replace_catalog() const {
    const std::string log = target_.catalog().string() + "-wal";
    if (bytes_of(log) > 0 && std::filesystem::exists(target_.catalog())) catalog::empty_log(target_.catalog());
    for (const std::string& file : {log, target_.catalog().string() + "-shm"}) {
      std::error_code gone;
      std::filesystem::remove(file, gone);
    }
    if (std::rename(fresh_.c_str(), target_.catalog().c_str()) != 0) {
      throw system_error("cannot replace " + target_.catalog().string(), errno);
    }
    io::sync_path(target_.root());
  }

  /// Settings that are not there are not there in the copy either.
  void copy_settings() {
    const auto source = from_.folder() / kSettings;
    const auto target = target_.root() / kSettings;
    if (!std::filesystem::is_regular_file(source)) {
      if (std::filesystem::remove(target)) io::sync_path(target_.root());
      return;
    }
    // They may name commands, which are run from a file of one's own only.
    if (!io::is_own_file(source)) {
      result_.settings_left_out = true;
      return;
    }
    std::ifstream in(source, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.is_open() || in.bad()) {
      throw Error(ErrorCode::Io, source.string() + ": cannot be read", "make the file readable, or take it away");
    }
    io::write_file_atomically(target, text, io::Links::Replace);
  }

  ArchiveSnapshot& from_;
  const Layout& target_;
  const CopyOptions& options_;
  std::filesystem::path fresh_;
  std::vector<std::string> in_use_;  ///< locations that the earlier copy names
  std::map<std::int64_t, std::string> moved_;
  std::int64_t total_ = 0;
  std::int64_t done_ = 0;
  Copied result_;
};

}  // namespace

Copied copy_archive(ArchiveSnapshot& from, const Layout& target, const CopyOptions& options) {
  return Copier(from, target, options).run();
}

}  // namespace morgue::archive

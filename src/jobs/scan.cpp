// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/scan.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>

#include "io/folder_walk.h"
#include "io/raw_file.h"
#include "jobs/glob.h"

namespace morgue::jobs {
namespace {

constexpr std::int64_t kNanoseconds = 1'000'000'000;
constexpr std::size_t kMaxDepth = 200;

struct CloseFolder {
  void operator()(DIR* folder) const { closedir(folder); }
};

FoundFile described(std::string path, const struct stat& status) {
  FoundFile file;
  file.path = std::move(path);
  file.size = status.st_size;
  file.modified = std::int64_t{status.st_mtim.tv_sec} * kNanoseconds + status.st_mtim.tv_nsec;
  file.inode = static_cast<std::int64_t>(status.st_ino);
  return file;
}

/// The files one pattern stands for.
class PatternWalk {
 public:
  PatternWalk(const std::string& pattern, const std::vector<std::string>& excludes, Scan& out)
      : excludes_(excludes), out_(out) {
    std::string literal;
    for (const auto& part : std::filesystem::path(pattern)) {
      if (part == "/" || part.empty()) continue;
      const bool wild = !parts_.empty() || has_wildcard(part.native());
      if (wild) {
        parts_.push_back(part.native());
      } else {
        literal += "/" + unescaped(part.native());
      }
    }
    root_ = literal.empty() ? "/" : literal;
  }

  void run() {
    struct stat status {};
    if (stat(root_.c_str(), &status) != 0) {
      report(root_, errno);
      return;
    }
    if (parts_.empty() && !S_ISDIR(status.st_mode) && !S_ISREG(status.st_mode)) {
      out_.problems.push_back({root_, root_ + ": is neither a file nor a folder"});
      return;
    }
    if (parts_.empty() && !S_ISDIR(status.st_mode)) {
      add(root_, "", status);
      return;
    }
    todo_.push_back({"", 0});
    while (!todo_.empty()) {
      const Place place = std::move(todo_.back());
      todo_.pop_back();
      visit(place);
    }
  }

 private:
  /// A folder below the root, and the part of the pattern that its names are to match; behind the last: any name.
  struct Place {
    std::string inner;
    std::size_t part;
    std::size_t depth = 0;
  };

  [[nodiscard]] std::string path_of(const std::string& inner) const {
    if (inner.empty()) return root_;
    return root_ == "/" ? "/" + inner : root_ + "/" + inner;
  }

  void report(const std::string& path, int error) {
    out_.problems.push_back({path, io::path_error(path, error).message(), error == ENOENT && path == root_});
  }

  [[nodiscard]] bool excluded(const std::string& path) const {
    return std::any_of(excludes_.begin(), excludes_.end(), [&path](const std::string& pattern) {
      if (pattern.starts_with('/')) return path_matches(pattern, path);
      return name_matches(pattern, std::string_view(path).substr(path.rfind('/') + 1));
    });
  }

  void add(const std::string& path, const std::string& inner, const struct stat& status) {
    if (!S_ISREG(status.st_mode) || excluded(path)) return;
    FoundFile file = described(path, status);
    file.inner = inner;
    out_.files.push_back(std::move(file));
  }

  void visit(const Place& place) {
    const std::string folder = path_of(place.inner);
    const std::unique_ptr<DIR, CloseFolder> listing(opendir(folder.c_str()));
    struct stat status {};
    if (!listing || fstat(dirfd(listing.get()), &status) != 0) {
      // Gone since its parent was listed: as if it had never been there.
      if (errno != ENOENT || place.inner.empty()) report(folder, errno);
      return;
    }
    // Links can lead round in circles.
    if (place.depth > kMaxDepth || !seen_.emplace(status.st_dev, status.st_ino, place.part).second) return;
    if (io::is_archive_folder(folder)) return;
    while (const dirent* item = readdir(listing.get())) {
      const std::string name = item->d_name;
      if (name != "." && name != "..") look_at_name(place, name, item->d_type, dirfd(listing.get()));
    }
  }

  void look_at_name(const Place& place, const std::string& name, unsigned char type, int folder) {
    const bool hidden = name.starts_with('.');
    bool file_matches = false;
    std::vector<std::size_t> below;
    if (place.part == parts_.size()) {
      // In a folder that matched as a whole.
      if (hidden) return;
      file_matches = true;
      below.push_back(place.part);
    }
    for (std::size_t part = place.part; part < parts_.size(); ++part) {
      const bool last = part + 1 == parts_.size();
      if (parts_[part] == "**") {
        // It stands for no folder at all, too: the next part may match this name.
        if (hidden) continue;
        below.push_back(part);
        file_matches = file_matches || last;
        continue;
      }
      if (name_matches(parts_[part], name)) {
        below.push_back(part + 1);
        file_matches = file_matches || last;
      }
      break;
    }
    if (!file_matches && below.empty()) return;
    if (type == DT_REG && !file_matches) return;
    struct stat status {};
    const std::string inner = place.inner.empty() ? name : place.inner + "/" + name;
    const std::string path = path_of(inner);
    if (fstatat(folder, name.c_str(), &status, 0) != 0) {
      if (errno != ENOENT) report(path, errno);
      return;
    }
    if (S_ISDIR(status.st_mode)) {
      if (excluded(path)) return;
      for (const std::size_t part : below) todo_.push_back({inner, part, place.depth + 1});
    } else if (file_matches) {
      add(path, inner, status);
    }
  }

  const std::vector<std::string>& excludes_;
  Scan& out_;
  std::string root_;
  std::vector<std::string> parts_;
  std::vector<Place> todo_;
  std::set<std::tuple<dev_t, ino_t, std::size_t>> seen_;
};

}  // namespace

Scan scan(const catalog::Collection& collection) {
  Scan out;
  for (const std::string& pattern : collection.paths) PatternWalk(pattern, collection.excludes, out).run();
  // The first mention wins: a file named as it is has no inner path.
  std::ranges::stable_sort(out.files, {}, &FoundFile::path);
  const auto same_path = [](const FoundFile& one, const FoundFile& other) { return one.path == other.path; };
  out.files.erase(std::unique(out.files.begin(), out.files.end(), same_path), out.files.end());
  return out;
}

std::optional<FoundFile> look_at(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return std::nullopt;
  return described(path, status);
}

std::string absolute_pattern(const std::string& pattern) {
  std::filesystem::path path = std::filesystem::absolute(pattern).lexically_normal();
  // A slash at the end says no more than the folder's name.
  if (!path.has_filename() && path.has_parent_path()) path = path.parent_path();
  return path.string();
}

}  // namespace morgue::jobs

// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/walk.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "io/archive_stream.h"
#include "io/folder_walk.h"
#include "io/open_dump.h"
#include "io/raw_file.h"

namespace morgue::io {
namespace {

bool is_hidden(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return path[slash == std::string::npos ? 0 : slash + 1] == '.';
}

/// The outermost file as the bottom of a chain of sources; the Walker asks it for progress.
class SharedFile : public ByteSource {
 public:
  explicit SharedFile(std::shared_ptr<RawFile> file) : file_(std::move(file)) {}
  std::size_t read(std::span<char> into) override { return file_->read(into); }

 private:
  std::shared_ptr<RawFile> file_;
};

/// Ends a dump that is larger than the limit with an error.
class LimitedSource : public ByteSource {
 public:
  LimitedSource(std::unique_ptr<ByteSource> below, std::uint64_t limit, std::string name)
      : below_(std::move(below)), limit_(limit), name_(std::move(name)) {}

  std::size_t read(std::span<char> into) override {
    const std::size_t got = below_->read(into);
    given_ += got;
    if (given_ <= limit_) return got;
    throw Error(ErrorCode::Io, name_ + ": larger than " + std::to_string(limit_) + " bytes when decompressed",
                "split the dump, or unpack it by hand if you trust it");
  }

 private:
  std::unique_ptr<ByteSource> below_;
  std::uint64_t limit_;
  std::uint64_t given_ = 0;
  std::string name_;
};

}  // namespace

struct Walker::State {
  using Found = std::variant<Entry, EntryError>;
  struct Level {
    std::unique_ptr<Container> container;
    std::string name;
  };

  std::vector<WalkFile> paths;
  WalkLimits limits;
  std::size_t next_path = 0;
  std::optional<FolderWalk> folder;
  std::vector<Level> levels;     ///< containers open at the moment, outermost first
  std::shared_ptr<RawFile> raw;  ///< the outermost file being read; shared with the sources above it
  std::uint64_t raw_size = 0;
  std::uint64_t done = 0;
  std::optional<std::uint64_t> total;
  bool totalled = false;

  void sum_up() {
    if (std::exchange(totalled, true)) return;
    std::uint64_t sum = 0;
    for (const auto& [path, inner, offset] : paths) {
      struct stat status {};
      if (path == "-") return;
      if (stat(path.c_str(), &status) != 0) continue;
      if (S_ISDIR(status.st_mode)) {
        sum += FolderWalk::total_bytes(path);
      } else if (S_ISREG(status.st_mode)) {
        sum += static_cast<std::uint64_t>(std::max<std::int64_t>(0, status.st_size - offset));
      } else {
        return;  // a pipe
      }
    }
    total = sum;
  }

  [[nodiscard]] std::uint64_t read_of_current() const {
    // Reading a zip's directory first makes a file be read a little more than once.
    if (!raw) return 0;
    return raw_size > 0 ? std::min(raw->bytes_read(), raw_size) : raw->bytes_read();
  }

  void close_file() {
    levels.clear();
    // What a caller left unread counts as done.
    if (raw) done += raw_size > 0 ? raw_size : raw->bytes_read();
    raw.reset();
  }

  /// Makes an Entry of `below`, or puts a container on the stack and gives nothing.
  std::optional<Found> open(std::unique_ptr<ByteSource> below, RawFile* seekable, std::string name, std::string inner) {
    try {
      Opened opened = open_dump(std::move(below), *raw, seekable, name, limits);
      if (opened.container) {
        if (std::cmp_greater_equal(levels.size(), limits.nesting)) {
          throw Error(ErrorCode::Input, name + ": more than " + std::to_string(limits.nesting) +
                                            " containers inside each other; unpack it by hand if you trust it");
        }
        levels.push_back({std::move(opened.container), std::move(name)});
        return std::nullopt;
      }
      Entry entry;
      entry.bytes = std::make_unique<LimitedSource>(std::move(opened.plain), limits.member_bytes, name);
      entry.name = std::move(name);
      entry.inner = std::move(inner);
      entry.size = raw->size();
      entry.modified = raw->modified();
      entry.as_on_disk = levels.empty() && !opened.compressed;
      return entry;
    } catch (Error& error) {
      return EntryError{name, Error(ErrorCode::Input, error.message(), error.hint())};
    }
  }

  /// Without a look at what it is.
  Entry entry_from(const WalkFile& file) {
    if (raw->seek(file.offset, SEEK_SET) != file.offset) {
      throw Error(ErrorCode::Input, "cannot read " + file.path + " from byte " + std::to_string(file.offset) + " on");
    }
    raw_size = raw->size() - std::min(raw->size(), static_cast<std::uint64_t>(file.offset));
    Entry entry{file.path, file.inner, raw->size(), raw->modified(), true, nullptr};
    entry.bytes = std::make_unique<LimitedSource>(std::make_unique<SharedFile>(raw), limits.member_bytes, file.path);
    return entry;
  }

  std::optional<Found> open_file(const std::string& path, std::string inner, std::int64_t offset = 0) {
    try {
      raw = std::make_shared<RawFile>(path);
      if (offset > 0) return entry_from({path, std::move(inner), offset});
    } catch (Error& error) {
      return EntryError{path, error};
    }
    raw_size = raw->size();
    return open(std::make_unique<SharedFile>(raw), raw.get(), path, std::move(inner));
  }

  std::optional<Found> next_member() {
    Level& level = levels.back();
    try {
      std::optional<Container::Member> member = level.container->next();
      if (!member) {
        levels.pop_back();
        return std::nullopt;
      }
      if (is_hidden(member->path)) return std::nullopt;
      const std::string name = level.name + "!" + member->path;
      if (member->problem) {
        const Error& problem = *member->problem;
        return EntryError{name, Error(problem.code(), name + ": " + problem.message(), problem.hint())};
      }
      return open(level.container->open(), nullptr, name, std::move(member->path));
    } catch (Error& error) {
      EntryError report{level.name, Error(ErrorCode::Input, error.message(), error.hint())};
      levels.pop_back();
      return report;
    }
  }

  std::optional<Found> next_file() {
    if (folder) {
      auto found = folder->next();
      if (!found) {
        folder.reset();
        return std::nullopt;
      }
      if (auto* error = std::get_if<EntryError>(&*found)) return std::move(*error);
      auto& file = std::get<FolderWalk::File>(*found);
      return open_file(file.path, std::move(file.inner));
    }
    const auto& [path, inner, offset] = paths[next_path++];
    struct stat status {};
    if (path != "-" && stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
      folder.emplace(path);
      return std::nullopt;
    }
    return open_file(path, inner, offset);
  }
};

Walker::Walker(std::vector<std::string> paths, WalkLimits limits) : state_(std::make_unique<State>()) {
  for (std::string& path : paths) state_->paths.push_back({std::move(path)});
  state_->limits = limits;
}
Walker::Walker(std::vector<WalkFile> files, WalkLimits limits) : state_(std::make_unique<State>()) {
  state_->paths = std::move(files);
  state_->limits = limits;
}
Walker::~Walker() = default;

std::optional<std::variant<Entry, EntryError>> Walker::next() {
  State& state = *state_;
  state.sum_up();
  while (true) {
    std::optional<State::Found> found;
    if (!state.levels.empty()) {
      found = state.next_member();
    } else {
      state.close_file();
      if (!state.folder && state.next_path == state.paths.size()) return std::nullopt;
      found = state.next_file();
    }
    if (found) return found;
  }
}

RawProgress Walker::progress() const {
  state_->sum_up();
  return {state_->done + state_->read_of_current(), state_->total};
}

std::size_t Walker::begun() const {
  return state_->next_path;
}

}  // namespace morgue::io

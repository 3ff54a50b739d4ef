// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/archive_stream.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <string_view>
#include <utility>
#include <vector>

#include "io/damage.h"
#include "io/gzip_source.h"

namespace morgue::io {
namespace {

constexpr std::size_t kBlock = 64U << 10U;
constexpr std::size_t kLongestName = 4096;

int filter_code(ContentKind kind) {
  switch (kind) {
    case ContentKind::Zstd:
      return ARCHIVE_FILTER_ZSTD;
    case ContentKind::Bzip2:
      return ARCHIVE_FILTER_BZIP2;
    case ContentKind::Xz:
      return ARCHIVE_FILTER_XZ;
    default:
      return ARCHIVE_FILTER_NONE;
  }
}

/// libarchive's words for the same thing in its several readers, in plain ones.
std::string plain_words(std::string_view said) {
  if (said.find("nrecognized archive format") != said.npos) return "the file ends too early, or is damaged";
  const bool cut = said.find("runcated") != said.npos || said.find("remature") != said.npos;
  return (cut ? "the file ends too early" : "the file is damaged") + (" (" + std::string(said) + ")");
}

/// One libarchive reader on top of a source.
class Handle {
 public:
  Handle(std::unique_ptr<ByteSource> below, Seek seek, ContentKind kind, std::string name, Expansion expansion)
      : below_(std::move(below)),
        seek_(std::move(seek)),
        kind_(kind),
        name_(std::move(name)),
        expansion_(std::move(expansion)),
        archive_(archive_read_new()) {
    if (archive_ == nullptr) throw Error(ErrorCode::Io, name_ + ": out of memory");
    if (kind == ContentKind::Tar) {
      archive_read_support_format_tar(archive_.get());
    } else if (kind == ContentKind::Zip) {
      archive_read_support_format_zip(archive_.get());
    } else {
      archive_read_support_format_raw(archive_.get());
    }
    // The filter is set, not guessed: with guessing, compressed data inside would be taken apart without our limits.
    archive_read_append_filter(archive_.get(), filter_code(kind));
    archive_read_set_read_callback(archive_.get(), &Handle::on_read);
    if (seek_) archive_read_set_seek_callback(archive_.get(), &Handle::on_seek);
    archive_read_set_callback_data(archive_.get(), this);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;

  /// The next entry, or null at the end and after a failure, or once where an entry has no sound header.
  archive_entry* next() {
    damaged_header_ = false;
    if (failed_) return nullptr;
    if (!opened_) {
      opened_ = true;
      // A stream without a first byte is an error to libarchive, whether it is empty or broken.
      if (archive_read_open1(archive_.get()) < ARCHIVE_WARN) {
        if (!below_failure_ && is_empty_stream(kind_, first_)) {
          failed_ = true;
          return nullptr;
        }
        fail();
      }
    }
    archive_entry* entry = nullptr;
    int result = archive_read_next_header(archive_.get(), &entry);
    // Block for block until there is a sound one.
    while (result == ARCHIVE_RETRY && in_damage_) result = archive_read_next_header(archive_.get(), &entry);
    in_damage_ = result == ARCHIVE_RETRY;
    damaged_header_ = in_damage_;
    if (result == ARCHIVE_EOF || damaged_header_) return nullptr;
    if (result < ARCHIVE_WARN) fail();
    position_ = 0;
    block_ = {};
    block_offset_ = 0;
    ended_ = false;
    damage_.clear();
    return entry;
  }

  [[nodiscard]] bool damaged_header() const { return damaged_header_; }

  /// Data of the entry. Blocks are taken one by one, as archive_read_data forgets what it has when an error follows.
  std::size_t read(std::span<char> into) {
    if (into.empty()) return 0;
    while (block_.empty() && !ended_) {
      if (!damage_.empty()) {
        ended_ = true;
        throw damage_error(name_, damage_);
      }
      next_block();
    }
    if (ended_) return 0;
    std::size_t count = 0;
    if (position_ < block_offset_) {  // a hole in a sparse file
      count = static_cast<std::size_t>(std::min<std::uint64_t>(into.size(), block_offset_ - position_));
      std::memset(into.data(), 0, count);
    } else {
      count = std::min(into.size(), block_.size());
      std::memcpy(into.data(), block_.data(), count);
      block_.remove_prefix(count);
      block_offset_ += count;
    }
    position_ += count;
    expansion_.add(count);
    return count;
  }

 private:
  struct Free {
    void operator()(archive* handle) const { archive_read_free(handle); }
  };

  void next_block() {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(archive_.get(), &data, &size, &offset);
    if (result == ARCHIVE_EOF) {
      ended_ = true;
      return;
    }
    if (result == ARCHIVE_RETRY) return;
    if (result < ARCHIVE_WARN) {
      ended_ = true;
      if (result == ARCHIVE_FATAL || below_failure_) fail();
      throw damage_error(name_, plain_words(said()));
    }
    // A wrong checksum is a mere warning to libarchive, given with the last block.
    if (result == ARCHIVE_WARN) damage_ = plain_words(said());
    block_ = {static_cast<const char*>(data), size};
    block_offset_ = std::max(position_, static_cast<std::uint64_t>(std::max<la_int64_t>(offset, 0)));
  }

  [[noreturn]] void fail() {
    failed_ = true;
    ended_ = true;
    if (below_failure_) std::rethrow_exception(std::exchange(below_failure_, nullptr));
    throw damage_error(name_, plain_words(said()));
  }

  std::string said() {
    const char* text = archive_error_string(archive_.get());
    return text != nullptr ? text : "no reason given";
  }

  // No exception may pass through libarchive: it is kept, and thrown again behind the call.
  static la_ssize_t on_read(archive*, void* self_pointer, const void** block) {
    auto* self = static_cast<Handle*>(self_pointer);
    try {
      *block = self->input_.data();
      const std::size_t size = self->below_->read(self->input_);
      if (!std::exchange(self->started_, true)) self->first_.assign(self->input_.data(), size);
      return static_cast<la_ssize_t>(size);
    } catch (...) {
      self->below_failure_ = std::current_exception();
      return -1;
    }
  }
  static la_int64_t on_seek(archive*, void* self_pointer, la_int64_t offset, int whence) {
    const std::int64_t position = static_cast<Handle*>(self_pointer)->seek_(offset, whence);
    return position < 0 ? static_cast<la_int64_t>(ARCHIVE_FATAL) : position;
  }

  std::unique_ptr<ByteSource> below_;
  Seek seek_;
  ContentKind kind_;
  std::string name_;
  Expansion expansion_;
  std::vector<char> input_ = std::vector<char>(kBlock);
  std::string first_;  ///< the first block of input
  bool started_ = false;
  std::exception_ptr below_failure_;
  std::unique_ptr<archive, Free> archive_;
  bool opened_ = false;
  bool failed_ = false;
  bool in_damage_ = false;
  bool damaged_header_ = false;
  bool ended_ = true;
  std::uint64_t position_ = 0;
  std::uint64_t block_offset_ = 0;
  std::string_view block_;
  std::string damage_;
};

class Decompressed : public ByteSource {
 public:
  Decompressed(std::unique_ptr<ByteSource> below, ContentKind kind, const std::string& name, const Expansion& expansion)
      : handle_(std::move(below), {}, kind, name, expansion) {}

  std::size_t read(std::span<char> into) override {
    if (!started_) {
      started_ = true;
      if (handle_.next() == nullptr) return 0;
    }
    return handle_.read(into);
  }

 private:
  Handle handle_;
  bool started_ = false;
};

std::string path_of(archive_entry* entry) {
  // The UTF-8 form comes first: the other one depends on the locale and is missing in C for names outside ASCII.
  if (const char* path = archive_entry_pathname_utf8(entry); path != nullptr) return path;
  if (const char* path = archive_entry_pathname(entry); path != nullptr) return path;
  return "?";
}

}  // namespace

class Container::Stream {
 public:
  Stream(std::unique_ptr<ByteSource> below, Seek seek, ContentKind kind, const std::string& name,
         const Expansion& expansion)
      : handle(std::move(below), std::move(seek), kind, name, expansion) {}
  Handle handle;
  std::uint64_t member = 0;
};

std::unique_ptr<ByteSource> decompress(std::unique_ptr<ByteSource> below, ContentKind kind, const std::string& name,
                                       const Expansion& expansion) {
  // libarchive drops up to a block in front of a damaged place, and does not look at checksums.
  if (kind == ContentKind::Gzip) return open_gzip(std::move(below), name, expansion);
  return std::make_unique<Decompressed>(std::move(below), kind, name, expansion);
}

Container::Container(std::unique_ptr<ByteSource> below, Seek seek, ContentKind kind, const std::string& name,
                     const Expansion& expansion)
    : stream_(std::make_shared<Stream>(std::move(below), std::move(seek), kind, name, expansion)) {}
Container::~Container() = default;

std::optional<Container::Member> Container::next() {
  ++stream_->member;
  while (archive_entry* entry = stream_->handle.next()) {
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr) continue;
    Member member{path_of(entry), std::nullopt};
    if (member.path.size() > kLongestName) {
      member.path.resize(kLongestName);
      member.problem = Error(ErrorCode::Input, "a member name is longer than 4096 bytes");
    } else if (archive_entry_is_encrypted(entry) != 0) {
      member.problem = Error(ErrorCode::Input, "the member is encrypted", "unpack the archive with its password first");
    }
    return member;
  }
  if (!stream_->handle.damaged_header()) return std::nullopt;
  return Member{"?", Error(ErrorCode::Input, "a member is left out, as its header is damaged",
                           "what stands behind it is read; see whether the container came over whole")};
}

std::unique_ptr<ByteSource> Container::open() {
  /// Reads nothing once the container has moved on, instead of another member's bytes.
  class MemberSource : public ByteSource {
   public:
    explicit MemberSource(std::shared_ptr<Stream> stream) : stream_(std::move(stream)), member_(stream_->member) {}
    std::size_t read(std::span<char> into) override {
      return member_ == stream_->member ? stream_->handle.read(into) : 0;
    }

   private:
    std::shared_ptr<Stream> stream_;
    std::uint64_t member_;
  };
  return std::make_unique<MemberSource>(stream_);
}

}  // namespace morgue::io

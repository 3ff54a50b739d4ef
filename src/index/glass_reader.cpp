// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

#include "core/error.h"

namespace morgue::index::glass {
namespace {

constexpr unsigned kHeader = 11;
constexpr unsigned kLevelAt = 4;
constexpr unsigned kDirectoryEndAt = 9;
constexpr unsigned kFirstFlag = 0x2000;
constexpr unsigned kLastFlag = 0x4000;
constexpr unsigned kCompressedFlag = 0x8000;
constexpr unsigned kSizeMask = 0x1FFF;
constexpr unsigned kLeafHead = 3;  // flags and size, length of the key
constexpr unsigned kBranchHead = 5;
constexpr unsigned kComponent = 2;

std::uint32_t big_endian(const char* at, unsigned bytes) {
  std::uint32_t number = 0;
  for (unsigned i = 0; i < bytes; ++i) number = number << 8 | static_cast<unsigned char>(at[i]);
  return number;
}

}  // namespace

struct TableReader::Bytes {
  std::array<char, kBlockSize + TableCursor::kSlack> bytes{};

  [[nodiscard]] unsigned level() const { return static_cast<unsigned char>(bytes[kLevelAt]); }
  [[nodiscard]] unsigned directory_end() const { return big_endian(&bytes[kDirectoryEndAt], 2); }
  [[nodiscard]] unsigned items() const { return (directory_end() - kHeader) / 2; }
  /// Where an item begins; 0 if it cannot.
  [[nodiscard]] unsigned item(unsigned number) const {
    const unsigned at = big_endian(&bytes[kHeader + 2 * number], 2);
    return at >= directory_end() && at + kBranchHead <= kBlockSize ? at : 0;
  }
};

TableReader::TableReader(std::filesystem::path path, const TableRoot& root) : path_(std::move(path)), root_(root) {
  if (root_.entries == 0) return;
  fd_ = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) throw system_error("cannot open " + path_.string(), errno);
}

TableReader::~TableReader() {
  if (fd_ >= 0) ::close(fd_);
}

void TableReader::damaged() const {
  throw Error(ErrorCode::Inconsistent, path_.string() + " is damaged",
              "`morgue reindex --full` builds the index again from the catalog");
}

TableReader::BlockPtr TableReader::block(std::uint32_t number, unsigned level) {
  Kept& kept = kept_[number % kKept];
  if (!kept.block || kept.number != number) {
    auto fresh = std::make_shared<Bytes>();
    std::size_t have = 0;
    while (have < kBlockSize) {
      const auto from = static_cast<off_t>(std::uint64_t{number} * kBlockSize + have);
      const ssize_t count = ::pread(fd_, &fresh->bytes[have], kBlockSize - have, from);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) throw system_error("cannot read " + path_.string(), errno);
      if (count == 0) damaged();
      have += static_cast<std::size_t>(count);
    }
    if (fresh->directory_end() <= kHeader || fresh->directory_end() > kBlockSize) damaged();
    kept = {number, std::move(fresh)};
  }
  if (kept.block->level() != level) damaged();
  return kept.block;
}

/// Of a leaf, or, with a block below instead of a tag, of a branch.
struct TableCursor::Item {
  std::string_view key;
  unsigned component = 1;
  std::string_view piece;
  bool first = true;
  bool last = true;
  std::uint32_t child = 0;

  [[nodiscard]] bool after(std::string_view other) const {
    const int order = key.compare(other);
    return order != 0 ? order > 0 : component > 1;
  }
};

TableCursor::Item TableCursor::item() const {
  const TableReader::Bytes& block = *path_.back().block;
  const unsigned at = block.item(path_.back().item);
  if (at == 0) table_->damaged();
  const char* const bytes = block.bytes.data() + at;
  Item item;
  if (block.level() > 0) {
    const auto size = static_cast<unsigned char>(bytes[4]);
    if (at + kBranchHead + size + kComponent > kBlockSize) table_->damaged();
    item.child = big_endian(bytes, 4);
    item.key = {bytes + kBranchHead, size};
    item.component = big_endian(bytes + kBranchHead + size, kComponent);
    return item;
  }
  const std::uint32_t flags = big_endian(bytes, 2);
  const unsigned size = (flags & kSizeMask) + kLeafHead;
  const auto key_size = static_cast<unsigned char>(bytes[2]);
  item.first = (flags & kFirstFlag) != 0;
  item.last = (flags & kLastFlag) != 0;
  const unsigned before = kLeafHead + key_size + (item.first ? 0 : kComponent);
  // No table that is read here is ever compressed.
  if (before > size || at + size > kBlockSize || (flags & kCompressedFlag) != 0) table_->damaged();
  item.key = {bytes + kLeafHead, key_size};
  if (!item.first) item.component = big_endian(bytes + kLeafHead + key_size, kComponent);
  item.piece = {bytes + before, size - before};
  return item;
}

/// To the last item that is not behind the key, if it is in the leaf where the key belongs; false: it is before that.
bool TableCursor::descend(std::string_view key) {
  path_.clear();
  if (table_->root_.entries == 0) return false;
  std::uint32_t number = table_->root_.block;
  for (unsigned level = table_->root_.level;; --level) {
    path_.push_back({table_->block(number, level), 0});
    Place& place = path_.back();
    // Of a branch the first item is before everything.
    unsigned low = level > 0 ? 1 : 0;
    unsigned high = place.block->items();
    while (low < high) {
      place.item = low + (high - low) / 2;
      if (item().after(key)) {
        high = place.item;
      } else {
        low = place.item + 1;
      }
    }
    place.item = low > 0 ? low - 1 : 0;
    if (level == 0) return low > 0;
    number = item().child;
  }
}

bool TableCursor::find(std::string_view key) {
  if (!descend(key) || item().key != key) return false;
  read();
  return true;
}

bool TableCursor::find_last(std::string_view key) {
  if (!descend(key) && !back()) return false;
  while (!item().first) {
    if (!back()) table_->damaged();
  }
  if (item().key.empty()) return false;  // what stands before the first entry
  read();
  return true;
}

bool TableCursor::next() {
  if (!forward()) return false;
  read();
  return true;
}

bool TableCursor::forward() {
  const std::size_t depth = path_.size();
  while (!path_.empty() && path_.back().item + 1 >= path_.back().block->items()) path_.pop_back();
  if (path_.empty()) return false;
  ++path_.back().item;
  while (path_.size() < depth) {
    const unsigned level = path_.back().block->level();
    path_.push_back({table_->block(item().child, level - 1), 0});
  }
  return true;
}

bool TableCursor::back() {
  const std::size_t depth = path_.size();
  while (!path_.empty() && path_.back().item == 0) path_.pop_back();
  if (path_.empty()) return false;
  --path_.back().item;
  while (path_.size() < depth) {
    const unsigned level = path_.back().block->level();
    path_.push_back({table_->block(item().child, level - 1), 0});
    path_.back().item = path_.back().block->items() - 1;
  }
  return true;
}

/// The entry that begins with the present item; stops at its last.
void TableCursor::read() {
  Item part = item();
  if (!part.first) table_->damaged();
  key_ = part.key;
  tag_ = part.piece;
  if (part.last) return;
  joined_ = part.piece;
  while (!part.last) {
    if (!forward()) table_->damaged();
    const unsigned before = part.component;
    part = item();
    if (part.first || part.key != key_ || part.component != before + 1) table_->damaged();
    joined_ += part.piece;
  }
  const std::size_t size = joined_.size();
  joined_.append(kSlack, '\0');
  tag_ = std::string_view(joined_).substr(0, size);
}

}  // namespace morgue::index::glass

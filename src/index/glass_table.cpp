// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_table.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/error.h"

namespace morgue::index::glass {
namespace {

constexpr std::size_t kBufferedBlocks = 128;
// A long tag may begin in the rest of a block if at least this much of it goes there.
constexpr std::size_t kWorthwhilePiece = 64;
constexpr unsigned kMaxComponents = 65535;

/// The shortest key above `left` and not above `right`.
std::string_view dividing_key(std::string_view left, std::string_view right) {
  const auto shared = std::mismatch(left.begin(), left.end(), right.begin(), right.end()).second - right.begin();
  return right.substr(0, static_cast<std::size_t>(shared) + 1);
}

}  // namespace

void TableWriter::begin() {
  file_ = std::make_unique<OutputFile>(path_);
  buffer_.resize(kBufferedBlocks * kBlockSize);
  block_ = Block(buffer_.data());
  leaves_.push_back({});
  // Readers skip the first item, so it must be there: no key, no tag.
  add_item({});
}

void TableWriter::add(std::string_view key, std::string_view tag) {
  if (key.empty() || key.size() > kMaxKey || key <= last_key_) {
    throw Error(ErrorCode::Internal, "a key of " + path_.string() + " is out of order or has an impossible length");
  }
  if (entries_++ == 0) begin();
  const std::size_t size = LeafItem::overhead(key.size(), 1) + tag.size();
  if (size > kMaxItem) {
    add_split(key, tag);
  } else {
    if (size > block_.room()) start_leaf(key, 1);
    add_item({key, 1, true, tag});
  }
  last_key_ = key;
}

void TableWriter::add_split(std::string_view key, std::string_view tag) {
  for (unsigned component = 1; component == 1 || !tag.empty(); ++component) {
    if (component > kMaxComponents) {
      throw Error(ErrorCode::Internal, "an entry of " + path_.string() + " is longer than the index format allows");
    }
    const std::size_t overhead = LeafItem::overhead(key.size(), component);
    if (block_.room() < overhead + std::min(tag.size(), kWorthwhilePiece)) start_leaf(key, component);
    const auto piece = tag.substr(0, std::min(block_.room(), kMaxItem) - overhead);
    tag.remove_prefix(piece.size());
    add_item({key, component, tag.empty(), piece});
  }
}

void TableWriter::add_item(const LeafItem& item) {
  item.write(block_.add(item.size()));
}

/// Closes the leaf and begins the next, whose first item will have that key.
void TableWriter::start_leaf(std::string_view key, unsigned component) {
  close_block(0);
  // A tag that goes on from the last leaf has the same key there: the component makes the difference.
  const auto dividing = component == 1 ? dividing_key(last_key_, key) : key;
  leaves_.push_back({static_cast<std::uint32_t>(blocks_), component, std::string(dividing)});
}

void TableWriter::close_block(unsigned level) {
  block_.close(level);
  ++buffered_;
  if (++blocks_ > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::Io, path_.string() + " is larger than the index format allows");
  }
  if (buffered_ == kBufferedBlocks) flush();
  block_ = Block(buffer_.data() + buffered_ * kBlockSize);
}

void TableWriter::flush() {
  file_->append({buffer_.data(), buffered_ * kBlockSize});
  buffered_ = 0;
}

/// The blocks of one level of branches. A child's dividing key stands in the level above it, where it is not the first
/// of its block; if it is, it divides that block from its neighbour, one level higher.
std::vector<TableWriter::Child> TableWriter::build_level(const std::vector<Child>& children, unsigned level) {
  std::vector<Child> blocks;
  for (const Child& child : children) {
    BranchItem item{child.block, child.key, child.component};
    if (blocks.empty() || item.size() > block_.room()) {
      if (!blocks.empty()) close_block(level);
      blocks.push_back({static_cast<std::uint32_t>(blocks_), child.component, child.key});
      item = {child.block, {}, 0};
    }
    item.write(block_.add(item.size()));
  }
  close_block(level);
  return blocks;
}

TableRoot TableWriter::finish() {
  TableRoot root;
  if (entries_ == 0) return root;
  close_block(0);
  auto children = std::exchange(leaves_, {});
  for (; children.size() > 1; ++root.level) {
    if (root.level + 1 == kMaxLevels) throw Error(ErrorCode::Internal, path_.string() + " is too deep a tree");
    children = build_level(children, root.level + 1);
  }
  flush();
  file_->close();
  root.entries = entries_;
  root.blocks = static_cast<std::uint32_t>(blocks_);
  root.block = root.blocks - 1;
  return root;
}

}  // namespace morgue::index::glass

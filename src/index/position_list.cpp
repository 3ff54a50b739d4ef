// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/position_list.h"

#include <algorithm>
#include <utility>

#include "core/error.h"
#include "index/blob.h"

namespace morgue::index {
namespace {

constexpr std::size_t kMaxChunks = 0xFE'FFFF;  // the first byte of a chunk's number is never FF

std::string list_key(std::string_view term) {
  std::string key(1, kPositionsPrefix);
  for (const char c : term) {
    key.push_back(c);
    if (c == '\0') key.push_back('\xFF');
  }
  return key;
}

std::string chunk_key(const std::string& list_key, std::size_t number) {
  std::string key = list_key;
  key.push_back('\0');
  for (const unsigned shift : {16U, 8U, 0U}) key.push_back(static_cast<char>(number >> shift & 0xFFU));
  return key;
}

}  // namespace

void append_entry(std::string& body, std::uint64_t number, std::span<const std::uint32_t> positions) {
  append_varint(body, number);
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const bool more = i + 1 < positions.size();
    append_varint(body, std::uint64_t{positions[i] - before} << 1 | (more ? 1U : 0U));
    before = positions[i];
  }
}

void PositionListWriter::begin(std::string_view term) {
  key_ = list_key(term);
  list_.clear();
  last_ = 0;
}

void PositionListWriter::append(std::string_view entries, std::uint32_t last) {
  if (entries.empty()) return;
  if (list_.empty()) {
    list_ = entries;
  } else {
    const char* at = entries.data();
    const std::uint64_t first = glass::get_uint(at);
    append_varint(list_, first - last_ - 1);
    list_.append(entries.substr(static_cast<std::size_t>(at - entries.data())));
  }
  last_ = last;
}

void PositionListWriter::end() {
  if (list_.empty()) return;
  if (list_.size() > kChunkBytes) {
    write_chunks();
    return;
  }
  const char* at = list_.data();
  const std::uint64_t first = glass::get_uint(at);
  value_.clear();
  append_varint(value_, first << 1);
  value_.append(list_, static_cast<std::size_t>(at - list_.data()));
  emit_(key_, value_);
}

void PositionListWriter::write_chunks() {
  std::vector<std::string> chunks;
  std::vector<std::uint64_t> lasts;
  std::uint64_t document = 0;
  const char* at = list_.data();
  const char* const end = at + list_.size();
  while (at != end) {
    const std::uint64_t number = glass::get_uint(at);
    const bool first = chunks.empty();
    const std::uint64_t before = document;
    document = first ? number : document + number + 1;
    const char* const positions = at;
    while ((glass::get_uint(at) & 1U) != 0) {
    }
    const auto size = static_cast<std::size_t>(at - positions);
    // The last chunk may be longer: a number of chunks that keys cannot tell is far beyond any segment.
    if (first || (chunks.back().size() + size > kChunkBytes && chunks.size() < kMaxChunks)) {
      if (!first) lasts.push_back(before);
      chunks.emplace_back();
      append_varint(chunks.back(), document);
    } else {
      append_varint(chunks.back(), number);
    }
    chunks.back().append(positions, at);
  }
  lasts.push_back(document);
  value_.clear();
  append_varint(value_, std::uint64_t{chunks.size()} << 1 | 1U);
  std::uint64_t before = 0;
  for (const std::uint64_t last : lasts) append_varint(value_, last - std::exchange(before, last));
  emit_(key_, value_);
  for (std::size_t i = 0; i < chunks.size(); ++i) emit_(chunk_key(key_, i), chunks[i]);
}

PositionList::PositionList(Get get, std::string_view term) : get_(std::move(get)), key_(list_key(term)) {
  std::string value = get_(key_);
  if (value.empty()) return;
  value.append(glass::kMaxPacked, '\0');
  const char* at = value.data();
  const std::uint64_t number = glass::read_uint(at);
  if ((number & 1U) == 0) {
    value.resize(value.size() - glass::kMaxPacked);
    take_chunk(std::move(value));
    document_ = static_cast<std::uint32_t>(number >> 1);
    return;
  }
  const char* const last = value.data() + value.size() - glass::kMaxPacked;
  std::uint64_t document = 0;
  while (at < last) lasts_.push_back(static_cast<std::uint32_t>(document += glass::read_uint(at)));
  if (!lasts_.empty()) open_chunk(0);
}

/// Its first number is the docid, or twice that of a list that is no longer.
void PositionList::take_chunk(std::string bytes) {
  chunk_ = std::move(bytes);
  chunk_size_ = chunk_.size();
  // So that reading a number never leads out of the string.
  chunk_.append(glass::kMaxPacked, '\0');
  const char* at = chunk_.data();
  document_ = static_cast<std::uint32_t>(glass::read_uint(at));
  positions_ = static_cast<std::size_t>(at - chunk_.data());
}

void PositionList::open_chunk(std::size_t number) {
  number_ = number;
  take_chunk(get_(chunk_key(key_, number)));
  if (chunk_size_ == 0) {
    throw Error(ErrorCode::Inconsistent, "an index segment lacks some of the places where words stand",
                "build the index again from the catalog with: morgue reindex --full");
  }
}

void PositionList::advance() {
  const char* at = chunk_.data() + positions_;
  for (bool more = true; more && at < end();) {
    more = (static_cast<unsigned char>(*at) & 1U) != 0;
    while ((static_cast<unsigned char>(*at++) & 0x80U) != 0) {
    }
  }
  if (at < end()) {
    document_ += static_cast<std::uint32_t>(glass::read_uint(at)) + 1;
    positions_ = static_cast<std::size_t>(at - chunk_.data());
  } else if (number_ + 1 < lasts_.size()) {
    open_chunk(number_ + 1);
  } else {
    document_ = 0;
  }
}

void PositionList::next() {
  if (document_ != 0) advance();
}

bool PositionList::skip_to(std::uint32_t document) {
  if (document_ == 0 || document_ >= document) return document_ == document && document != 0;
  if (number_ < lasts_.size() && lasts_[number_] < document) {
    const auto from = lasts_.begin() + static_cast<std::ptrdiff_t>(number_);
    const auto chunk = std::lower_bound(from, lasts_.end(), document);
    if (chunk == lasts_.end()) {
      document_ = 0;
      return false;
    }
    open_chunk(static_cast<std::size_t>(chunk - lasts_.begin()));
  }
  while (document_ != 0 && document_ < document) advance();
  return document_ == document;
}

}  // namespace morgue::index

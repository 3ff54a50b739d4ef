// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/term_table.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "core/error.h"

namespace morgue::index {
namespace {

constexpr std::size_t kFirstSlots = 1 << 12;
constexpr unsigned kBlockBits = 20;
constexpr std::size_t kBlockBytes = std::size_t{1} << kBlockBits;
constexpr std::size_t kMaxBlocks = std::size_t{1} << (32 - kBlockBits);
constexpr std::size_t kHeader = 2 * sizeof(std::uint32_t);  // of a record: number and length
constexpr std::size_t kMaxTerm = 64 << 10;

// How many terms ahead a slot, then a record, is asked for.
constexpr std::size_t kSlotAhead = 12;
constexpr std::size_t kRecordAhead = 6;

template <typename Word>
bool same(const char* a, const char* b) {
  Word left{};
  Word right{};
  std::memcpy(&left, a, sizeof left);
  std::memcpy(&right, b, sizeof right);
  return left == right;
}

/// Terms are short: words of eight or four bytes, the last overlapping the one before, take less than a call.
bool same_bytes(const char* a, const char* b, std::size_t size) {
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      if (!same<std::uint64_t>(a + i, b + i)) return false;
    }
    return same<std::uint64_t>(a + size - 8, b + size - 8);
  }
  if (size >= 4) return same<std::uint32_t>(a, b) && same<std::uint32_t>(a + size - 4, b + size - 4);
  return std::equal(a, a + size, b);
}

std::uint32_t read_number(const char* at) {
  std::uint32_t number = 0;
  std::memcpy(&number, at, sizeof number);
  return number;
}

}  // namespace

TermTable::TermTable() : slots_(kFirstSlots) {}

std::uint32_t TermTable::hash_of(std::string_view term) {
  return static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
}

const char* TermTable::record(Place place) const {
  return blocks_[place >> kBlockBits].get() + (place & (kBlockBytes - 1));
}

std::string_view TermTable::term(std::uint32_t number) const {
  const char* const at = record(places_[number]);
  return {at + kHeader, read_number(at + sizeof(std::uint32_t))};
}

std::uint32_t TermTable::intern(std::string_view term, std::uint32_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  for (; slots_[at].place != 0; at = (at + 1) & mask) {
    if (slots_[at].hash != hash) continue;
    const char* const known = record(slots_[at].place);
    if (read_number(known + sizeof(std::uint32_t)) == term.size() &&
        same_bytes(known + kHeader, term.data(), term.size())) {
      return read_number(known);
    }
  }
  const Place place = store(term);
  slots_[at] = {hash, place};
  places_.push_back(place);
  if (places_.size() * 2 > slots_.size()) grow();
  return static_cast<std::uint32_t>(places_.size() - 1);
}

void TermTable::intern(std::span<const std::string_view> terms, std::vector<std::uint32_t>& numbers) {
  hashes_.resize(terms.size());
  std::transform(terms.begin(), terms.end(), hashes_.begin(), hash_of);
  numbers.resize(terms.size());
  const std::size_t count = terms.size();
  for (std::size_t i = 0; i < std::min(kSlotAhead, count); ++i) {
    __builtin_prefetch(&slots_[hashes_[i] & (slots_.size() - 1)]);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t mask = slots_.size() - 1;
    if (i + kSlotAhead < count) __builtin_prefetch(&slots_[hashes_[i + kSlotAhead] & mask]);
    if (i + kRecordAhead < count) {
      const Place place = slots_[hashes_[i + kRecordAhead] & mask].place;
      if (place != 0) __builtin_prefetch(record(place));
    }
    numbers[i] = intern(terms[i], hashes_[i]);
  }
}

TermTable::Place TermTable::store(std::string_view term) {
  const std::size_t size = kHeader + term.size();
  if (term.size() > kMaxTerm) throw Error(ErrorCode::Internal, "a term is too long to be one");
  if (blocks_.empty() || used_ + size > kBlockBytes) {
    if (blocks_.size() == kMaxBlocks) throw Error(ErrorCode::Internal, "there are too many terms for one batch");
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlockBytes));
    used_ = blocks_.size() == 1 ? 1 : 0;  // no record is at place 0
  }
  char* const at = blocks_.back().get() + used_;
  const auto number = static_cast<std::uint32_t>(places_.size());
  const auto length = static_cast<std::uint32_t>(term.size());
  std::memcpy(at, &number, sizeof number);
  std::memcpy(at + sizeof number, &length, sizeof length);
  std::copy(term.begin(), term.end(), at + kHeader);
  const auto place = static_cast<Place>((blocks_.size() - 1) << kBlockBits | used_);
  used_ += size;
  return place;
}

void TermTable::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.place == 0) continue;
    std::size_t at = slot.hash & mask;
    while (slots_[at].place != 0) at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

void TermTable::clear() {
  slots_.assign(kFirstSlots, {});
  places_.clear();
  blocks_.clear();
  used_ = 0;
}

}  // namespace morgue::index

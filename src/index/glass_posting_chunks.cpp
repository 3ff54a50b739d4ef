// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_posting_chunks.h"

#include <cstddef>
#include <cstring>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "index/glass_pack.h"
#include "index/glass_postings.h"

namespace morgue::index::glass {
namespace {

void skip_uint(const char*& at, const char* end) {
  while (at < end && static_cast<unsigned char>(*at++) >= 0x80U) {
  }
}

constexpr std::ptrdiff_t kEight = 8;

/// Whether the next eight bytes are eight numbers: most gaps and wdf of common words are such.
bool all_short(const char* at) {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, at, sizeof bytes);
  return (bytes & 0x8080'8080'8080'8080U) == 0;
}

class GlassChunks final : public PostingChunks {
 public:
  /// Keys as PostingWriter makes them.
  GlassChunks(TableReader& table, std::string first_key, std::string later_key)
      : table_(table), cursor_(table), first_key_(std::move(first_key)), later_key_(std::move(later_key)) {}

  std::span<const Posting> next() override {
    if (!std::exchange(begun_, true)) return cursor_.find(first_key_) ? read() : end();
    if (is_last_) return end();
    const std::uint64_t before = last_;
    if (!cursor_.next()) table_.damaged();
    read();
    if (first_ <= before) table_.damaged();
    return postings();
  }

  std::span<const Posting> seek(std::uint32_t document) override {
    if (begun_ && document <= last_) return postings();
    if (begun_ && is_last_) return end();
    key_ = later_key_;
    append_sortable(key_, document);
    const bool found = cursor_.find_last(key_);
    // A term that is nowhere has a stranger there.
    if (!found || (cursor_.key() != first_key_ && !cursor_.key().starts_with(later_key_))) {
      if (begun_) table_.damaged();
      begun_ = true;
      return end();
    }
    const std::uint64_t first = first_;
    const std::uint64_t before = last_;
    read();
    // The present chunk again, if the document is between it and the next; or one behind it.
    if (std::exchange(begun_, true) && first_ != first && first_ <= before) table_.damaged();
    return document <= last_ ? postings() : next();
  }

 private:
  [[nodiscard]] std::span<const Posting> postings() const { return {postings_.data(), count_}; }
  std::span<const Posting> end() {
    count_ = 0;
    last_ = 0;
    is_last_ = true;
    return {};
  }

  /// The chunk at the cursor.
  std::span<const Posting> read() {
    const char* at = cursor_.tag().data();
    const char* const end = at + cursor_.tag().size();
    if (cursor_.key() == first_key_) {
      skip_uint(at, end);
      skip_uint(at, end);
      first_ = read_uint(at) + 1;
    } else {
      const std::string_view key = cursor_.key();
      std::uint32_t first = 0;
      if (!key.starts_with(later_key_) || !read_sortable(key.substr(later_key_.size()), first)) table_.damaged();
      first_ = first;
    }
    if (at >= end) table_.damaged();
    is_last_ = *at++ == '1';
    last_ = first_ + read_uint(at);
    if (at >= end || last_ > std::numeric_limits<std::uint32_t>::max()) table_.damaged();
    std::uint64_t document = first_;
    const auto most = static_cast<std::size_t>(end - at) / 2 + 1;
    if (postings_.size() < most) postings_.resize(most);
    Posting* into = postings_.data();
    *into++ = {static_cast<std::uint32_t>(document), static_cast<std::uint32_t>(read_uint(at))};
    while (at < end) {
      if (end - at >= kEight && all_short(at)) {
        for (const char* const next = at + kEight; at != next; at += 2) {
          document += static_cast<unsigned char>(at[0]) + 1U;
          *into++ = {static_cast<std::uint32_t>(document), static_cast<unsigned char>(at[1])};
        }
        continue;
      }
      document += read_uint(at) + 1;
      *into++ = {static_cast<std::uint32_t>(document), static_cast<std::uint32_t>(read_uint(at))};
    }
    count_ = static_cast<std::size_t>(into - postings_.data());
    // What ends where it should has gone up all the way.
    if (at != end || document != last_) table_.damaged();
    return postings();
  }

  TableReader& table_;
  TableCursor cursor_;
  std::string first_key_;
  std::string later_key_;
  std::string key_;
  bool begun_ = false;
  bool is_last_ = false;     ///< no chunk is left behind the present one
  std::uint64_t first_ = 0;  ///< documents of the present chunk
  std::uint64_t last_ = 0;
  std::vector<Posting> postings_;
  std::size_t count_ = 0;  ///< of them, in the present chunk
};

}  // namespace

std::uint32_t frequency(TableReader& postlist, std::string_view term) {
  std::string key;
  append_term(key, term, false);
  TableCursor cursor(postlist);
  if (!cursor.find(key)) return 0;
  const char* at = cursor.tag().data();
  return static_cast<std::uint32_t>(read_uint(at));
}

std::unique_ptr<PostingChunks> read_postings(TableReader& postlist, std::string_view term) {
  std::string key;
  append_term(key, term, false);
  return std::make_unique<GlassChunks>(postlist, key, key + '\0');
}

std::unique_ptr<PostingChunks> read_lengths(TableReader& postlist) {
  return std::make_unique<GlassChunks>(postlist, std::string(kLengthsKey), std::string(kLengthsKey));
}

}  // namespace morgue::index::glass

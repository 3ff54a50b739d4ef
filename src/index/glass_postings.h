// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "index/glass_pack.h"
#include "index/glass_table.h"

namespace morgue::index::glass {

/// Of the list of document lengths.
inline constexpr std::string_view kLengthsKey("\x00\xE0", 2);

/// Postings of neighbouring documents as they stand in a chunk: wdf of the first, then for each other the gap in docids
/// less one, and its wdf, all packed.
struct PostingBody {
  Docid first = 0;
  Docid last = 0;
  std::string_view bytes;
};

/// Part of the glass format: posting lists in the postlist table, one after the other.
///
/// A list is cut into chunks of about 2,000 bytes. The key of the first chunk is the term; its tag begins with the
/// number of postings, the sum of their wdf and the first docid less one. Keys of the others are the term, ended, and
/// the first docid. Then, in all of them: whether it is the last (`1` or `0`), last docid less first docid, body.
///
/// The list of document lengths is the same under a key of its own, with lengths for wdf and zeros for both numbers.
class PostingWriter {
 public:
  explicit PostingWriter(TableWriter& table) : table_(table) {}

  void begin_term(std::string_view term, std::uint64_t documents, std::uint64_t occurrences);
  void begin_lengths();
  /// Goes on with the list. Where chunks end depends on the postings alone, not on how they are cut into bodies.
  void append(const PostingBody& body);
  void end();

 private:
  void begin(std::uint64_t documents, std::uint64_t occurrences);
  void append_each(const PostingBody& body);
  void next_chunk(Docid first);
  void write_chunk(bool last);

  TableWriter& table_;
  std::string first_key_;
  std::string later_key_;  ///< without the docid
  std::uint64_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
  bool in_first_chunk_ = true;
  Docid first_ = 0;  ///< of the chunk under construction
  Docid last_ = 0;
  std::string body_;
  std::string key_;
  std::string tag_;
};

}  // namespace morgue::index::glass

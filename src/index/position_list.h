// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_pack.h"

/// Where terms stand in documents, kept in the metadata of a segment: one list a term.
///
/// Xapian's position table has an entry for each term of each document, whose key repeats the term: on news that alone
/// is more than the text itself, and a search for a phrase looks up one entry after the other. A list is a tenth of
/// that, and is read from its beginning to its end.
///
/// A list is made of entries by docid. An entry is a number that says the docid, then the positions: of each, the
/// distance from the one before (the first: the position itself), times 2, plus 1 if another follows. All numbers are
/// packed, seven bits a byte. The first docid is told as it is, any other as its distance from the one before, less
/// one.
///
/// Lists of up to kChunkBytes are the value of one key: `P` and the term; the first docid is doubled then. Longer ones
/// are cut between entries: the key holds twice the number of chunks, plus 1, and the last docid of each (as
/// distances), and each chunk has a key of its own: `P`, the term, 00, three bytes of number from 0. Zero bytes in
/// terms are written 00 FF, so that all keys are told apart and stand in the order of the terms.
namespace morgue::index {

inline constexpr char kPositionsPrefix = 'P';
inline constexpr std::size_t kChunkBytes = 8'000;

/// `number`: how the docid is told. Positions ascend, each above the one before; there is at least one.
void append_entry(std::string& body, std::uint64_t number, std::span<const std::uint32_t> positions);

/// Puts lists together and cuts them into metadata.
class PositionListWriter {
 public:
  /// Takes keys in order, if terms come in order, and their values.
  using Emit = std::function<void(const std::string& key, const std::string& value)>;
  explicit PositionListWriter(Emit emit) : emit_(std::move(emit)) {}

  void begin(std::string_view term);
  /// Goes on with the list: entries of which the first tells its docid as it is, and the last docid.
  void append(std::string_view entries, std::uint32_t last);
  /// Nothing is written for a term without positions.
  void end();

 private:
  void write_chunks();

  Emit emit_;
  std::string key_;
  std::string value_;
  std::string list_;
  std::uint32_t last_ = 0;
};

/// Reads one list, forwards. Whatever the bytes are, nothing is read beyond them.
class PositionList {
 public:
  using Get = std::function<std::string(const std::string& key)>;
  /// `get` reads metadata; an empty value is none.
  PositionList(Get get, std::string_view term);

  [[nodiscard]] bool at_end() const { return document_ == 0; }
  [[nodiscard]] std::uint32_t document() const { return document_; }
  void next();
  /// To this document or the first behind it; whether it is this one.
  bool skip_to(std::uint32_t document);
  /// The positions of one document, one after the other.
  class Walk {
   public:
    Walk() = default;
    explicit Walk(const PositionList& list) : at_(list.chunk_.data() + list.positions_), end_(list.end()) { read(); }
    [[nodiscard]] bool at_end() const { return at_end_; }
    [[nodiscard]] std::uint32_t position() const { return static_cast<std::uint32_t>(position_); }
    void next() {
      if (more_) {
        read();
      } else {
        at_end_ = true;
      }
    }

   private:
    void read() {
      const std::uint64_t number = glass::read_uint(at_);
      position_ += number >> 1;
      more_ = (number & 1U) != 0 && at_ < end_;
      at_end_ = false;
    }

    const char* at_ = nullptr;
    const char* end_ = nullptr;
    std::uint64_t position_ = 0;
    bool more_ = false;
    bool at_end_ = true;
  };
  /// Calls `use` with each position of the present document, in order, until it returns false.
  template <typename Use>
  void positions(Use&& use) const {
    for (Walk walk(*this); !walk.at_end(); walk.next()) {
      if (!use(walk.position())) return;
    }
  }

 private:
  [[nodiscard]] const char* end() const { return chunk_.data() + chunk_size_; }
  void take_chunk(std::string bytes);
  void open_chunk(std::size_t number);
  void advance();

  Get get_;
  std::string key_;
  std::vector<std::uint32_t> lasts_;  ///< of each chunk; empty: there is but one
  std::size_t number_ = 0;            ///< of the chunk
  std::string chunk_;
  std::size_t chunk_size_ = 0;
  std::size_t positions_ = 0;   ///< of the document, in the chunk
  std::uint32_t document_ = 0;  ///< 0: at the end
};

}  // namespace morgue::index

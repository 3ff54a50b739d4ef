// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_file.h"
#include "index/glass_pack.h"
#include "index/glass_values.h"
#include "index/glass_version.h"

namespace morgue::index::glass {

/// What a run says of one thing each, in the order in which the tables want it. Numbers are packed, strings have their
/// length before them.
enum class Stream : std::uint8_t {
  Terms,      ///< by term: the term and its TermRecord
  Postings,   ///< by term, then docid: bodies of posting chunks
  Positions,  ///< by term, then docid: entries of its list of positions (position_list.h)
  Lengths,    ///< by docid: body of posting chunks, with document lengths for wdf
  Values,     ///< by slot, then docid: docid, value
  Data,       ///< by docid: docid, data
  Synonyms,   ///< by term, then synonym: both
};
inline constexpr std::size_t kStreams = 7;

/// What a run knows of one term.
struct TermRecord {
  std::uint64_t documents = 0;
  std::uint64_t occurrences = 0;
  Docid first = 0;
  Docid last = 0;
  Docid last_with_positions = 0;
  std::size_t posting_bytes = 0;   ///< in Stream::Postings
  std::size_t position_bytes = 0;  ///< in Stream::Positions
};

/// Some neighbouring documents, inverted: a small index, but in streams to be read from end to end.
struct Run {
  std::size_t number = 0;  ///< its place among the runs; docids ascend from run to run
  Docid first = 0;
  Docid last = 0;
  Statistics statistics;
  std::map<std::uint32_t, ValueStatistics> slots;
  std::array<std::string, kStreams> streams;

  [[nodiscard]] std::string& stream(Stream which) { return streams[static_cast<std::size_t>(which)]; }
};

/// Reads a stream of a run, from memory or through a buffer from a file.
class StreamReader {
 public:
  explicit StreamReader(std::string_view bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}
  StreamReader(const ScratchFile& file, std::uint64_t offset, std::uint64_t size, std::size_t buffer_size);

  [[nodiscard]] bool done() const { return at_ == end_ && left_ == 0; }
  std::uint64_t uint() {
    if (static_cast<std::size_t>(end_ - at_) < kMaxPacked && left_ > 0) refill(kMaxPacked);
    return get_uint(at_);
  }
  /// Valid until the next call.
  std::string_view take(std::size_t size) {
    if (static_cast<std::size_t>(end_ - at_) < size) take_more(size);
    const char* const begin = at_;
    at_ += size;
    return {begin, size};
  }
  std::string_view string() { return take(static_cast<std::size_t>(uint())); }
  void skip(std::uint64_t size);

 private:
  void refill(std::size_t wanted);
  void take_more(std::size_t size);

  const char* at_ = nullptr;
  const char* end_ = nullptr;
  const ScratchFile* file_ = nullptr;
  std::uint64_t offset_ = 0;  ///< of what follows in the file
  std::uint64_t left_ = 0;    ///< there
  std::size_t buffer_size_ = 0;
  std::vector<char> buffer_;
};

void append_record(std::string& out, std::string_view term, const TermRecord& record);
TermRecord read_record(StreamReader& in);

/// The runs of a segment: in memory as long as they fit, then in a file. Threads may add at the same time.
class RunStore {
 public:
  /// `memory`: bytes of runs to keep.
  RunStore(std::filesystem::path folder, std::size_t memory) : folder_(std::move(folder)), memory_(memory) {}

  void add(Run run);

  /// What follows is for when all runs are there, numbered without gaps.
  [[nodiscard]] std::size_t size() const { return runs_.size(); }
  [[nodiscard]] const Run& run(std::size_t number) const { return runs_[number].run; }
  [[nodiscard]] StreamReader read(std::size_t number, Stream which) const;
  [[nodiscard]] std::uint64_t size_of(std::size_t number, Stream which) const {
    return runs_[number].sizes[static_cast<std::size_t>(which)];
  }
  [[nodiscard]] std::vector<StreamReader> read_all(Stream which) const;

 private:
  struct Kept {
    Run run;
    bool in_file = false;
    std::array<std::uint64_t, kStreams> offsets{};
    std::array<std::uint64_t, kStreams> sizes{};
  };
  void spill(Kept& kept, std::uint64_t offset) const;

  std::filesystem::path folder_;
  std::size_t memory_;
  std::mutex mutex_;
  std::size_t used_ = 0;  ///< of memory_
  std::uint64_t file_size_ = 0;
  std::unique_ptr<ScratchFile> file_;
  std::vector<Kept> runs_;
};

}  // namespace morgue::index::glass

// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_run.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/error.h"

namespace morgue::index::glass {
namespace {

constexpr std::size_t kMinBuffer = 16 << 10;
constexpr std::size_t kMaxBuffer = 256 << 10;
constexpr std::size_t kStreamsReadAtOnce = 4;  // terms for both large tables, postings, positions

}  // namespace

StreamReader::StreamReader(const ScratchFile& file, std::uint64_t offset, std::uint64_t size, std::size_t buffer_size)
    : file_(&file), offset_(offset), left_(size), buffer_size_(buffer_size) {}

/// Makes `wanted` bytes readable, or all that are left.
void StreamReader::refill(std::size_t wanted) {
  const auto unread = static_cast<std::size_t>(end_ - at_);
  const auto more = static_cast<std::size_t>(std::min<std::uint64_t>(left_, std::max(wanted, buffer_size_) - unread));
  if (more > 0) {
    if (unread > 0) std::memmove(buffer_.data(), at_, unread);
    if (buffer_.size() < unread + more) buffer_.resize(unread + more);
    file_->read(offset_, buffer_.data() + unread, more);
  }
  at_ = buffer_.data();
  end_ = at_ + unread + more;
  offset_ += more;
  left_ -= more;
}

void StreamReader::take_more(std::size_t size) {
  if (left_ > 0) refill(size);
  if (static_cast<std::size_t>(end_ - at_) < size) throw Error(ErrorCode::Internal, "a run of the index ends early");
}

void StreamReader::skip(std::uint64_t size) {
  const auto here = std::min<std::uint64_t>(size, static_cast<std::uint64_t>(end_ - at_));
  at_ += here;
  offset_ += size - here;
  left_ -= size - here;
}

void append_record(std::string& out, std::string_view term, const TermRecord& record) {
  append_string(out, term);
  char packed[7 * kMaxPacked];
  char* at = put_uint(packed, record.documents);
  at = put_uint(at, record.occurrences);
  at = put_uint(at, record.first);
  at = put_uint(at, record.last - record.first);
  at = put_uint(at, record.posting_bytes);
  at = put_uint(at, record.position_bytes);
  if (record.position_bytes != 0) at = put_uint(at, record.last - record.last_with_positions);
  out.append(packed, at);
}

TermRecord read_record(StreamReader& in) {
  TermRecord record;
  record.documents = in.uint();
  record.occurrences = in.uint();
  record.first = static_cast<Docid>(in.uint());
  record.last = record.first + static_cast<Docid>(in.uint());
  record.posting_bytes = static_cast<std::size_t>(in.uint());
  record.position_bytes = static_cast<std::size_t>(in.uint());
  if (record.position_bytes != 0) record.last_with_positions = record.last - static_cast<Docid>(in.uint());
  return record;
}

void RunStore::add(Run run) {
  Kept kept;
  kept.run = std::move(run);
  std::size_t size = 0;
  for (std::size_t i = 0; i < kStreams; ++i) {
    kept.run.streams[i].shrink_to_fit();
    kept.sizes[i] = kept.run.streams[i].size();
    size += kept.run.streams[i].size();
  }
  std::uint64_t offset = 0;
  {
    const std::lock_guard lock(mutex_);
    kept.in_file = used_ + size > memory_;
    if (kept.in_file) {
      if (!file_) file_ = std::make_unique<ScratchFile>(folder_);
      offset = std::exchange(file_size_, file_size_ + size);
    } else {
      used_ += size;
    }
  }
  if (kept.in_file) spill(kept, offset);
  const std::lock_guard lock(mutex_);
  const std::size_t number = kept.run.number;
  if (runs_.size() <= number) runs_.resize(number + 1);
  runs_[number] = std::move(kept);
}

void RunStore::spill(Kept& kept, std::uint64_t offset) const {
  for (std::size_t i = 0; i < kStreams; ++i) {
    kept.offsets[i] = offset;
    file_->write(offset, kept.run.streams[i]);
    offset += kept.sizes[i];
    kept.run.streams[i] = {};
  }
}

StreamReader RunStore::read(std::size_t number, Stream which) const {
  const Kept& kept = runs_[number];
  const auto i = static_cast<std::size_t>(which);
  if (!kept.in_file) return StreamReader(kept.run.streams[i]);
  const std::size_t share = memory_ / (4 * kStreamsReadAtOnce * runs_.size());
  return {*file_, kept.offsets[i], kept.sizes[i], std::clamp(share, kMinBuffer, kMaxBuffer)};
}

std::vector<StreamReader> RunStore::read_all(Stream which) const {
  std::vector<StreamReader> readers;
  readers.reserve(runs_.size());
  for (std::size_t i = 0; i < runs_.size(); ++i) readers.push_back(read(i, which));
  return readers;
}

}  // namespace morgue::index::glass

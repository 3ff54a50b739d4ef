// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_postings.h"

namespace morgue::index::glass {
namespace {

constexpr std::size_t kChunkBytes = 2000;

}  // namespace

void PostingWriter::begin_term(std::string_view term, std::uint64_t documents, std::uint64_t occurrences) {
  first_key_.clear();
  append_term(first_key_, term, false);
  later_key_ = first_key_;
  later_key_.push_back('\0');
  begin(documents, occurrences);
}

void PostingWriter::begin_lengths() {
  first_key_ = kLengthsKey;
  later_key_ = kLengthsKey;
  begin(0, 0);
}

void PostingWriter::begin(std::uint64_t documents, std::uint64_t occurrences) {
  documents_ = documents;
  occurrences_ = occurrences;
  in_first_chunk_ = true;
  body_.clear();
}

void PostingWriter::append(const PostingBody& body) {
  if (body_.empty()) {
    first_ = body.first;
  } else if (body_.size() >= kChunkBytes) {
    next_chunk(body.first);
  } else {
    append_uint(body_, body.first - last_ - 1);
  }
  // Only a chunk that grows beyond the limit must be looked at posting by posting.
  if (body_.size() + body.bytes.size() < kChunkBytes) {
    body_.append(body.bytes);
    last_ = body.last;
  } else {
    append_each(body);
  }
}

void PostingWriter::append_each(const PostingBody& body) {
  const char* at = body.bytes.data();
  const char* const end = at + body.bytes.size();
  last_ = body.first;
  append_uint(body_, get_uint(at));
  while (at != end) {
    const char* const gap_begin = at;
    const Docid docid = last_ + static_cast<Docid>(get_uint(at)) + 1;
    const char* const wdf_begin = at;
    get_uint(at);
    const bool full = body_.size() >= kChunkBytes;
    if (full) next_chunk(docid);
    body_.append(full ? wdf_begin : gap_begin, at);
    last_ = docid;
  }
}

void PostingWriter::next_chunk(Docid first) {
  write_chunk(false);
  body_.clear();
  first_ = first;
}

void PostingWriter::end() {
  write_chunk(true);
}

void PostingWriter::write_chunk(bool last) {
  tag_.clear();
  if (in_first_chunk_) {
    key_ = first_key_;
    append_uint(tag_, documents_);
    append_uint(tag_, occurrences_);
    append_uint(tag_, first_ - 1);
  } else {
    key_ = later_key_;
    append_sortable(key_, first_);
  }
  in_first_chunk_ = false;
  tag_.push_back(last ? '1' : '0');
  append_uint(tag_, last_ - first_);
  tag_.append(body_);
  table_.add(key_, tag_);
}

}  // namespace morgue::index::glass

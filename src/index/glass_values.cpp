// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_values.h"

#include <algorithm>

namespace morgue::index::glass {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t kChunkBytes = 2000;
constexpr std::string_view kStatisticsKey = "\x00\xD0"sv;
constexpr std::string_view kChunkKey = "\x00\xD8"sv;

}  // namespace

void ValueStatistics::count(std::string_view value) {
  if (documents == 0 || value < least) least = value;
  if (documents == 0 || value > greatest) greatest = value;
  ++documents;
}

void ValueStatistics::add(const ValueStatistics& other) {
  if (other.documents == 0) return;
  if (documents == 0 || other.least < least) least = other.least;
  if (documents == 0 || other.greatest > greatest) greatest = other.greatest;
  documents += other.documents;
}

std::string value_statistics_key(std::uint32_t slot) {
  std::string key(kStatisticsKey);
  append_uint_last(key, slot);
  return key;
}

std::string value_chunk_key(std::uint32_t slot) {
  std::string key(kChunkKey);
  append_uint(key, slot);
  return key;
}

std::string value_statistics_tag(const ValueStatistics& statistics) {
  std::string tag;
  append_uint(tag, statistics.documents);
  append_string(tag, statistics.least);
  if (statistics.greatest != statistics.least) tag += statistics.greatest;
  return tag;
}

void ValueWriter::append(Docid docid, std::string_view value) {
  if (tag_.empty()) {
    key_ = slot_key_;
    append_sortable(key_, docid);
  } else {
    append_uint(tag_, docid - last_ - 1);
  }
  append_string(tag_, value);
  last_ = docid;
  if (tag_.size() >= kChunkBytes) end();
}

void ValueWriter::end() {
  if (tag_.empty()) return;
  table_.add(key_, tag_);
  tag_.clear();
}

}  // namespace morgue::index::glass

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "index/glass_pack.h"
#include "index/glass_table.h"

namespace morgue::index::glass {

/// What the values of a slot have in common.
struct ValueStatistics {
  std::uint64_t documents = 0;
  std::string least;  ///< as bytes
  std::string greatest;

  void count(std::string_view value);
  void add(const ValueStatistics& other);
};

/// Part of the glass format: value slots in the postlist table. First, for each slot, how many documents have a value
/// and between which bounds; then the values in chunks of about 2,000 bytes: in the key slot and first docid, in the
/// tag the first value, then for each other document the gap in docids less one and its value. Keys do not hold slots
/// in the order of their numbers, so the two functions below say where each belongs.
std::string value_statistics_key(std::uint32_t slot);
std::string value_chunk_key(std::uint32_t slot);  ///< without the docid

std::string value_statistics_tag(const ValueStatistics& statistics);

/// The chunks of one slot. Values are not empty and come by docid.
class ValueWriter {
 public:
  ValueWriter(TableWriter& table, std::uint32_t slot) : table_(table), slot_key_(value_chunk_key(slot)) {}
  void append(Docid docid, std::string_view value);
  void end();

 private:
  TableWriter& table_;
  std::string slot_key_;
  std::string key_;
  std::string tag_;
  Docid last_ = 0;
};

}  // namespace morgue::index::glass

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/catalog.h"

namespace morgue::catalog {

/// Puts right what is derived and contradicts the rest. What is stored of articles is not touched. In a write
/// transaction of the caller.
class Mender {
 public:
  explicit Mender(Catalog& catalog) : connection_(catalog.connection()) {}

  /// Removes rows of links and derived tables that refer to nothing. Returns how many.
  std::int64_t remove_orphans();
  /// The numbers given last are no smaller than those in use, and no two articles have the same change number; those
  /// that get another one are pending. Returns how many rows it changed.
  std::int64_t renumber();
  /// No article is in a family that there is not. Returns how many were.
  std::int64_t clear_lost_families();
  /// Documents claimed twice, or dead and alive, belong to nobody; articles that are not in the index as they are now
  /// are pending, others are not. Returns how many rows it changed.
  std::int64_t mend_places();
  /// Segments whose documents are not accounted for, or that have no files: they must be built again.
  std::vector<std::int64_t> unaccounted_segments();

 private:
  std::int64_t run(const std::string& sql);

  Connection& connection_;
};

}  // namespace morgue::catalog

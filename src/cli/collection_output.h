// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "catalog/checkpoints.h"
#include "catalog/collections.h"

namespace morgue::cli {

struct DescribedCollection {
  catalog::Collection collection;
  catalog::CollectionSize size;
  std::vector<catalog::Checkpoint> files;
};

/// A line a collection: name, articles, files, age of the newest article, last reading.
std::string collections_text(const std::vector<DescribedCollection>& collections, std::int64_t now);
std::string collections_json(const std::vector<DescribedCollection>& collections);
/// `files`: each of them, not only those that make trouble.
std::string collection_text(const DescribedCollection& described, bool files, std::int64_t now);
std::string collection_json(const DescribedCollection& described, bool files);

}  // namespace morgue::cli

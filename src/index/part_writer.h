// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/article.h"
#include "index/article_indexer.h"

namespace morgue::index {

/// Articles that become one part of a segment.
struct Chunk {
  struct Item {
    StoredArticle article;
    std::int64_t seq = 0;
  };
  std::size_t number = 0;  ///< its place among the parts
  std::size_t bytes = 0;   ///< of text, roughly
  std::vector<Item> items;
};

/// Writes a chunk as a glass database of its own, unsynced, docids from 1 in the order of the items. Frees the texts
/// as it goes.
void write_part(const std::filesystem::path& folder, Chunk chunk, ArticleIndexer& indexer);

}  // namespace morgue::index

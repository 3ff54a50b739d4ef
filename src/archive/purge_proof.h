// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "archive/layout.h"
#include "archive/purge.h"
#include "archive/text_pieces.h"
#include "catalog/catalog.h"
#include "catalog/segment_table.h"

namespace morgue::archive {

/// Looks for what was purged: in every text that the catalog can unpack, in every file of the archive as bytes, and in
/// the words of the index. What a text that stays has as well is told apart, and then not looked for in the files.
class PurgeSearch {
 public:
  /// Reads all texts of the catalog.
  PurgeSearch(const Layout& layout, catalog::Catalog& catalog, const TextPieces& pieces);

  /// Whether a piece that nothing else has stands in a file.
  [[nodiscard]] bool stands_in(const std::filesystem::path& file) const;
  /// All in the folder, whatever they are.
  void read_files();
  /// `own_terms` are hashes.
  void read_index(const std::vector<catalog::SegmentRow>& live, const std::vector<ArticleId>& ids,
                  const std::vector<std::uint64_t>& own_terms);
  [[nodiscard]] const PurgeProof& proof() const { return proof_; }

 private:
  void read_texts(catalog::Catalog& catalog, const TextPieces& pieces);
  /// How many places of it have a piece; bytes are counted.
  static std::int64_t places_in(const TextPieces& pieces, const std::filesystem::path& file, std::int64_t& bytes);

  const Layout& layout_;
  TextPieces own_;  ///< those that no text has which stays
  PurgeProof proof_;
};

}  // namespace morgue::archive

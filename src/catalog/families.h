// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "core/article.h"
#include "core/family.h"

namespace morgue::catalog {

/// An article that has part of a sketch.
struct Relative {
  ArticleId id = 0;
  std::size_t shared = 0;  ///< hashes in common, at least 1
};

/// Who is in which family of near-duplicates, and the sketches by which candidates are found. What makes a sketch and
/// who is near enough, the caller knows. The caller provides the transactions.
class FamilyTable {
 public:
  explicit FamilyTable(Catalog& catalog);
  ~FamilyTable();

  /// What is compared of a text.
  struct Text {
    std::string headline;
    std::string body;
  };

  void add_sketch(ArticleId id, std::span<const std::uint32_t> sketch);
  void remove_sketch(ArticleId id, std::span<const std::uint32_t> sketch);
  void clear_sketches();
  /// Whether all families are being found anew, or were when a run was killed: until that is done they are not to be
  /// relied on.
  bool rebuilding();
  void set_rebuilding(bool rebuilding);

  /// Other articles with hashes of this sketch, those with the most first, the smaller id first among equals. A hash
  /// that more than 64 articles have is a commonplace and tells nothing.
  std::vector<Relative> relatives(ArticleId id, std::span<const std::uint32_t> sketch);

  /// The present text, or the one `back` revisions before it. Throws Error{Inconsistent} when it is damaged.
  std::optional<Text> text(ArticleId id, int back = 0);

  /// Size of the present body; 0 when there is no such article.
  std::int64_t body_bytes(ArticleId id);

  /// The name of the family an article is in: its cluster, or else its own id.
  ArticleId family(ArticleId id);
  /// Whether other articles are in a family of this name.
  bool is_founder(ArticleId id);
  /// Of an article just put, which has a fresh `seq` for all its changes. No value: it is alone, or the first.
  void set_cluster(ArticleId id, std::optional<ArticleId> family);
  /// The same of any article, as a change of its own, which takes the next `seq`. Nothing happens when it is so
  /// already.
  void change_cluster(ArticleId id, std::optional<ArticleId> family);

  /// Everyone in the family of this name, by first appearance: date of publication, undated last, then id.
  std::vector<Carrier> carriers(ArticleId family);

  /// Ids above `after`, rising, at most `limit`.
  std::vector<ArticleId> articles(ArticleId after, std::size_t limit);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog

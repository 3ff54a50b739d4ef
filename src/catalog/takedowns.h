// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "catalog/article_store.h"
#include "catalog/catalog.h"
#include "core/article.h"
#include "core/timestamp.h"

namespace morgue::catalog {

enum class TakedownState {
  Withheld,  ///< hidden, and kept
  Purging,   ///< erased from the catalog; the files are not yet proved to be clean
  Purged,
  Undone
};

/// The word in the catalog and in output.
std::string_view to_string(TakedownState state);

/// Articles that were withdrawn together.
struct Takedown {
  std::int64_t number = 0;  ///< never used again
  std::int64_t made = 0;    ///< UTC seconds
  std::string reason;
  std::string ref;                 ///< whatever the one who asked for it calls it; may be empty
  std::optional<Timestamp> until;  ///< shown again from its first second on; absent: never by itself
  TakedownState state = TakedownState::Withheld;
  std::optional<std::int64_t> ended;  ///< when it was purged or undone, UTC seconds
  std::vector<ArticleId> articles;    ///< ascending; those purged are no longer there

  /// Whether it keeps its articles from being seen at a moment.
  [[nodiscard]] bool in_force(std::int64_t now) const;
};

/// A withheld article's living document.
struct WithheldDocument {
  std::int64_t segment = 0;
  std::uint32_t docid = 0;
};

/// The list of takedowns. Readers go by `articles.hidden_until` alone, which add() and undo() set. The caller provides
/// the transactions.
class TakedownTable {
 public:
  explicit TakedownTable(Catalog& catalog);
  ~TakedownTable();

  /// Withholds the articles, and notes the hashes of all their texts. Returns its number.
  std::int64_t add(const Takedown& takedown);
  /// Before a purge erases them: also the hashes of their keys, which tell their records for ever, and the state.
  void begin_purge(std::int64_t number);
  void end_purge(std::int64_t number, std::int64_t now);
  /// The articles are shown again, unless their publisher has something against it.
  void undo(std::int64_t number, std::int64_t now);

  std::optional<Takedown> find(std::int64_t number);
  /// In order of their numbers.
  std::vector<Takedown> list();
  std::vector<std::int64_t> purging();
  /// The one that keeps an article from being seen, or has removed it.
  std::optional<Takedown> of(ArticleId id, std::int64_t now);
  /// By segment and docid. Empty in no time where nothing is withheld.
  std::vector<WithheldDocument> withheld_documents(std::int64_t now);
  /// Other articles of the families of these, ascending, without those that are hidden.
  std::vector<ArticleId> relatives(std::span<const ArticleId> ids, std::int64_t now);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::catalog

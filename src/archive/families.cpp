// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/families.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/error.h"

namespace morgue::archive {
namespace {

// Each costs the reading of a text, and hardly any near-duplicate is further down the list of candidates.
constexpr std::size_t kMostReadings = 4;
// One hash of six in common is mostly chance.
constexpr std::size_t kMostReadingsByOneHash = 1;
constexpr std::size_t kMostCandidates = 16;

constexpr std::size_t kBatch = 2000;

/// Whether texts of these sizes with so much of a sketch in common can be worth reading. Such a one as has a single
/// hash of several in common is at best the shortened or the longer version of a story.
bool worth_reading(std::int64_t size, std::int64_t other, bool by_one_hash) {
  const std::int64_t shorter = std::min(size, other);
  const std::int64_t longer = std::max(size, other);
  return longer <= 5 * shorter && (!by_one_hash || 4 * shorter <= 3 * longer);
}

}  // namespace

std::optional<ArticleId> Families::find(ArticleId id, const std::string& headline, const std::string& body,
                                        const text::Sketch& sketch) {
  const auto size = static_cast<std::int64_t>(body.size());
  std::optional<text::Fingerprint> own;
  std::size_t candidates = 0;
  std::size_t readings = 0;
  std::size_t readings_by_one_hash = 0;
  for (const auto& relative : table_.relatives(id, sketch)) {
    if (readings == kMostReadings || ++candidates > kMostCandidates) break;
    const bool by_one_hash = relative.shared == 1 && sketch.size() > 1;
    if (by_one_hash && readings_by_one_hash == kMostReadingsByOneHash) break;
    if (!worth_reading(size, table_.body_bytes(relative.id), by_one_hash)) continue;
    const auto text = table_.text(relative.id);
    if (!text) continue;
    ++readings;
    if (by_one_hash) ++readings_by_one_hash;
    // Hardly any article comes this far.
    if (!own) {
      fingerprinter_.read(headline, body);
      own = fingerprinter_.fingerprint();
    }
    fingerprinter_.read(text->headline, text->body);
    if (text::near_duplicates(*own, fingerprinter_.fingerprint())) return table_.family(relative.id);
  }
  return std::nullopt;
}

std::optional<ArticleId> Families::enter(ArticleId id, const std::string& headline, const std::string& body) {
  fingerprinter_.read(headline, body);
  return enter(id, headline, body, fingerprinter_.sketch());
}

std::optional<ArticleId> Families::enter(ArticleId id, const std::string& headline, const std::string& body,
                                         const text::Sketch& sketch) {
  const auto family = find(id, headline, body, sketch);
  table_.add_sketch(id, sketch);
  return family;
}

void Families::added(ArticleId id, const Article& article, const text::Sketch& sketch) {
  const auto family = enter(id, article.headline, article.body, sketch);
  if (family) table_.set_cluster(id, family);
}

void Families::revised(ArticleId id, const Article& article, const text::Sketch& sketch) {
  // Made again rather than looked up: sketches have no index by article.
  const auto before = table_.text(id, 1);
  if (before) {
    fingerprinter_.read(before->headline, before->body);
    table_.remove_sketch(id, fingerprinter_.sketch());
  }
  const auto family = enter(id, article.headline, article.body, sketch);
  table_.set_cluster(id, table_.is_founder(id) ? std::nullopt : family);
}

namespace {

/// None of a damaged article, which is like no other: `verify` names it, and the rest goes on.
auto readable_text(catalog::FamilyTable& table, ArticleId id) -> decltype(table.text(id)) {
  try {
    return table.text(id);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Inconsistent) throw;
    return std::nullopt;
  }
}

}  // namespace

void rebuild_families(catalog::Catalog& catalog, const IndexProgress& progress) {
  catalog::FamilyTable table(catalog);
  Families families(catalog);
  ArticleId last = 0;
  for (bool first = true;; first = false) {
    if (progress && !progress(0, 0)) {
      throw Error(ErrorCode::Interrupted, "interrupted while looking for near-duplicates",
                  "run the command again: it starts over");
    }
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    if (first) table.clear_sketches();
    if (first) table.set_rebuilding(true);
    const auto ids = table.articles(last, kBatch);
    for (const ArticleId id : ids) {
      const auto text = readable_text(table, id);
      table.change_cluster(id, text ? families.enter(id, text->headline, text->body) : std::nullopt);
    }
    if (ids.empty()) table.set_rebuilding(false);
    transaction.commit();
    if (ids.empty()) return;
    last = ids.back();
  }
}

}  // namespace morgue::archive

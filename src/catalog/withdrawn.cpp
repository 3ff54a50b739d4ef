// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/withdrawn.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "catalog/connection.h"
#include "catalog/statement.h"

namespace morgue::catalog {
namespace {

constexpr const char* kInForce =
    "SELECT w.hash, w.kind = 'key', t.number, t.reason FROM withdrawn w JOIN takedowns t ON t.number = w.takedown"
    " WHERE t.state IN ('purging', 'purged') OR (t.state = 'withheld' AND t.hidden_until > ?1)";

constexpr const char* kHas =
    "SELECT 1 FROM sources s CROSS JOIN articles a ON a.source_id = s.id CROSS JOIN revisions r ON r.article_id = a.id"
    " WHERE s.name = ?1 AND a.key = ?2 AND r.text_hash = ?3";

using Kind = std::pair<const char*, std::vector<std::uint64_t> PurgeTraces::*>;
constexpr std::array<Kind, 3> kKinds = {
    {{"piece", &PurgeTraces::pieces}, {"short piece", &PurgeTraces::short_pieces}, {"term", &PurgeTraces::terms}}};

}  // namespace

Withdrawn::Withdrawn(Catalog& catalog, std::int64_t now) : catalog_(catalog) {
  Statement statement(catalog.connection(), kInForce);
  Cursor row = statement.query(now);
  while (row.next()) {
    ContentHash hash{};
    std::ranges::copy(row.blob(0).first(hash.size()), hash.begin());
    (row.integer(1) != 0 ? keys_ : texts_)[hash] = row.integer(2);
    reasons_[row.integer(2)] = row.string(3);
  }
}

std::string Withdrawn::objection(const Article& article, std::string_view key, const ContentHash& text) {
  if (keys_.empty() && texts_.empty()) return {};
  std::int64_t number = 0;
  if (const auto by_key = keys_.find(content_hash({article.source, key})); by_key != keys_.end()) {
    number = by_key->second;
  } else if (const auto by_text = texts_.find(text); by_text != texts_.end() && !has(article, key, text)) {
    number = by_text->second;
  }
  return number == 0 ? std::string() : "withdrawn: " + reasons_[number] + " (takedown " + std::to_string(number) + ")";
}

bool Withdrawn::has(const Article& article, std::string_view key, const ContentHash& text) {
  Statement statement(catalog_.connection(), kHas);
  return statement.query(article.source, key, std::span<const std::byte>(text)).next();
}

void save_traces(Catalog& catalog, std::int64_t takedown, const PurgeTraces& traces) {
  catalog.connection().require_transaction("traces were saved");
  Statement insert(catalog.connection(),
                   "INSERT OR IGNORE INTO purge_traces (takedown, kind, hash) VALUES (?1, ?2, ?3)");
  for (const auto& [kind, member] : kKinds) {
    for (const std::uint64_t hash : traces.*member) {
      insert.run(takedown, std::string_view(kind), std::bit_cast<std::int64_t>(hash));
    }
  }
}

PurgeTraces load_traces(Catalog& catalog, std::int64_t takedown) {
  PurgeTraces traces;
  Statement select(catalog.connection(), "SELECT hash FROM purge_traces WHERE takedown = ?1 AND kind = ?2");
  for (const auto& [kind, member] : kKinds) {
    Cursor row = select.query(takedown, std::string_view(kind));
    while (row.next()) (traces.*member).push_back(std::bit_cast<std::uint64_t>(row.integer(0)));
  }
  return traces;
}

}  // namespace morgue::catalog

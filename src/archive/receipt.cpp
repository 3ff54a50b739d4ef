// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/receipt.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cinttypes>
#include <cstdio>
#include <unordered_map>

#include "catalog/upkeep.h"
#include "core/error.h"
#include "index/segment_builder.h"
#include "query/parser.h"

namespace morgue::archive {
namespace {

ReceiptState state_of(Reader& reader, std::int64_t now) {
  const catalog::Standing standing = catalog::Upkeep(reader.catalog()).standing();
  // The origin has a command line in it, which is nobody's business.
  return {text_hash(standing.origin), standing.articles, standing.last_run, standing.last_seq, now};
}

std::vector<ReceiptMatch> facts_of(Reader& reader, const std::vector<ArticleId>& ids) {
  catalog::ReportedTable table(reader.catalog());
  std::unordered_map<ArticleId, ReceiptMatch> facts;
  for (const auto& known : compare(reader, ids, {}).put) {
    facts[known.id] = {known.id, table.revision_number(known.revision), known.seq, known.canceled};
  }
  std::vector<ReceiptMatch> matches;
  matches.reserve(ids.size());
  for (const ArticleId id : ids) {
    const auto found = facts.find(id);
    matches.push_back(found == facts.end() ? ReceiptMatch{id, 0, 0, false} : found->second);
  }
  return matches;
}

KnownAnswer known_of(Reader& reader, const Receipt& receipt) {
  catalog::ReportedTable table(reader.catalog());
  KnownAnswer known;
  known.strict = true;
  for (const auto& match : receipt.matches) {
    known.articles.push_back({match.id, match.seq, table.revision_row(match.id, match.revision), match.canceled});
  }
  std::ranges::sort(known.articles, {}, &catalog::ReportedArticle::id);
  return known;
}

}  // namespace

std::string text_hash(std::string_view text) {
  const XXH128_hash_t hash = XXH3_128bits(text.data(), text.size());
  std::array<char, 33> digits{};
  std::snprintf(digits.data(), digits.size(), "%016" PRIx64 "%016" PRIx64, hash.high64, hash.low64);
  return digits.data();
}

std::string hash_of_ids(const std::vector<ReceiptMatch>& matches) {
  std::string lines;
  for (const auto& match : matches) lines += std::to_string(match.id) + "\n";
  return text_hash(lines);
}

Receipt take_receipt(Reader& reader, const query::Node& query, std::int64_t now) {
  Receipt receipt;
  receipt.tree = query::print(query);
  receipt.analyser = index::current_analyser();
  receipt.state = state_of(reader, now);
  receipt.matches = facts_of(reader, reader.matches(query));
  receipt.ids_hash = hash_of_ids(receipt.matches);
  return receipt;
}

ReceiptCheck check_receipt(Reader& reader, const Receipt& receipt, std::int64_t now) {
  ReceiptCheck check;
  const ReceiptState state = state_of(reader, now);
  if (state.archive != receipt.state.archive) {
    throw Error(ErrorCode::Usage, "the receipt is of another archive", "name the one that it is of with --archive DIR");
  }
  // Dates and saved searches are filled in already: the tree means the same on any day.
  const query::Node query = query::parse(receipt.tree, {});
  check.now = take_receipt(reader, query, now);
  std::vector<ArticleId> ids;
  ids.reserve(check.now.matches.size());
  for (const auto& match : check.now.matches) ids.push_back(match.id);
  check.changes = compare(reader, ids, known_of(reader, receipt));
  check.same = check.changes.entries.empty() && check.now.ids_hash == receipt.ids_hash;
  check.other_analyser = check.now.analyser != receipt.analyser;
  check.older_archive = state.seq < receipt.state.seq;
  return check;
}

}  // namespace morgue::archive

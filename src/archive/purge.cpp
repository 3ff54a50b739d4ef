// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/purge.h"

#include <chrono>
#include <ctime>
#include <thread>

#include "archive/purge_proof.h"
#include "archive/text_pieces.h"
#include "catalog/article_store.h"
#include "catalog/erasure.h"
#include "catalog/segment_table.h"
#include "catalog/takedowns.h"
#include "catalog/upkeep.h"
#include "index/article_traces.h"
#include "io/durable.h"
#include "text/analyser.h"
#include "text/fnv.h"

namespace morgue::archive {
namespace {

std::string folded(text::Analyser& analyser, std::string_view text) {
  std::string words;
  for (const auto& token : analyser.analyse(text)) {
    if (token.kind == text::TokenKind::Compound) continue;
    if (!words.empty()) words += ' ';
    words += token.term;
  }
  return words;
}

std::vector<catalog::SegmentRow> live_segments(catalog::Catalog& catalog) {
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return catalog::SegmentTable(catalog).live();
}

/// Empties the log, also on the disk: SQLite leaves it to the system when the shorter file is written.
bool empty_log(const Layout& layout, catalog::Catalog& catalog, double wait_seconds) {
  using Clock = std::chrono::steady_clock;
  constexpr std::chrono::milliseconds kPoll(50);
  const auto start = Clock::now();
  while (!catalog::Upkeep(catalog).checkpoint()) {
    if (std::chrono::duration<double>(Clock::now() - start).count() >= wait_seconds) return false;
    std::this_thread::sleep_for(kPoll);
  }
  const std::filesystem::path log = layout.catalog().string() + "-wal";
  if (std::filesystem::exists(log)) io::sync_path(log);
  return true;
}

PurgeResult finish_purge(const Layout& layout, catalog::Catalog& catalog, std::int64_t number,
                         const PurgeOptions& options) {
  catalog::TakedownTable table(catalog);
  PurgeResult result;
  result.takedown = number;
  catalog::PurgeTraces traces;
  {
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    result.articles = table.find(number).value().articles;
    traces = catalog::load_traces(catalog, number);
  }
  IndexOptions indexing = options.indexing;
  for (const auto& segment : live_segments(catalog)) {
    if (index::holds_any(layout.segment(segment.location).string(), result.articles)) {
      indexing.rebuild.push_back(segment.number);
    }
  }
  if (!indexing.rebuild.empty()) bring_index_up_to_date(layout, catalog, indexing);
  sweep_segments(layout, catalog);
  io::sync_path(layout.index());  // or a power cut brings back what was just removed

  const TextPieces pieces(traces.pieces, traces.short_pieces);
  if (!empty_log(layout, catalog, options.wait_seconds)) {
    result.held_up = true;
    return result;
  }
  PurgeSearch search(layout, catalog, pieces);
  if (search.stands_in(layout.catalog())) {
    // Pages may keep what was moved about in them; a catalog written anew has no such corners.
    catalog::Upkeep(catalog).vacuum();
    if (!empty_log(layout, catalog, options.wait_seconds)) {
      result.held_up = true;
      return result;
    }
  }
  search.read_files();
  search.read_index(live_segments(catalog), result.articles, traces.terms);
  result.proof = search.proof();
  if (!result.finished()) return result;
  {
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    table.end_purge(number, std::time(nullptr));
    transaction.commit();
  }
  empty_log(layout, catalog, 0);  // the hashes of the pieces are in it
  return result;
}

}  // namespace

catalog::PurgeTraces traces_of(catalog::Catalog& catalog, const std::vector<std::string>& locations,
                               const std::vector<ArticleId>& ids) {
  TextPieces pieces;
  text::Analyser analyser;
  catalog::ArticleStore articles(catalog);
  std::vector<StoredArticle> texts;
  for (const ArticleId id : ids) {
    catalog::for_each_stored_value(catalog, id, [&](std::string_view value) { pieces.add(value); });
    for (auto& revision : articles.revisions(id)) {
      pieces.add(revision.body);
      pieces.add(folded(analyser, revision.headline));
      pieces.add(folded(analyser, revision.body));
      pieces.add(folded(analyser, revision.user_note));
      texts.push_back(std::move(revision));
    }
  }
  pieces.finish();
  catalog::PurgeTraces traces{pieces.pieces(), pieces.short_pieces(), {}};
  for (const std::string& term : index::terms_of_theirs_alone(locations, ids, texts)) {
    traces.terms.push_back(text::fnv1a(term));
  }
  return traces;
}

void begin_purge(const Layout& layout, catalog::Catalog& catalog, std::int64_t takedown) {
  catalog::TakedownTable table(catalog);
  const auto ids = table.find(takedown).value().articles;
  std::vector<std::string> locations;
  for (const auto& segment : catalog::SegmentTable(catalog).live()) {
    locations.push_back(layout.segment(segment.location).string());
  }
  const auto traces = traces_of(catalog, locations, ids);
  const TextPieces pieces(traces.pieces, traces.short_pieces);
  catalog::save_traces(catalog, takedown, traces);
  catalog::scrub_logs(catalog, [&](std::string_view text) { return pieces.any_in(text); });
  table.begin_purge(takedown);
  catalog::erase_articles(catalog, ids);
}

std::vector<PurgeResult> finish_purges(const Layout& layout, catalog::Catalog& catalog, const PurgeOptions& options) {
  std::vector<std::int64_t> begun;
  {
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    begun = catalog::TakedownTable(catalog).purging();
  }
  std::vector<PurgeResult> results;
  for (const std::int64_t number : begun) results.push_back(finish_purge(layout, catalog, number, options));
  return results;
}

void finish_purges_begun(const Layout& layout, catalog::Catalog& catalog, unsigned jobs,
                         const std::function<void(const std::string&)>& say) {
  PurgeOptions options;
  options.indexing.jobs = jobs;
  options.wait_seconds = 0;
  for (const PurgeResult& result : finish_purges(layout, catalog, options)) {
    if (!say) continue;
    const std::string name = "takedown " + std::to_string(result.takedown);
    if (result.held_up) {
      say(name + " is not finished: a search still reads what is to go; the next command that writes finishes it");
    } else if (!result.finished()) {
      say(name + " is not finished: " + result.proof.left.front());
    } else {
      say(name + ", interrupted before, is finished: nothing is left of it");
    }
  }
}

}  // namespace morgue::archive

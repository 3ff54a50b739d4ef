// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/term_audit.h"

#include <xxhash.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "index/blob.h"
#include "index/schema.h"
#include "text/utf8.h"

namespace morgue::index {
namespace {

constexpr std::size_t kBatch = 256;
constexpr std::size_t kOften = 4096;
constexpr std::int64_t kExplained = 3;

std::uint64_t hash_of(std::string_view term, std::uint32_t wdf, std::span<const std::uint32_t> positions) {
  const std::uint64_t seed = XXH3_64bits_withSeed(term.data(), term.size(), wdf);
  return XXH3_64bits_withSeed(positions.data(), positions.size_bytes(), seed);
}

void read_positions(PositionList& list, Xapian::docid document, std::vector<std::uint32_t>& positions) {
  positions.clear();
  if (!list.skip_to(document)) return;
  list.positions([&](std::uint32_t position) {
    positions.push_back(position);
    return true;
  });
}

struct Posting {
  std::uint32_t wdf = 0;
  std::vector<std::uint32_t> positions;
  bool operator==(const Posting&) const = default;
};

std::string text_of(std::string_view term) {
  constexpr std::size_t kShown = 60;
  return "`" + std::string(text::truncate_utf8(term, kShown)) + "`";
}

}  // namespace

TermAudit::TermAudit(const Xapian::Database& segment, std::function<void()> ask)
    : segment_(segment),
      ask_(std::move(ask)),
      sums_(std::size_t{segment.get_lastdocid()} + 1),
      sampled_(std::size_t{segment.get_lastdocid()} + 1) {}

void TermAudit::subtract(const ExpectedDocument& expected, const StoredArticle& article, Findings& found) {
  const Document& document = indexer_.document(article, expected.seq);
  std::uint64_t sum = 0;
  for (const auto& term : document.terms()) {
    sum += hash_of(document.table().term(term.number), term.wdf, document.positions(term));
  }
  sums_[expected.docid] = 0 - sum;
  sampled_[expected.docid] = true;
  const Xapian::Document stored = segment_.get_document(expected.docid, Xapian::DOC_ASSUME_VALID);
  // Slot by slot: which of them a document uses is known to its termlist only, and there is none.
  bool same = true;
  for (const unsigned slot : {kSortKeySlot, kWordsSlot, kFamilySlot, kDaySlot}) {
    const auto value = std::ranges::find(document.values(), slot, &Document::Value::slot);
    same = same && stored.get_value(slot) == (value == document.values().end() ? std::string() : value->bytes);
  }
  if (!same) found.add("article " + std::to_string(expected.id) + ": date, words or family are not those of its text");
  if (++analysed_ % kBatch == 0) {
    ask_();
    indexer_.take_forms();
    indexer_.end_batch();
  }
}

void TermAudit::add_segment(Findings& found) {
  std::vector<std::uint32_t> positions;
  std::size_t read = 0;
  for (auto term = segment_.allterms_begin(); term != segment_.allterms_end(); ++term) {
    const std::string text = *term;
    Xapian::doccount documents = 0;
    PositionList list = positions_of(segment_, text);
    for (auto posting = segment_.postlist_begin(text); posting != segment_.postlist_end(text); ++posting) {
      if (read++ % kOften == 0) ask_();
      ++documents;
      const Xapian::docid docid = *posting;
      if (docid >= sums_.size()) {
        found.add("the list of " + text_of(text) + " names a document that there is not");
        break;
      }
      if (!sampled_[docid]) continue;
      read_positions(list, docid, positions);
      sums_[docid] += hash_of(text, posting.get_wdf(), positions);
    }
    if (documents != term.get_termfreq()) found.add("the list of " + text_of(text) + " is not as long as it says");
  }
}

std::string TermAudit::difference(const ExpectedDocument& expected, const StoredArticle& article) {
  std::map<std::string, Posting, std::less<>> wanted;
  const Document& document = indexer_.document(article, expected.seq);
  for (const auto& term : document.terms()) {
    const auto positions = document.positions(term);
    wanted[std::string(document.table().term(term.number))] = {term.wdf, {positions.begin(), positions.end()}};
  }
  for (auto term = segment_.allterms_begin(); term != segment_.allterms_end(); ++term) {
    const std::string text = *term;
    auto posting = segment_.postlist_begin(text);
    posting.skip_to(expected.docid);
    const auto known = wanted.find(text);
    if (posting == segment_.postlist_end(text) || *posting != expected.docid) continue;
    if (known == wanted.end()) return "has " + text_of(text) + ", which is not in its text";
    Posting stored{posting.get_wdf(), {}};
    PositionList list = positions_of(segment_, text);
    read_positions(list, expected.docid, stored.positions);
    if (!(stored == known->second)) return "has " + text_of(text) + " in other places than its text";
    wanted.erase(known);
  }
  return wanted.empty() ? "differs from its text" : "lacks " + text_of(wanted.begin()->first) + " of its text";
}

void TermAudit::compare(std::span<const ExpectedDocument> sample,
                        const std::function<std::optional<StoredArticle>(const ExpectedDocument&)>& read,
                        Findings& found) {
  for (const ExpectedDocument& expected : sample) {
    if (expected.docid >= sums_.size()) continue;
    if (const auto article = read(expected)) subtract(expected, *article, found);
  }
  add_segment(found);
  std::int64_t explained = 0;
  for (const ExpectedDocument& expected : sample) {
    if (expected.docid >= sums_.size() || sums_[expected.docid] == 0) continue;
    const auto article = explained++ < kExplained ? read(expected) : std::nullopt;
    found.add("article " + std::to_string(expected.id) + ": its document " +
              (article ? difference(expected, *article) : "differs from its text"));
  }
}

}  // namespace morgue::index

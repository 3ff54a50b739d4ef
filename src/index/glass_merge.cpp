// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_merge.h"

#include <algorithm>
#include <map>
#include <utility>

#include "index/glass_postings.h"

namespace morgue::index::glass {
namespace {

std::map<std::uint32_t, ValueStatistics> slots_of(const RunStore& runs) {
  std::map<std::uint32_t, ValueStatistics> slots;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (const auto& [slot, statistics] : runs.run(i).slots) slots[slot].add(statistics);
  }
  return slots;
}

void merge_values(const RunStore& runs, TableWriter& table) {
  const auto slots = slots_of(runs);
  std::map<std::string, std::uint32_t> by_key;
  for (const auto& [slot, statistics] : slots) by_key.emplace(value_statistics_key(slot), slot);
  for (const auto& [key, slot] : by_key) table.add(key, value_statistics_tag(slots.at(slot)));

  by_key.clear();
  for (const auto& [slot, statistics] : slots) by_key.emplace(value_chunk_key(slot), slot);
  auto readers = runs.read_all(Stream::Values);
  for (const auto& [key, slot] : by_key) {
    ValueWriter writer(table, slot);
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const auto& held = runs.run(i).slots;
      const auto statistics = held.find(slot);
      if (statistics == held.end()) continue;
      for (auto left = statistics->second.documents; left > 0; --left) {
        const auto docid = static_cast<Docid>(readers[i].uint());
        writer.append(docid, readers[i].string());
      }
    }
    writer.end();
  }
}

void merge_lengths(const RunStore& runs, PostingWriter& postings) {
  bool any = false;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs.run(i);
    if (run.statistics.documents == 0) continue;
    if (!std::exchange(any, true)) postings.begin_lengths();
    auto reader = runs.read(i, Stream::Lengths);
    postings.append({run.first, run.last, reader.take(runs.size_of(i, Stream::Lengths))});
  }
  if (any) postings.end();
}

}  // namespace

TermMerge::TermMerge(const RunStore& runs) : readers_(runs.read_all(Stream::Terms)), heads_(runs.size()) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    heads_[i].part.run = i;
    read(i);
  }
}

/// Whether run `a` comes after run `b`: heaps of the standard library have the last on top.
bool TermMerge::after(std::size_t a, std::size_t b) const {
  const Head& left = heads_[a];
  const Head& right = heads_[b];
  if (left.prefix != right.prefix) return left.prefix > right.prefix;
  const int order = left.term.compare(right.term);
  return order != 0 ? order > 0 : a > b;
}

void TermMerge::read(std::size_t run) {
  if (readers_[run].done()) return;
  Head& head = heads_[run];
  head.term = readers_[run].string();
  head.prefix = SortPrefix(head.term);
  head.part.record = read_record(readers_[run]);
  heap_.push_back(run);
  std::push_heap(heap_.begin(), heap_.end(), [this](std::size_t a, std::size_t b) { return after(a, b); });
}

bool TermMerge::next() {
  parts_.clear();
  if (heap_.empty()) return false;
  term_ = heads_[heap_.front()].term;
  while (!heap_.empty() && heads_[heap_.front()].term == term_) {
    const std::size_t run = heap_.front();
    std::pop_heap(heap_.begin(), heap_.end(), [this](std::size_t a, std::size_t b) { return after(a, b); });
    heap_.pop_back();
    parts_.push_back(heads_[run].part);
    read(run);
  }
  return true;
}

void merge_into_postlist(const RunStore& runs, TableWriter& table) {
  merge_values(runs, table);
  PostingWriter postings(table);
  merge_lengths(runs, postings);
  auto readers = runs.read_all(Stream::Postings);
  TermMerge terms(runs);
  while (terms.next()) {
    std::uint64_t documents = 0;
    std::uint64_t occurrences = 0;
    for (const auto& part : terms.parts()) {
      documents += part.record.documents;
      occurrences += part.record.occurrences;
    }
    postings.begin_term(terms.term(), documents, occurrences);
    for (const auto& part : terms.parts()) {
      const TermRecord& record = part.record;
      postings.append({record.first, record.last, readers[part.run].take(record.posting_bytes)});
    }
    postings.end();
  }
}

void merge_positions(const RunStore& runs, PositionListWriter::Emit emit) {
  auto readers = runs.read_all(Stream::Positions);
  TermMerge terms(runs);
  PositionListWriter list(std::move(emit));
  while (terms.next()) {
    list.begin(terms.term());
    for (const auto& part : terms.parts()) {
      list.append(readers[part.run].take(part.record.position_bytes), part.record.last_with_positions);
    }
    list.end();
  }
}

void merge_into_docdata(const RunStore& runs, TableWriter& table) {
  std::string key;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    auto reader = runs.read(i, Stream::Data);
    while (!reader.done()) {
      key.clear();
      append_sortable(key, static_cast<Docid>(reader.uint()));
      table.add(key, reader.string());
    }
  }
}

void merge_into_synonym(const RunStore& runs, TableWriter& table) {
  struct Pair {
    std::string term;
    std::string synonym;
    std::size_t run = 0;
  };
  // The one with the least pair on top.
  const auto after = [](const Pair& a, const Pair& b) {
    const int order = a.term.compare(b.term);
    return order != 0 ? order > 0 : a.synonym > b.synonym;
  };
  auto readers = runs.read_all(Stream::Synonyms);
  std::vector<Pair> heap;
  const auto read = [&](std::size_t run) {
    if (readers[run].done()) return;
    Pair pair{std::string(readers[run].string()), {}, run};
    pair.synonym = readers[run].string();
    heap.push_back(std::move(pair));
    std::push_heap(heap.begin(), heap.end(), after);
  };
  for (std::size_t i = 0; i < runs.size(); ++i) read(i);
  std::string term;
  std::string last;
  std::string tag;
  while (!heap.empty()) {
    std::pop_heap(heap.begin(), heap.end(), after);
    const Pair pair = std::move(heap.back());
    heap.pop_back();
    read(pair.run);
    if (pair.term != term) {
      if (!tag.empty()) table.add(term, tag);
      tag.clear();
      last.clear();
      term = pair.term;
    }
    if (pair.synonym == last) continue;
    tag.push_back(static_cast<char>(pair.synonym.size() ^ 0x60U));
    tag += pair.synonym;
    last = pair.synonym;
  }
  if (!tag.empty()) table.add(term, tag);
}

}  // namespace morgue::index::glass

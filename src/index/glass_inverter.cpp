// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_inverter.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/error.h"
#include "index/glass_sort_prefix.h"
#include "index/position_list.h"

namespace morgue::index::glass {
namespace {

// How many terms ahead the memory of a term is asked for.
constexpr std::size_t kPrefetch = 8;
// Four numbers, and a byte that is the size of two of them.
constexpr std::size_t kMaxLogEntry = 4 * kMaxPacked + 1;

struct TermKey {
  SortPrefix prefix;
  std::string_view term;
  std::uint32_t number = 0;
};

/// One posting in the log.
struct LogEntry {
  std::uint32_t term = 0;
  std::string_view posting;
  std::string_view positions;
};

LogEntry read_entry(const char*& at) {
  LogEntry entry;
  entry.term = static_cast<std::uint32_t>(get_uint(at));
  const auto posting_size = static_cast<std::size_t>(*at++);
  entry.posting = {at, posting_size};
  at += posting_size;
  const auto position_size = static_cast<std::size_t>(get_uint(at));
  entry.positions = {at, position_size};
  at += position_size;
  return entry;
}

void copy_to(char* at, std::string_view bytes) {
  std::memcpy(at, bytes.data(), bytes.size());
}

/// Xapian's own limit, and that of a key, which holds zero bytes twice and a docid behind the term.
void require_possible(std::string_view term) {
  constexpr std::size_t kMaxTerm = 245;
  constexpr std::size_t kMaxEscaped = 249;
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (!term.empty() && term.size() <= kMaxTerm && term.size() + zeros <= kMaxEscaped) return;
  throw Error(ErrorCode::Internal, "a term of " + std::to_string(term.size()) + " bytes is none for the index");
}

}  // namespace

void Inverter::add(Docid docid, const Document& document) {
  if (docid <= run_.last) throw Error(ErrorCode::Internal, "documents were given to the index out of order");
  if (run_.first == 0) run_.first = docid;
  std::uint64_t length = 0;
  const auto& terms = document.terms();
  if (terms_.size() < document.table().size()) terms_.resize(document.table().size());
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i + kPrefetch < terms.size()) __builtin_prefetch(&terms_[terms[i + kPrefetch].number], 1);
    log_posting(docid, document, terms[i]);
    length += terms[i].wdf;
  }
  if (length > std::numeric_limits<std::uint32_t>::max()) {
    throw Error(ErrorCode::Internal, "a document has more words than the index can count");
  }
  std::string& lengths = run_.stream(Stream::Lengths);
  if (!lengths.empty()) append_uint(lengths, docid - run_.last - 1);
  append_uint(lengths, length);
  for (const auto& value : document.values()) {
    std::string& bytes = values_[value.slot];
    append_uint(bytes, docid);
    append_string(bytes, value.bytes);
    run_.slots[value.slot].count(value.bytes);
  }
  if (!document.data().empty()) {
    append_uint(run_.stream(Stream::Data), docid);
    append_string(run_.stream(Stream::Data), document.data());
  }
  run_.statistics.count_document(static_cast<std::uint32_t>(length));
  run_.last = docid;
}

void Inverter::log_posting(Docid docid, const Document& document, const Document::Term& term) {
  TermRecord& record = terms_[term.number];
  const bool is_first = record.documents == 0;
  if (is_first) {
    require_possible(document.table().term(term.number));
    used_.push_back(term.number);
    record.first = docid;
  }
  log_.reserve(kMaxLogEntry);
  char* at = put_uint(log_.end(), term.number);
  char* const size_at = at++;
  if (!is_first) at = put_uint(at, docid - record.last - 1);
  at = put_uint(at, term.wdf);
  const auto size = static_cast<std::size_t>(at - size_at - 1);
  *size_at = static_cast<char>(size);

  const auto positions = document.positions(term);
  std::size_t position_size = 0;
  if (positions.empty()) {
    *at++ = '\0';
  } else {
    entry_.clear();
    const bool is_first_entry = record.position_bytes == 0;
    append_entry(entry_, is_first_entry ? docid : docid - record.last_with_positions - 1, positions);
    position_size = entry_.size();
    at = put_uint(at, position_size);
    record.last_with_positions = docid;
  }
  log_.end_at(at);
  if (position_size != 0) log_.append(entry_);

  record.last = docid;
  ++record.documents;
  record.occurrences += term.wdf;
  record.posting_bytes += size;
  record.position_bytes += position_size;
  run_.statistics.count_wdf(term.wdf);
}

void Inverter::add_synonym(std::string_view term, std::string_view synonym) {
  synonyms_.emplace_back(term, synonym);
}

/// Also puts `used_` in order.
void Inverter::write_terms(const TermTable& table) {
  std::vector<TermKey> keys;
  keys.reserve(used_.size());
  for (const std::uint32_t number : used_) {
    const std::string_view term = table.term(number);
    keys.push_back({SortPrefix(term), term, number});
  }
  std::sort(keys.begin(), keys.end(), [](const TermKey& a, const TermKey& b) {
    return a.prefix != b.prefix ? a.prefix < b.prefix : a.term < b.term;
  });
  for (std::size_t i = 0; i < keys.size(); ++i) {
    used_[i] = keys[i].number;
    append_record(run_.stream(Stream::Terms), keys[i].term, terms_[keys[i].number]);
  }
}

void Inverter::deal() {
  // From here on the two sizes of a term are where its next bytes go.
  std::size_t posting_at = 0;
  std::size_t position_at = 0;
  for (const std::uint32_t number : used_) {
    posting_at += std::exchange(terms_[number].posting_bytes, posting_at);
    position_at += std::exchange(terms_[number].position_bytes, position_at);
  }
  std::string& postings = run_.stream(Stream::Postings);
  std::string& positions = run_.stream(Stream::Positions);
  postings.resize(posting_at);
  positions.resize(position_at);
  // One cursor runs ahead of the other, to ask for the memory that will be needed.
  const char* at = log_.begin();
  const char* ahead = at;
  const char* const end = log_.end();
  for (std::size_t i = 0; i < kPrefetch && ahead != end; ++i) __builtin_prefetch(&terms_[read_entry(ahead).term], 1);
  while (at != end) {
    if (ahead != end) __builtin_prefetch(&terms_[read_entry(ahead).term], 1);
    const LogEntry entry = read_entry(at);
    TermRecord& record = terms_[entry.term];
    copy_to(postings.data() + record.posting_bytes, entry.posting);
    record.posting_bytes += entry.posting.size();
    copy_to(positions.data() + record.position_bytes, entry.positions);
    record.position_bytes += entry.positions.size();
  }
}

Run Inverter::finish(const TermTable& table) {
  write_terms(table);
  deal();
  for (const std::uint32_t number : used_) terms_[number] = {};
  used_.clear();
  log_.clear();
  for (auto& [slot, bytes] : values_) run_.stream(Stream::Values) += std::exchange(bytes, {});
  std::erase_if(values_, [](const auto& slot) { return slot.second.empty(); });
  std::sort(synonyms_.begin(), synonyms_.end());
  for (const auto& [term, synonym] : synonyms_) {
    append_string(run_.stream(Stream::Synonyms), term);
    append_string(run_.stream(Stream::Synonyms), synonym);
  }
  synonyms_.clear();
  run_.statistics.last_docid = run_.last;
  return std::exchange(run_, {});
}

}  // namespace morgue::index::glass

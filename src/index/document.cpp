// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/document.h"

#include <algorithm>

namespace morgue::index {
namespace {

/// Buffers grown by a giant document are given back.
template <typename T>
void reset(std::vector<T>& buffer) {
  constexpr std::size_t kKeep = 1 << 18;
  if (buffer.capacity() > kKeep) {
    buffer = {};
  } else {
    buffer.clear();
  }
}

}  // namespace

void Document::clear() {
  if (++document_ == 0) {  // the count has come round
    places_.clear();
    document_ = 1;
  }
  reset(terms_);
  reset(occurrences_);
  reset(positions_);
  values_.clear();
  data_.clear();
}

std::uint32_t Document::place_of(std::uint32_t number) {
  if (number >= places_.size()) places_.resize(std::max<std::size_t>(table_.size(), number + std::size_t{1}));
  Place& place = places_[number];
  if (place.document != document_) {
    place = {document_, static_cast<std::uint32_t>(terms_.size())};
    terms_.push_back({number, 0, 0, 0});
  }
  return place.term;
}

void Document::add_posting(std::uint32_t term, std::uint32_t position, std::uint32_t wdf) {
  const std::uint32_t place = place_of(term);
  terms_[place].wdf += wdf;
  ++terms_[place].positions_end;  // a mere count until finish()
  occurrences_.push_back({place, position});
}

void Document::add_term(std::uint32_t term, std::uint32_t wdf) {
  terms_[place_of(term)].wdf += wdf;
}

void Document::add_value(std::uint32_t slot, std::string_view bytes) {
  const auto at = std::lower_bound(values_.begin(), values_.end(), slot,
                                   [](const Value& value, std::uint32_t wanted) { return value.slot < wanted; });
  const bool known = at != values_.end() && at->slot == slot;
  if (bytes.empty()) {
    if (known) values_.erase(at);
  } else if (known) {
    at->bytes = bytes;
  } else {
    values_.insert(at, {slot, std::string(bytes)});
  }
}

void Document::finish() {
  std::uint32_t begin = 0;
  for (Term& term : terms_) {
    const std::uint32_t count = term.positions_end;
    term.positions_begin = begin;
    term.positions_end = begin;
    begin += count;
  }
  positions_.resize(begin);
  for (const Occurrence& occurrence : occurrences_) {
    Term& term = terms_[occurrence.term];
    const std::uint32_t position = occurrence.position;
    // They nearly always come in order.
    if (term.positions_end == term.positions_begin || positions_[term.positions_end - 1] < position) {
      positions_[term.positions_end++] = position;
      continue;
    }
    const auto first = positions_.begin() + term.positions_begin;
    const auto last = positions_.begin() + term.positions_end;
    const auto at = std::lower_bound(first, last, position);
    if (at != last && *at == position) continue;
    std::copy_backward(at, last, last + 1);
    *at = position;
    ++term.positions_end;
  }
}

}  // namespace morgue::index

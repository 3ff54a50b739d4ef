// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/term_table.h"

namespace morgue::index {

/// What the index keeps of one document: terms with wdf and positions, values, data. The object is used again for the
/// next document: nothing is allocated for most of them. Terms are numbers of a TermTable, which lets builders do
/// without comparing strings.
class Document {
 public:
  explicit Document(TermTable& table) : table_(table) {}

  struct Term {
    std::uint32_t number = 0;
    std::uint32_t wdf = 0;
    std::uint32_t positions_begin = 0;
    std::uint32_t positions_end = 0;
  };
  struct Value {
    std::uint32_t slot = 0;
    std::string bytes;  ///< not empty
  };

  void clear();
  /// The position counts once however often it is given; the wdf counts every time.
  void add_posting(std::uint32_t term, std::uint32_t position, std::uint32_t wdf = 1);
  void add_term(std::uint32_t term, std::uint32_t wdf = 1);
  void add_posting(std::string_view term, std::uint32_t position, std::uint32_t wdf = 1) {
    add_posting(table_.intern(term), position, wdf);
  }
  void add_term(std::string_view term, std::uint32_t wdf = 1) { add_term(table_.intern(term), wdf); }
  /// Of a term that was added, so far.
  [[nodiscard]] std::uint32_t wdf(std::uint32_t term) { return terms_[place_of(term)].wdf; }
  /// Calls of add_posting() for a term that was added, so far.
  [[nodiscard]] std::uint32_t postings(std::uint32_t term) { return terms_[place_of(term)].positions_end; }
  void add_boolean_term(std::string_view term) { add_term(table_.intern(term), 0); }
  /// The term will be added soon.
  void prefetch(std::uint32_t term) const {
    if (term < places_.size()) __builtin_prefetch(&places_[term], 1);
  }
  /// A slot has one value; an empty one is none.
  void add_value(std::uint32_t slot, std::string_view bytes);
  void set_data(std::string_view data) { data_ = data; }
  /// Puts the positions of each term in order. What is below may be called afterwards.
  void finish();

  /// In order of first mention.
  [[nodiscard]] const std::vector<Term>& terms() const { return terms_; }
  [[nodiscard]] std::span<const std::uint32_t> positions(const Term& term) const {
    return std::span(positions_).subspan(term.positions_begin, term.positions_end - term.positions_begin);
  }
  /// By slot.
  [[nodiscard]] const std::vector<Value>& values() const { return values_; }
  [[nodiscard]] const std::string& data() const { return data_; }
  [[nodiscard]] const TermTable& table() const { return table_; }

 private:
  struct Occurrence {
    std::uint32_t term = 0;  ///< place in terms_
    std::uint32_t position = 0;
  };
  struct Place {
    std::uint32_t document = 0;  ///< the number of the document in which it was set
    std::uint32_t term = 0;      ///< place in terms_
  };
  std::uint32_t place_of(std::uint32_t number);

  TermTable& table_;
  std::uint32_t document_ = 1;
  std::vector<Place> places_;  ///< by number of the term
  std::vector<Term> terms_;
  std::vector<Occurrence> occurrences_;
  std::vector<std::uint32_t> positions_;
  std::vector<Value> values_;
  std::string data_;
};

}  // namespace morgue::index

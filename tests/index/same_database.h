// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>
#include <xapian.h>

#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace morgue::index::test {

/// Everything Xapian reads from one database, it must read from the other. Assertions stop at the first difference.
class SameDatabase {
 public:
  SameDatabase(const Xapian::Database& expected, const Xapian::Database& actual) : a_(expected), b_(actual) {}

  void check() {
    ASSERT_NO_FATAL_FAILURE(check_statistics());
    ASSERT_NO_FATAL_FAILURE(check_metadata());
    ASSERT_NO_FATAL_FAILURE(check_terms());
    ASSERT_NO_FATAL_FAILURE(check_documents());
    for (const Xapian::valueno slot : {0U, 1U, 2U, 3U, 4U, 5U, 299U, 300U, 70'000U}) {
      ASSERT_NO_FATAL_FAILURE(check_slot(slot));
    }
    ASSERT_NO_FATAL_FAILURE(check_synonyms());
  }

 private:
  void check_statistics() {
    ASSERT_EQ(a_.get_doccount(), b_.get_doccount());
    ASSERT_EQ(a_.get_lastdocid(), b_.get_lastdocid());
    ASSERT_EQ(a_.get_total_length(), b_.get_total_length());
    ASSERT_EQ(a_.get_doclength_lower_bound(), b_.get_doclength_lower_bound());
    ASSERT_EQ(a_.get_doclength_upper_bound(), b_.get_doclength_upper_bound());
    ASSERT_EQ(a_.has_positions(), b_.has_positions());
  }

  void check_metadata() {
    const auto end = a_.metadata_keys_end();
    const auto other_end = b_.metadata_keys_end();
    auto other = b_.metadata_keys_begin();
    for (auto key = a_.metadata_keys_begin(); key != end; ++key, ++other) {
      ASSERT_NE(other, other_end);
      ASSERT_EQ(*key, *other);
      const std::string value = a_.get_metadata(*key);
      const std::string other_value = b_.get_metadata(*key);
      ASSERT_EQ(value.size(), other_value.size()) << *key;
      ASSERT_TRUE(value == other_value) << *key;
    }
    ASSERT_EQ(other, other_end);
  }

  void check_terms() {
    const auto end = a_.allterms_end();
    const auto other_end = b_.allterms_end();
    auto other = b_.allterms_begin();
    for (auto term = a_.allterms_begin(); term != end; ++term, ++other) {
      ASSERT_NE(other, other_end) << "no term " << *term;
      ASSERT_EQ(*term, *other);
      ASSERT_EQ(term.get_termfreq(), other.get_termfreq()) << *term;
      ASSERT_EQ(a_.get_collection_freq(*term), b_.get_collection_freq(*term)) << *term;
      ASSERT_EQ(a_.get_wdf_upper_bound(*term), b_.get_wdf_upper_bound(*term)) << *term;
      ASSERT_NO_FATAL_FAILURE(check_postings(*term)) << *term;
    }
    ASSERT_EQ(other, other_end) << "one term too many: " << *other;
  }

  void check_postings(const std::string& term) {
    const auto end = a_.postlist_end(term);
    const auto other_end = b_.postlist_end(term);
    auto other = b_.postlist_begin(term);
    for (auto posting = a_.postlist_begin(term); posting != end; ++posting, ++other) {
      ASSERT_NE(other, other_end);
      ASSERT_EQ(*posting, *other);
      ASSERT_EQ(posting.get_wdf(), other.get_wdf());
      ASSERT_EQ(posting.get_doclength(), other.get_doclength());
      ASSERT_EQ(positions(posting), positions(other)) << "document " << *posting;
    }
    ASSERT_EQ(other, other_end);
  }

  static std::vector<Xapian::termpos> positions(const Xapian::PostingIterator& posting) {
    return {posting.positionlist_begin(), posting.positionlist_end()};
  }

  void check_documents() {
    const auto end = a_.postlist_end("");
    const auto other_end = b_.postlist_end("");
    auto other = b_.postlist_begin("");
    for (auto posting = a_.postlist_begin(""); posting != end; ++posting, ++other) {
      ASSERT_NE(other, other_end);
      ASSERT_EQ(*posting, *other);
      ASSERT_EQ(a_.get_document(*posting).get_data(), b_.get_document(*posting).get_data()) << *posting;
      ASSERT_EQ(a_.get_document(*posting).get_value(0), b_.get_document(*posting).get_value(0)) << *posting;
    }
    ASSERT_EQ(other, other_end);
  }

  void check_slot(Xapian::valueno slot) {
    ASSERT_EQ(a_.get_value_freq(slot), b_.get_value_freq(slot)) << slot;
    ASSERT_EQ(a_.get_value_lower_bound(slot), b_.get_value_lower_bound(slot)) << slot;
    ASSERT_EQ(a_.get_value_upper_bound(slot), b_.get_value_upper_bound(slot)) << slot;
    const auto end = a_.valuestream_end(slot);
    const auto other_end = b_.valuestream_end(slot);
    auto other = b_.valuestream_begin(slot);
    for (auto value = a_.valuestream_begin(slot); value != end; ++value, ++other) {
      ASSERT_NE(other, other_end);
      ASSERT_EQ(value.get_docid(), other.get_docid());
      ASSERT_EQ(*value, *other);
    }
    ASSERT_EQ(other, other_end);
  }

  void check_synonyms() {
    const auto end = a_.synonym_keys_end();
    const auto other_end = b_.synonym_keys_end();
    auto other = b_.synonym_keys_begin();
    for (auto key = a_.synonym_keys_begin(); key != end; ++key, ++other) {
      ASSERT_NE(other, other_end);
      ASSERT_EQ(*key, *other);
      const std::vector<std::string> words(a_.synonyms_begin(*key), a_.synonyms_end(*key));
      const std::vector<std::string> others(b_.synonyms_begin(*key), b_.synonyms_end(*key));
      ASSERT_EQ(words, others) << *key;
    }
    ASSERT_EQ(other, other_end);
  }

  const Xapian::Database& a_;
  const Xapian::Database& b_;
};

inline void expect_same(const std::string& expected, const std::string& actual) {
  const Xapian::Database a(expected);
  const Xapian::Database b(actual);
  SameDatabase(a, b).check();
  EXPECT_EQ(Xapian::Database::check(actual, 0, nullptr), 0U) << actual;
}

}  // namespace morgue::index::test

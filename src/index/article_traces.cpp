// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/article_traces.h"

#include <xapian.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "index/article_indexer.h"
#include "index/blob.h"
#include "index/schema.h"
#include "index/word_list.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

// Of a book-length purge a part of the words proves as much.
constexpr std::size_t kMostTerms = 200'000;

Xapian::Database open(const std::string& location) {
  return Xapian::Database(location, Xapian::DB_BACKEND_GLASS);
}

std::vector<Xapian::docid> documents_of(const Xapian::Database& segment, std::span<const ArticleId> ids) {
  std::vector<Xapian::docid> documents;
  for (const ArticleId id : ids) {
    const std::string term = id_term(id);
    std::copy(segment.postlist_begin(term), segment.postlist_end(term), std::back_inserter(documents));
  }
  std::ranges::sort(documents);
  return documents;
}

std::set<std::string> terms_of(const std::vector<StoredArticle>& texts) {
  std::set<std::string> terms;
  ArticleIndexer indexer;
  for (const StoredArticle& text : texts) {
    const Document& document = indexer.document(text, 0);
    for (const Document::Term& term : document.terms()) terms.emplace(document.table().term(term.number));
    static_cast<void>(indexer.take_forms());
    indexer.end_batch();
    if (terms.size() > kMostTerms) break;
  }
  return terms;
}

/// Whether no other document has the term. True for a term that the segment does not have.
bool only_in(const Xapian::Database& segment, const std::string& term, const std::vector<Xapian::docid>& documents) {
  Xapian::doccount left = segment.get_termfreq(term);
  if (left == 0) return true;
  auto posting = segment.postlist_begin(term);
  const auto end = segment.postlist_end(term);
  for (const Xapian::docid document : documents) {
    posting.skip_to(document);
    if (posting == end) break;
    if (*posting == document && --left == 0) return true;
  }
  return false;
}

/// The article of a document, by what the document says of itself.
ArticleId article_of(const Xapian::Database& segment, Xapian::docid document) {
  const std::string data = segment.get_document(document).get_data();
  ArticleId id = 0;
  std::from_chars(data.data(), data.data() + data.size(), id);
  return id;
}

class TraceSearch {
 public:
  TraceSearch(const Xapian::Database& segment, std::span<const ArticleId> ids,
              const std::function<bool(std::string_view)>& wanted, std::int64_t& looked_at)
      : segment_(segment), ids_(ids.begin(), ids.end()), wanted_(wanted), looked_at_(looked_at) {}

  std::vector<std::string> run() {
    for (const ArticleId id : ids_) {
      if (segment_.term_exists(id_term(id))) left_.push_back("a document of article " + std::to_string(id));
    }
    look_at_terms();
    for (auto key = segment_.synonym_keys_begin(); key != segment_.synonym_keys_end(); ++key) {
      for (auto form = segment_.synonyms_begin(*key); form != segment_.synonyms_end(*key); ++form) {
        look_at_word(*form, "the forms of stems");
      }
    }
    const WordList words(read_blob(segment_, kWordsBlob));
    if (!words.empty()) {
      words.containing("", [this](std::string_view word) { look_at_word(word, "the list of words"); });
    }
    return std::move(left_);
  }

 private:
  void look_at_terms() {
    for (auto at = segment_.allterms_begin(); at != segment_.allterms_end(); ++at) {
      ++looked_at_;
      const std::string term = *at;
      if (!wanted_(term)) continue;
      // Somebody else may have come to use it since.
      bool theirs = false;
      for (auto posting = segment_.postlist_begin(term); posting != segment_.postlist_end(term) && !theirs; ++posting) {
        theirs = ids_.contains(article_of(segment_, *posting));
      }
      if (theirs) left_.push_back("a term of its own");
      if (!theirs) others_.insert(term);
    }
  }

  void look_at_word(std::string_view word, const char* where) {
    ++looked_at_;
    if (wanted_(word) && !others_.contains(word)) left_.push_back(std::string("a word of its own in ") + where);
  }

  const Xapian::Database& segment_;
  std::set<ArticleId> ids_;
  const std::function<bool(std::string_view)>& wanted_;
  std::int64_t& looked_at_;
  std::set<std::string, std::less<>> others_;
  std::vector<std::string> left_;
};

}  // namespace

bool holds_any(const std::string& location, std::span<const ArticleId> ids) {
  return reading("cannot read the index segment", location, [&] {
    const auto segment = open(location);
    return std::ranges::any_of(ids, [&](ArticleId id) { return segment.term_exists(id_term(id)); });
  });
}

std::vector<std::string> terms_of_theirs_alone(const std::vector<std::string>& locations,
                                               std::span<const ArticleId> ids,
                                               const std::vector<StoredArticle>& texts) {
  const auto all = terms_of(texts);
  std::vector<std::string> terms(all.begin(), all.end());
  for (const std::string& location : locations) {
    reading("cannot read the index segment", location, [&] {
      const auto segment = open(location);
      const auto documents = documents_of(segment, ids);
      std::erase_if(terms, [&](const std::string& term) { return !only_in(segment, term, documents); });
    });
  }
  return terms;
}

std::vector<std::string> traces_left(const std::string& location, std::span<const ArticleId> ids,
                                     const std::function<bool(std::string_view)>& wanted, std::int64_t& looked_at) {
  return reading("cannot read the index segment", location, [&] {
    const auto segment = open(location);
    return TraceSearch(segment, ids, wanted, looked_at).run();
  });
}

}  // namespace morgue::index

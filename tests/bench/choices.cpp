// SPDX-License-Identifier: GPL-2.0-or-later
// What the choices of the index schema cost: the same articles, texts in memory, are indexed in several ways by turns,
// by one thread and the same writer, and queries are asked of each. Usage: morgue_choices_bench DUMP ROUNDS, where DUMP
// is what `morgue extract` wrote. Prints a Markdown table. Every way copies the documents that ArticleIndexer makes, so
// that the times compare.
#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "index/article_indexer.h"
#include "index/schema.h"
#include "index/segment_writer.h"
#include "tests/bench/dump.h"
#include "tests/bench/measure.h"
#include "tests/support/temp_dir.h"
#include "text/stemmer.h"

namespace morgue::bench {
namespace {

constexpr std::uint32_t kSeed = 20250624;
constexpr int kQueries = 40;
constexpr std::size_t kMemory = std::size_t{256} << 20;

struct Way {
  const char* name;
  bool positions = true;
  bool stem_terms = false;      ///< `Z` terms, instead of synonyms that lead from stems to words
  bool headline_terms = true;   ///< `S` terms, besides the words themselves
  bool headline_apart = false;  ///< words of the headline only as `S` terms
};

constexpr Way kWays[] = {
    {"as morgue does"},
    {"stems as `Z` terms, no synonyms", true, true},
    {"headline words once: no `S` terms", true, false, false},
    {"headline words once: `S` terms only", true, false, true, true},
    {"no positions", false},
};

std::vector<StoredArticle> load(const std::filesystem::path& dump) {
  std::vector<StoredArticle> articles;
  for_each_article(dump, [&](const Article& article) {
    StoredArticle stored;
    static_cast<Article&>(stored) = article;
    stored.id = static_cast<ArticleId>(articles.size()) + 1;
    articles.push_back(std::move(stored));
  });
  return articles;
}

bool is_prefixed(std::string_view term) {
  return term.front() >= 'A' && term.front() <= 'Z';
}

/// Copies documents, with what the way wants otherwise.
class Copier {
 public:
  explicit Copier(const Way& way) : way_(way) {}

  const index::Document& copy(const index::Document& from, const std::string& language) {
    to_.clear();
    for (const auto& term : from.terms()) add(from, term, language);
    for (const auto& value : from.values()) to_.add_value(value.slot, value.bytes);
    to_.set_data(from.data());
    to_.finish();
    return to_;
  }
  [[nodiscard]] const index::TermTable& terms() const { return table_; }

 private:
  void add(const index::Document& from, const index::Document::Term& term, const std::string& language) {
    const std::string_view name = from.table().term(term.number);
    const bool is_headline = name.size() > 1 && name[0] == 'S' && !is_prefixed(name.substr(1));
    if (is_headline && !way_.headline_terms) return;
    std::uint32_t wdf = term.wdf;
    auto positions = from.positions(term);
    if (!is_prefixed(name) && way_.headline_apart) {
      const auto first = std::ranges::lower_bound(positions, index::kHeadlineStart);
      const auto last = std::ranges::lower_bound(positions, index::kSummaryStart);
      if (positions.size() == static_cast<std::size_t>(last - first) && !positions.empty()) return;
    }
    const std::uint32_t number = table_.intern(name);
    to_.add_term(number, wdf);
    if (way_.positions) {
      for (const auto position : positions) to_.add_posting(number, position, 0);
    }
    if (way_.stem_terms && !is_prefixed(name)) to_.add_term("Z" + std::string(stemmer_.stem(name, language)), wdf);
  }

  const Way& way_;
  index::TermTable table_;
  index::Document to_{table_};
  text::Stemmer stemmer_;
};

void build(const std::vector<StoredArticle>& articles, const Way& way, const std::filesystem::path& folder) {
  std::filesystem::create_directory(folder);
  const auto writer = index::make_glass_writer(folder, 1, kMemory);
  const auto batch = writer->batch_writer();
  index::ArticleIndexer indexer;
  std::size_t text = 0;
  std::size_t number = 0;
  for (std::size_t at = 0; at < articles.size(); ++number) {
    const auto limits = writer->batch_limits(text);
    Copier copier(way);
    std::size_t bytes = 0;
    batch->begin(number, static_cast<std::uint32_t>(at + 1));
    for (std::size_t count = 0; at < articles.size() && count < limits.articles && bytes < limits.text_bytes; ++count) {
      const auto& article = articles[at++];
      bytes += article.headline.size() + article.summary.size() + article.body.size();
      batch->add_document(copier.copy(indexer.document(article, static_cast<std::int64_t>(at)), article.language));
    }
    text += bytes;
    for (const auto& form : indexer.take_forms()) {
      if (!way.stem_terms) batch->add_synonym(index::stem_key(form.language, form.stem), form.word);
    }
    batch->finish(copier.terms());
    indexer.end_batch();
  }
  writer->join();
  writer->finish();
}

std::uintmax_t size_of(const std::filesystem::path& folder) {
  std::uintmax_t size = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) size += entry.file_size();
  return size;
}

/// Stems of several words each in a hundredth of the articles or more, and their words, from the first way's synonyms.
std::map<std::string, std::vector<std::string>> common_stems(const Xapian::Database& database) {
  std::map<std::string, std::vector<std::string>> all;
  const std::string language = "en:";
  for (auto key = database.synonym_keys_begin(language); key != database.synonym_keys_end(language); ++key) {
    const std::string stem = (*key).substr(language.size());
    std::vector<std::string> words;
    if (database.term_exists(stem)) words.push_back(stem);
    Xapian::doccount held = words.empty() ? 0 : database.get_termfreq(stem);
    for (auto word = database.synonyms_begin(*key); word != database.synonyms_end(*key); ++word) {
      if (*word == stem) continue;
      words.push_back(*word);
      held += database.get_termfreq(*word);
    }
    if (words.size() > 1 && held > database.get_doccount() / 100) all[stem] = std::move(words);
  }
  std::mt19937 random(kSeed);
  while (all.size() > static_cast<std::size_t>(kQueries)) {
    all.erase(std::next(all.begin(), static_cast<std::ptrdiff_t>(random() % all.size())));
  }
  return all;
}

Xapian::Query word_query(const Way& way, const std::string& stem, const std::vector<std::string>& words) {
  if (way.stem_terms) return Xapian::Query("Z" + stem);
  std::vector<std::string> terms = words;
  if (way.headline_apart) {
    for (const auto& word : words) terms.push_back("S" + word);
  }
  return {Xapian::Query::OP_SYNONYM, terms.begin(), terms.end()};
}

void ask(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  (void)enquire.get_mset(0, 10, database.get_doccount());
}

void run(const std::filesystem::path& dump, int rounds) {
  const auto articles = load(dump);
  std::uintmax_t text = 0;
  for (const auto& article : articles) text += article.headline.size() + article.summary.size() + article.body.size();
  const test::TempDir work;
  const auto folder = [&](std::size_t way) { return work.path() / std::to_string(way); };
  std::vector<Samples> built(std::size(kWays));
  for (int round = 0; round < rounds; ++round) {
    for (std::size_t i = 0; i < std::size(kWays); ++i) {
      std::filesystem::remove_all(folder(i));
      built[i].add([&] { build(articles, kWays[i], folder(i)); }, Clock::Program);
    }
  }
  std::vector<Xapian::Database> databases;
  for (std::size_t i = 0; i < std::size(kWays); ++i) databases.emplace_back(folder(i).string());
  const auto stems = common_stems(databases.front());
  std::vector<Samples> asked(std::size(kWays));
  for (int round = -1; round < 5; ++round) {
    for (const auto& [stem, words] : stems) {
      for (std::size_t i = 0; i < std::size(kWays); ++i) {
        Samples uncounted;
        (round < 0 ? uncounted : asked[i])
            .add([&, i] { ask(databases[i], word_query(kWays[i], stem, words)); }, Clock::Processor);
      }
    }
  }
  std::printf("%zu articles, %.1f MB of text; %zu stems of several words each.\n\n", articles.size(),
              static_cast<double>(text) / 1e6, stems.size());
  std::printf("| way | build s | : first | bytes : text | : first | word, total and best 10: median ms | : first |\n");
  std::printf("|---|---|---|---|---|---|---|\n");
  for (std::size_t i = 0; i < std::size(kWays); ++i) {
    const double size = static_cast<double>(size_of(folder(i))) / static_cast<double>(text);
    const double first = static_cast<double>(size_of(folder(0))) / static_cast<double>(text);
    std::printf("| %s | %.2f | %.2f | %.3f | %.2f | %.3f | %.2f |\n", kWays[i].name, built[i].median() / 1000,
                built[i].median() / built[0].median(), size, size / first, asked[i].median(),
                asked[i].median() / asked[0].median());
  }
}

}  // namespace
}  // namespace morgue::bench

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: morgue_choices_bench DUMP ROUNDS\n");
    return 2;
  }
  try {
    morgue::bench::run(argv[1], std::stoi(argv[2]));
    return 0;
  } catch (const Xapian::Error& error) {
    std::fprintf(stderr, "%s\n", error.get_description().c_str());
    return 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}

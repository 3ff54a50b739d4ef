// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/peer_build.h"

#include <string_view>
#include <unordered_map>

#include "query/ast.h"
#include "text/analyser.h"

namespace morgue::bench {
namespace {

// Texts stand once, outside the index (external content) and outside the rows that dates are read from. The prefix
// index is for the wildcards of four letters. Numbers rise with the dates, undated first: the best order for FTS5,
// which an archive that grows could not keep up; only rows that say so make use of it.
constexpr const char* kSchema = R"sql(
  create table articles (id integer primary key, article integer not null, published text, date_order integer,
                         source text not null);
  create table texts (id integer primary key, headline text not null, summary text not null, body text not null);
  create table authors (id integer primary key, name text not null unique);
  create table topics (id integer primary key, name text not null unique);
  create table article_authors (article integer not null, author integer not null, primary key (article, author))
    without rowid;
  create table article_topics (article integer not null, topic integer not null, primary key (article, topic))
    without rowid;
  create table words (word text primary key, articles integer not null) without rowid;
  create virtual table news using fts5 (headline, summary, body, content = 'texts', content_rowid = 'id', prefix = '4',
                                        tokenize = 'porter unicode61 remove_diacritics 2');
)sql";

constexpr const char* kFinish = R"sql(
  insert into news (news) values ('rebuild');
  insert into news (news) values ('optimize');
  create index articles_date on articles (date_order);
  create index articles_published on articles (published);
  create index articles_source on articles (source, date_order);
  create index article_authors_author on article_authors (author, article);
  create index article_topics_topic on article_topics (topic, article);
  create index words_articles on words (articles);
)sql";

/// How many articles each word is in: folded and unstemmed, which no FTS5 table with a stemmer can tell.
class WordCounts {
 public:
  void add(const Article& article) {
    ++article_;
    for (const std::string* part : {&article.headline, &article.summary, &article.body}) {
      for (const auto& token : analyser_.analyse(*part)) {
        if (token.kind == text::TokenKind::Word) add(token.term);
      }
    }
  }

  void store(const Database& database) const {
    Query insert(database, "insert into words values (?1, ?2)");
    for (const auto& [word, seen] : seen_) insert.start(std::string_view(word), seen.articles).next();
  }

 private:
  struct Seen {
    std::int64_t articles = 0;
    std::int64_t last = 0;
  };

  void add(std::string_view word) {
    word_.assign(word);
    Seen& seen = seen_[word_];
    if (seen.last == article_) return;
    seen.last = article_;
    ++seen.articles;
  }

  text::Analyser analyser_;
  std::unordered_map<std::string, Seen> seen_;
  std::int64_t article_ = 0;
  std::string word_;
};

/// A table of names and one of who has them.
class Names {
 public:
  Names(const Database& database, const std::string& names, const std::string& links)
      : name_(database, "insert or ignore into " + names + " (name) values (?1)"),
        link_(database, "insert or ignore into " + links + " select ?1, id from " + names + " where name = ?2") {}

  void store(std::int64_t id, const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      name_.start(std::string_view(name)).next();
      link_.start(id, std::string_view(name)).next();
    }
  }

 private:
  Query name_;
  Query link_;
};

/// Newest first, as the archive gives them, numbered downwards.
void store_articles(const Database& database, archive::Reader& archive) {
  const query::Node everything{query::All{}, {}};
  Query row(database, "insert into articles values (?1, ?2, ?3, ?4, ?5)");
  Query texts(database, "insert into texts values (?1, ?2, ?3, ?4)");
  Names authors(database, "authors", "article_authors");
  Names topics(database, "topics", "article_topics");
  WordCounts words;
  std::int64_t id = archive.count(everything);
  archive.for_each(everything, [&](const StoredArticle& article) {
    using View = std::string_view;
    if (article.published) {
      const std::string published = article.published->to_string();
      row.start(id, article.id, View(published), article.published->utc_seconds(), View(article.source)).next();
    } else {
      row.start(id, article.id, nullptr, nullptr, View(article.source)).next();
    }
    texts.start(id, View(article.headline), View(article.summary), View(article.body)).next();
    authors.store(id, article.authors);
    topics.store(id, article.topics);
    words.add(article);
    --id;
    return true;
  });
  words.store(database);
}

}  // namespace

void build_peer(archive::Reader& archive, const std::filesystem::path& file) {
  auto partial = file;
  partial += ".partial";
  std::filesystem::remove(partial);
  {
    Database database(partial, Database::Mode::Create);
    database.run("pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -1000000; begin");
    database.run(kSchema);
    store_articles(database, archive);
    database.run(kFinish);
    database.run("analyze; commit");
  }
  std::filesystem::rename(partial, file);
}

void tune(Database& database) {
  database.run("pragma mmap_size = 17179869184; pragma cache_size = -4000000; pragma temp_store = memory");
}

}  // namespace morgue::bench

// SPDX-License-Identifier: GPL-2.0-or-later
// The peer of `morgue ingest`: what one would write with SQLite alone. Reads articles as `morgue extract` gives them
// and keeps metadata, texts and a full-text index with positions; an article whose key is known is replaced if it
// differs. Durable at the end. Usage: morgue_fts5_ingest DATABASE DUMP...
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include "tests/bench/dump.h"
#include "tests/bench/sqlite.h"

namespace morgue::bench {
namespace {

constexpr const char* kSettings =
    "pragma journal_mode = wal; pragma synchronous = normal; pragma cache_size = -262144; pragma temp_store = memory;";

constexpr const char* kSchema = R"sql(
  create table if not exists articles (
    id integer primary key, key text unique, published text, date_order integer, updated text, source text not null,
    section text not null, language text not null, url text not null);
  create table if not exists texts (id integer primary key, headline text not null, summary text not null,
                                    body text not null);
  create table if not exists authors (id integer primary key, name text not null unique);
  create table if not exists topics (id integer primary key, name text not null unique);
  create table if not exists article_authors (article integer not null, author integer not null,
                                              primary key (article, author)) without rowid;
  create table if not exists article_topics (article integer not null, topic integer not null,
                                             primary key (article, topic)) without rowid;
  create index if not exists articles_date on articles (date_order);
  create index if not exists articles_source on articles (source, date_order);
  create index if not exists article_authors_author on article_authors (author, article);
  create index if not exists article_topics_topic on article_topics (topic, article);
  create virtual table if not exists news using fts5 (headline, summary, body, content = 'texts', content_rowid = 'id',
                                                      tokenize = 'porter unicode61 remove_diacritics 2');
)sql";

class Store {
 public:
  explicit Store(const Database& database)
      : known_(database,
               "select a.id, t.headline, t.summary, t.body from articles a join texts t using (id) "
               "where a.key = ?1"),
        insert_(database, "insert into articles values (null, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) returning id"),
        text_(database, "insert or replace into texts values (?1, ?2, ?3, ?4)"),
        index_(database, "insert into news (rowid, headline, summary, body) values (?1, ?2, ?3, ?4)"),
        forget_(database, "insert into news (news, rowid, headline, summary, body) values ('delete', ?1, ?2, ?3, ?4)"),
        author_(database, "insert or ignore into authors (name) values (?1)"),
        author_link_(database, "insert or ignore into article_authors select ?1, id from authors where name = ?2"),
        topic_(database, "insert or ignore into topics (name) values (?1)"),
        topic_link_(database, "insert or ignore into article_topics select ?1, id from topics where name = ?2") {}

  void store(const Article& article) {
    if (!article.key.empty() && known_.start(View(article.key)).next()) {
      const std::int64_t id = known_.integer(0);
      const std::string headline(known_.text(1));
      const std::string summary(known_.text(2));
      const std::string body(known_.text(3));
      if (headline == article.headline && summary == article.summary && body == article.body) return;
      forget_.start(id, View(headline), View(summary), View(body)).next();
      write_text(id, article);
      return;
    }
    const std::int64_t id = write_row(article);
    write_text(id, article);
    for (const auto& name : article.authors) link(author_, author_link_, id, name);
    for (const auto& name : article.topics) link(topic_, topic_link_, id, name);
  }

 private:
  using View = std::string_view;

  std::int64_t write_row(const Article& article) {
    const std::string published = article.published ? article.published->to_string() : std::string();
    const std::string updated = article.updated ? article.updated->to_string() : std::string();
    const auto start = [&](const auto& key, const auto& date, const auto& order) {
      insert_.start(key, date, order, View(updated), View(article.source), View(article.section),
                    View(article.language), View(article.url));
    };
    if (!article.published) {
      article.key.empty() ? start(nullptr, nullptr, nullptr) : start(View(article.key), nullptr, nullptr);
    } else {
      const std::int64_t order = article.published->utc_seconds();
      article.key.empty() ? start(nullptr, View(published), order) : start(View(article.key), View(published), order);
    }
    insert_.next();
    const std::int64_t id = insert_.integer(0);
    insert_.next();
    return id;
  }

  void write_text(std::int64_t id, const Article& article) {
    text_.start(id, View(article.headline), View(article.summary), View(article.body)).next();
    index_.start(id, View(article.headline), View(article.summary), View(article.body)).next();
  }

  static void link(Query& name, Query& link, std::int64_t id, const std::string& value) {
    name.start(View(value)).next();
    link.start(id, View(value)).next();
  }

  Query known_, insert_, text_, index_, forget_, author_, author_link_, topic_, topic_link_;
};

void run(const std::vector<std::string>& arguments) {
  Database database(arguments.at(0), Database::Mode::Create);
  database.run(kSettings);
  database.run(kSchema);
  database.run("begin");
  {
    Store store(database);
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      for_each_article(arguments[i], [&](const Article& article) { store.store(article); });
    }
  }
  database.run("commit; pragma wal_checkpoint(truncate)");
}

}  // namespace
}  // namespace morgue::bench

int main(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: morgue_fts5_ingest DATABASE DUMP...\n");
    return 2;
  }
  try {
    morgue::bench::run({argv + 1, argv + argc});
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "catalog/connection.h"
#include "catalog/statement.h"
#include "core/article.h"

namespace morgue::catalog {

/// A change of what the index knows of an article beside its text: the article takes the next `seq` and is pending.
class ChangeStamp {
 public:
  explicit ChangeStamp(Connection& connection)
      : connection_(connection),
        bump_seq_(connection, "UPDATE meta SET value = value + 1 WHERE name = 'last_seq'"),
        stamp_(connection, "UPDATE articles SET seq = (SELECT value FROM meta WHERE name = 'last_seq') WHERE id = ?1"),
        pend_(connection, "INSERT OR IGNORE INTO pending (article_id) VALUES (?1)") {}

  /// In a transaction of the caller.
  void mark(ArticleId article) {
    connection_.require_transaction("an article was marked as changed");
    bump_seq_.run();
    stamp_.run(article);
    pend_.run(article);
  }

 private:
  Connection& connection_;
  Statement bump_seq_;
  Statement stamp_;
  Statement pend_;
};

}  // namespace morgue::catalog

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>

#include "catalog/article_store.h"
#include "catalog/catalog.h"
#include "catalog/run_log.h"
#include "core/error.h"
#include "tests/support/temp_dir.h"

namespace morgue::catalog {

/// The Error that `action` throws; a test failure when it throws none.
template <typename Action>
Error error_of(Action&& action) {
  try {
    std::forward<Action>(action)();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "no Error was thrown";
  return {ErrorCode::Internal, "no error"};
}

inline Article make_article(std::string key, std::string headline, std::string body) {
  Article article;
  article.key = std::move(key);
  article.headline = std::move(headline);
  article.body = std::move(body);
  article.source = "Harbour Post";
  article.dump = "harbour.jsonl";
  article.record = 1;
  return article;
}

/// A fresh catalog with one run.
class CatalogTest : public testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "catalog.db"; }

  PutResult put(const Article& article) { return put(article, run_); }
  PutResult put(const Article& article, std::int64_t run) {
    Transaction transaction(catalog_, Transaction::Kind::Write);
    const PutResult result = store_.put(article, run);
    transaction.commit();
    return result;
  }

  test::TempDir folder_;
  Catalog catalog_{file(), Catalog::Mode::Write};
  ArticleStore store_{catalog_};
  RunLog runs_{catalog_};
  std::int64_t run_ = runs_.start("ingest harbour.jsonl", 1000);
};

}  // namespace morgue::catalog

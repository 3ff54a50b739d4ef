// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/families.h"
#include "archive/prepared_article.h"
#include "catalog/annotations.h"
#include "catalog/article_store.h"
#include "catalog/catalog.h"
#include "catalog/collections.h"
#include "catalog/reject_log.h"
#include "catalog/run_log.h"
#include "catalog/withdrawn.h"
#include "core/article.h"
#include "core/record.h"

namespace morgue::archive {

/// Writes articles and rejects as one run, in transactions bounded by count, bytes and time.
class BatchWriter {
 public:
  BatchWriter(catalog::Catalog& catalog, const std::string& command);

  /// What earlier runs said of the records that come is replaced by what this one says.
  void replace_rejects() { rejects_known_ = Known::Replaced; }
  /// The same, by what was said and not by the number of the record: dumps are read again that have changed.
  void renew_rejects() { rejects_known_ = Known::Renewed; }
  /// Articles that come belong to this collection.
  void set_collection(std::int64_t collection) { collection_ = collection; }
  /// Called in each transaction, before it commits: writes down how far the dumps were read.
  void before_commit(std::function<void()> write) { before_commit_ = std::move(write); }

  void add(const Article& article, const PreparedArticle& prepared, const std::vector<std::string>& remarks);
  /// With renewed rejects, false if an earlier run said the same.
  bool add(const Reject& reject);
  /// Runs `write` in the open transaction, or in a new one.
  void with_batch(const std::function<void()>& write);
  void commit();
  void finish(int exit_code);
  /// Ends the run without the open batch.
  void fail(int exit_code);

  [[nodiscard]] std::int64_t run() const { return run_; }
  [[nodiscard]] const catalog::RunCounts& counts() const { return counts_; }
  [[nodiscard]] std::int64_t remarks() const { return remarks_; }
  /// Of the rejected, those of articles that were withdrawn: as it should be.
  [[nodiscard]] std::int64_t withdrawn() const { return withdrawn_records_; }

 private:
  enum class Known { Kept, Replaced, Renewed };

  void open();
  void keep_out(const Location& where, const std::string& objection);
  void close_when_full();

  catalog::Catalog& catalog_;
  catalog::ArticleStore articles_;
  catalog::CollectionTable collections_;
  catalog::AnnotationTable annotations_;
  Families families_;
  catalog::RunLog log_;
  catalog::RejectLog rejects_;
  catalog::Withdrawn withdrawn_;
  Known rejects_known_ = Known::Kept;
  std::int64_t collection_ = 0;
  std::function<void()> before_commit_;
  std::int64_t run_ = 0;
  catalog::RunCounts counts_;
  catalog::RunCounts committed_;
  std::int64_t remarks_ = 0;
  std::int64_t withdrawn_records_ = 0;
  std::optional<catalog::Transaction> transaction_;
  std::int64_t articles_in_batch_ = 0;
  std::size_t bytes_ = 0;
  std::chrono::steady_clock::time_point opened_;
};

}  // namespace morgue::archive

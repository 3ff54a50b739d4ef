// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/batch_writer.h"

#include <ctime>

#include "archive/annotations.h"

namespace morgue::archive {
namespace {

using SteadyClock = std::chrono::steady_clock;

// A batch is what a kill can cost; larger batches save syncs.
constexpr std::int64_t kBatchArticles = 5000;
constexpr std::size_t kBatchBytes = 64U << 20U;
constexpr auto kBatchTime = std::chrono::seconds(10);

}  // namespace

BatchWriter::BatchWriter(catalog::Catalog& catalog, const std::string& command)
    : catalog_(catalog),
      articles_(catalog),
      collections_(catalog),
      annotations_(catalog),
      families_(catalog),
      log_(catalog),
      rejects_(catalog),
      withdrawn_(catalog, std::time(nullptr)) {
  catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
  run_ = log_.start(command, std::time(nullptr));
  transaction.commit();
}

void BatchWriter::add(const Article& article, const PreparedArticle& prepared,
                      const std::vector<std::string>& remarks) {
  open();
  const Location where{article.dump, article.record, 0};
  if (rejects_known_ == Known::Replaced) rejects_.forget_before(run_, where);
  ++counts_.records;
  if (const std::string objection = withdrawn_.objection(article, prepared.text.key, prepared.text.hash);
      !objection.empty()) {
    keep_out(where, objection);
    return;
  }
  const auto [outcome, id] = articles_.put(article, prepared.text, run_);
  bool put = true;
  switch (outcome) {
    case catalog::Outcome::Added:
      ++counts_.added;
      families_.added(id, article, prepared.sketch);
      break;
    case catalog::Outcome::Revised:
      ++counts_.revised;
      families_.revised(id, article, prepared.sketch);
      break;
    case catalog::Outcome::Outdated:
      ++counts_.revised;
      break;
    case catalog::Outcome::Unchanged:
      ++counts_.unchanged;
      put = false;
      break;
    case catalog::Outcome::Duplicate:
      ++counts_.duplicates;
      put = false;
      break;
  }
  bool beside = collection_ != 0 && collections_.join(collection_, id);
  beside = take_in_annotations(annotations_, id, article) || beside;
  if (beside && !put) annotations_.mark(id);
  if (outcome == catalog::Outcome::Added || outcome == catalog::Outcome::Revised) {
    for (const std::string& remark : remarks) rejects_.add_remark(run_, where, remark);
    remarks_ += static_cast<std::int64_t>(remarks.size());
  }
  bytes_ += article.body.size() + article.headline.size();
  close_when_full();
}

bool BatchWriter::add(const Reject& reject) {
  open();
  ++counts_.records;
  ++counts_.rejected;
  bool fresh = true;
  if (rejects_known_ == Known::Renewed) {
    fresh = !rejects_.renew(run_, reject);
  } else {
    if (rejects_known_ == Known::Replaced) rejects_.forget_before(run_, reject.where);
    rejects_.add(run_, reject);
  }
  close_when_full();
  return fresh;
}

/// What is withdrawn leaves no excerpt, and it is no news that a dump has it.
void BatchWriter::keep_out(const Location& where, const std::string& objection) {
  ++counts_.rejected;
  ++withdrawn_records_;
  rejects_.renew(run_, {where, objection, {}});
  close_when_full();
}

void BatchWriter::with_batch(const std::function<void()>& write) {
  open();
  write();
}

void BatchWriter::commit() {
  if (!transaction_) return;
  if (before_commit_) before_commit_();
  log_.update(run_, counts_);
  transaction_->commit();
  transaction_.reset();
  committed_ = counts_;
  articles_in_batch_ = 0;
  bytes_ = 0;
}

void BatchWriter::finish(int exit_code) {
  commit();
  catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
  log_.finish(run_, counts_, exit_code, std::time(nullptr));
  transaction.commit();
}

void BatchWriter::fail(int exit_code) {
  transaction_.reset();
  counts_ = committed_;
  finish(exit_code);
}

void BatchWriter::open() {
  if (transaction_) return;
  transaction_.emplace(catalog_, catalog::Transaction::Kind::Write);
  opened_ = SteadyClock::now();
}

void BatchWriter::close_when_full() {
  ++articles_in_batch_;
  if (articles_in_batch_ >= kBatchArticles || bytes_ >= kBatchBytes || SteadyClock::now() - opened_ >= kBatchTime) {
    commit();
  }
}

}  // namespace morgue::archive

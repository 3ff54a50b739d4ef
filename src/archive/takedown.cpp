// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/takedown.h"

#include <algorithm>
#include <ctime>

#include "archive/reader.h"
#include "catalog/article_store.h"
#include "core/error.h"

namespace morgue::archive {
namespace {

std::string day_of(std::int64_t seconds) {
  const auto time = Timestamp::from_utc_seconds(seconds);
  return time ? time->to_string().substr(0, 10) : "an unknown day";
}

std::vector<ArticleId> ids_of(const TakedownPlan& plan) {
  std::vector<ArticleId> ids;
  for (const StoredArticle& article : plan.articles) ids.push_back(article.id);
  return ids;
}

void sort_and_unify(std::vector<ArticleId>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

constexpr const char* kList = "morgue takedowns lists what was withdrawn";

/// An id that was named, or the reason why it cannot be meant.
void require_present(catalog::ArticleStore& articles, catalog::TakedownTable& table, ArticleId id, bool purge,
                     std::int64_t now) {
  const auto withdrawn = table.of(id, now);
  if (withdrawn && (!purge || withdrawn->state != catalog::TakedownState::Withheld)) {
    const bool withheld = withdrawn->state == catalog::TakedownState::Withheld;
    throw Error(ErrorCode::Usage, withdrawal_sentence(id, *withdrawn),
                withheld ? "to remove it for ever, add --purge; to show it again: morgue takedown --undo " +
                               std::to_string(withdrawn->number)
                         : kList);
  }
  if (!articles.find(id)) {
    throw Error(ErrorCode::Usage, "there is no article " + std::to_string(id), "ids are what search prints");
  }
}

}  // namespace

std::string withdrawal_sentence(ArticleId id, const catalog::Takedown& takedown) {
  const bool withheld = takedown.state == catalog::TakedownState::Withheld;
  std::string out = "article " + std::to_string(id) + (withheld ? " is withheld since " : " was purged on ");
  out += day_of(takedown.made);
  if (withheld && takedown.until) out += " until " + takedown.until->to_string();
  return out + " (takedown " + std::to_string(takedown.number) + "): " + takedown.reason;
}

TakedownPlan plan_takedown(const Layout& layout, const TakedownRequest& request) {
  TakedownPlan plan;
  Reader reader(layout);
  const std::int64_t now = std::time(nullptr);
  catalog::ArticleStore articles(reader.catalog());
  catalog::TakedownTable table(reader.catalog());
  std::vector<ArticleId> ids = request.ids;
  for (const ArticleId id : ids) require_present(articles, table, id, request.purge, now);
  if (request.query) {
    ids = reader.matches(*request.query);
    plan.unindexed = reader.index_lag();
  }
  sort_and_unify(ids);
  plan.near_duplicates = table.relatives(ids, now);
  if (request.family) {
    ids.insert(ids.end(), plan.near_duplicates.begin(), plan.near_duplicates.end());
    plan.near_duplicates.clear();
    sort_and_unify(ids);
  }
  for (const ArticleId id : ids) {
    auto article = articles.find(id);
    if (!article) continue;
    article->body = {};  // nobody looks at it, and there may be many
    plan.articles.push_back(std::move(*article));
  }
  return plan;
}

TakedownDesk::TakedownDesk(const Layout& layout, const std::string& command, double wait_seconds, PurgeOptions purging)
    : layout_((layout.require(), layout)),
      lock_(layout.lock(), command, wait_seconds),
      catalog_(layout.catalog(), catalog::Catalog::Mode::Write) {
  layout_.create();  // the index folder, when it was lost
  finished_ = finish_purges(layout_, catalog_, purging);
}

std::int64_t TakedownDesk::add(const TakedownPlan& plan, const TakedownOptions& options, bool purge) {
  catalog::Takedown takedown;
  takedown.made = std::time(nullptr);
  takedown.reason = options.reason;
  takedown.ref = options.ref;
  takedown.until = options.until;
  takedown.articles = ids_of(plan);
  catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
  const std::int64_t number = catalog::TakedownTable(catalog_).add(takedown);
  if (purge) begin_purge(layout_, catalog_, number);
  transaction.commit();
  return number;
}

std::int64_t TakedownDesk::withhold(const TakedownPlan& plan, const TakedownOptions& options) {
  return add(plan, options, false);
}

PurgeResult TakedownDesk::purge(const TakedownPlan& plan, const TakedownOptions& options) {
  const std::int64_t number = add(plan, options, true);
  for (PurgeResult& result : finish_purges(layout_, catalog_, options.purging)) {
    if (result.takedown == number) return std::move(result);
  }
  throw Error(ErrorCode::Internal, "takedown " + std::to_string(number) + " was begun and cannot be found");
}

catalog::Takedown TakedownDesk::undo(std::int64_t number) {
  const std::int64_t now = std::time(nullptr);
  catalog::TakedownTable table(catalog_);
  catalog::Transaction transaction(catalog_, catalog::Transaction::Kind::Write);
  auto takedown = table.find(number);
  const std::string name = "takedown " + std::to_string(number);
  if (!takedown) throw Error(ErrorCode::Usage, "there is no " + name, kList);
  switch (takedown->state) {
    case catalog::TakedownState::Undone:
      throw Error(ErrorCode::Usage, name + " was undone on " + day_of(takedown->ended.value_or(0)), kList);
    case catalog::TakedownState::Purging:
    case catalog::TakedownState::Purged:
      throw Error(ErrorCode::Usage, name + " was a purge: its articles are gone for good",
                  "restore them from a backup made before, if you may");
    case catalog::TakedownState::Withheld:
      break;
  }
  if (!takedown->in_force(now)) {
    throw Error(ErrorCode::Usage, name + " ended by itself on " + takedown->until->to_string(), kList);
  }
  table.undo(number, now);
  transaction.commit();
  return std::move(*takedown);
}

std::vector<catalog::Takedown> takedowns(const Layout& layout) {
  layout.require();
  catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Read);
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return catalog::TakedownTable(catalog).list();
}

}  // namespace morgue::archive

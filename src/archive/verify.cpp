// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/verify.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "archive/indexer.h"
#include "archive/segment_copy.h"
#include "archive/verify_segment.h"
#include "catalog/article_store.h"
#include "catalog/audit.h"
#include "catalog/catalog.h"
#include "catalog/families.h"
#include "catalog/segment_table.h"
#include "core/error.h"
#include "io/file_lock.h"
#include "io/folder.h"

namespace morgue::archive {
namespace {

using Kind = Check::Kind;
using State = Check::State;

std::string counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class Verifier {
 public:
  Verifier(const Layout& layout, const VerifyOptions& options)
      : layout_(layout),
        options_(options),
        catalog_(layout.catalog(), catalog::Catalog::Mode::Read),
        snapshot_(std::in_place, catalog_, catalog::Transaction::Kind::Read) {}

  Verification run() {
    catalog::Audit audit(catalog_);
    tell(Kind::Catalog, "every page, row and index of the catalog", audit.structure());
    tell(Kind::References, "rows that refer to others", audit.references());
    tell(Kind::Articles, "every article has its text and its place in the order of changes", audit.articles());
    count_articles();
    tell(Kind::Texts, counted(result_.articles, "article") + ", every text of each as it was stored",
         audit.texts(options_.go_on));
    check_families(audit);
    tell(Kind::Places, "articles, documents and tombstones account for each other", audit.places());
    check_index();
    snapshot_.reset();
    return std::move(result_);
  }

 private:
  void tell(Check check) {
    if (options_.told) options_.told(check);
    result_.checks.push_back(std::move(check));
  }
  void tell(Kind kind, std::string said, Findings found) {
    Check check{kind, 0, found.none() ? State::Ok : State::Problem, std::move(said), std::move(found)};
    tell(std::move(check));
  }

  void count_articles() {
    try {
      result_.articles = catalog::ArticleStore(catalog_).count();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent) throw;  // said already
    }
  }

  void check_families(catalog::Audit& audit) {
    if (rebuilding_families()) {
      tell({Kind::Families,
            0,
            State::Skipped,
            "families of near-duplicates are being found anew, by a writer at work or the next `morgue reindex`",
            {}});
      return;
    }
    tell(Kind::Families, "families of near-duplicates", audit.families());
  }

  bool rebuilding_families() {
    try {
      return catalog::FamilyTable(catalog_).rebuilding();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent) throw;
      return false;  // said already
    }
  }

  void check_index() {
    std::vector<catalog::SegmentRow> live;
    try {
      live = catalog::SegmentTable(catalog_).live();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent) throw;
      return;  // said already
    }
    result_.segments = static_cast<std::int64_t>(live.size());
    std::int64_t documents = 0;
    for (const auto& row : live) documents += row.documents - row.dead;
    for (const auto& row : live) check_segment(row, documents);
    check_stub(live);
    check_debris(live);
    check_lag();
  }

  void check_lag() {
    std::int64_t pending = 0;
    try {
      pending = catalog::SegmentTable(catalog_).pending_count();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent) throw;
      return;  // said already
    }
    tell(Kind::Lag,
         pending == 0 ? "no article waits for the index"
                      : counted(pending, "article") + (pending == 1 ? " waits" : " wait") +
                            " for the index: the next `morgue reindex` adds them",
         {});
  }

  void check_segment(const catalog::SegmentRow& row, std::int64_t documents) {
    SegmentVerifier segment(layout_, catalog_, row, options_);
    for (Check& check : segment.run(documents)) {
      if (check.state == State::Problem && !still_live(row.number)) {
        check.state = State::Skipped;
        check.said = "superseded and removed by a writer meanwhile";
        check.found = {};
      }
      tell(std::move(check));
    }
  }

  /// In a new snapshot: a writer takes away what the old one names.
  bool still_live(std::int64_t number) const {
    catalog::Catalog now(layout_.catalog(), catalog::Catalog::Mode::Read);
    const catalog::Transaction snapshot(now, catalog::Transaction::Kind::Read);
    return std::ranges::any_of(catalog::SegmentTable(now).live(),
                               [number](const auto& row) { return row.number == number; });
  }

  void check_stub(const std::vector<catalog::SegmentRow>& live) {
    std::string wanted;
    for (const auto& row : live) wanted += "glass " + row.location + "\n";
    std::ifstream file(layout_.current(), std::ios::binary);
    const std::string stub{std::istreambuf_iterator<char>(file), {}};
    Findings found;
    const bool other = stub != wanted && !(live.empty() && !file.is_open());
    if (other && writer_at_work()) {
      tell({Kind::Stub, 0, State::Skipped, "a writer is at work", {}});
      return;
    }
    if (other) found.add(layout_.current().string() + " does not name the live segments");
    tell(Kind::Stub, "`current` names the live segments", std::move(found));
  }

  void check_debris(const std::vector<catalog::SegmentRow>& live) {
    if (writer_at_work()) {
      tell({Kind::Debris, 0, State::Skipped, "a writer is at work", {}});
      return;
    }
    Findings found;
    std::int64_t strange = 0;
    std::error_code failure;
    for (const auto& entry : io::list_folder(layout_.index(), failure)) {
      const std::string name = entry.filename().string();
      if (std::ranges::any_of(live, [&](const auto& row) { return row.location == name; })) continue;
      if (is_segment_debris(name)) {
        found.add(entry.string() + " belongs to no live segment");
      } else if (name != layout_.current().filename()) {
        ++strange;
      }
    }
    if (failure) found.add(layout_.index().string() + ": " + failure.message());
    std::string said = "nothing is left over";
    if (strange > 0) said += "; " + counted(strange, "file") + " in the index folder that somebody else put there";
    tell(Kind::Debris, std::move(said), std::move(found));
  }

  [[nodiscard]] bool writer_at_work() const {
    // Ours does not count: a repair looks before and after.
    return !options_.locked && io::lock_holder(layout_.lock()).has_value();
  }

  const Layout& layout_;
  const VerifyOptions& options_;
  catalog::Catalog catalog_;
  std::optional<catalog::Transaction> snapshot_;
  Verification result_;
};

}  // namespace

bool Verification::clean() const {
  return std::ranges::none_of(checks, [](const Check& check) { return check.state == State::Problem; });
}

bool Verification::broken(Kind kind) const {
  return std::ranges::any_of(
      checks, [kind](const Check& check) { return check.kind == kind && check.state == State::Problem; });
}

std::set<std::int64_t> Verification::damaged_segments() const {
  std::set<std::int64_t> numbers;
  for (const Check& check : checks) {
    if (check.segment != 0 && check.state == State::Problem) numbers.insert(check.segment);
  }
  return numbers;
}

bool Verification::repairable() const {
  return !broken(Kind::Catalog) && !broken(Kind::Articles) && !broken(Kind::Texts);
}

std::string Verification::still_fine() const {
  if (clean()) return {};
  const auto damaged = static_cast<std::int64_t>(damaged_segments().size());
  const std::string sound = damaged == 0 ? "the index" : counted(segments - damaged, "other segment");
  if (repairable()) {
    std::string fine = "all " + counted(articles, "article") + " in the catalog, with every text";
    if (damaged == 0) return fine + ", and the segments of the index";
    return damaged < segments ? fine + ", and " + sound : fine;
  }
  if (broken(Kind::Texts) && !broken(Kind::Catalog)) return "the texts not named above, and searches for them";
  if (!broken(Kind::Texts) && articles == 0) return "the texts in the catalog, and " + sound;
  if (!broken(Kind::Texts)) return "all " + counted(articles, "article") + " that can be counted have their texts";
  return damaged < segments || segments == 0 ? "what can be read of the catalog, and " + sound
                                             : "what can be read of the catalog";
}

std::string Verification::command() const {
  if (clean()) return {};
  return "morgue verify --repair";
}

Verification verify(const Layout& layout, const VerifyOptions& options) {
  layout.require();
  return Verifier(layout, options).run();
}

}  // namespace morgue::archive

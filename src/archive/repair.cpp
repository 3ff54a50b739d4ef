// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/repair.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "archive/families.h"
#include "archive/salvage.h"
#include "catalog/families.h"
#include "catalog/mend.h"
#include "catalog/segment_table.h"
#include "catalog/upkeep.h"
#include "core/error.h"
#include "io/file_lock.h"

namespace morgue::archive {
namespace {

using Kind = Check::Kind;

std::string counted(std::int64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

class Repairer {
 public:
  Repairer(const Layout& layout, const VerifyOptions& looking, const IndexOptions& indexing)
      : layout_(layout), looking_(looking), indexing_(indexing) {
    looking_.locked = true;
    // Notes belong to what was done.
    indexing_.warn = [this](const std::string& line) { done_.push_back(line); };
  }

  Repair run() {
    const Verification before = first_look();
    if (before.clean()) return {{}, before};
    const bool salvaged = before.broken(Kind::Catalog) && !mend_sql_indexes();
    if (salvaged) {
      for (auto& line : salvage_catalog(layout_, looking_.go_on)) done_.push_back(std::move(line));
    }
    mend_index(before, salvaged);
    return {std::move(done_), look(true)};
  }

 private:
  /// A catalog that cannot even be opened may still have pages that can be read.
  Verification first_look() {
    try {
      return look(false);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent) throw;
      Verification found;
      found.checks.push_back({Kind::Catalog, 0, Check::State::Problem, error.message(), {}});
      return found;
    }
  }

  /// Only the last look is told as it goes.
  Verification look(bool last) {
    VerifyOptions options = looking_;
    if (!last) options.told = {};
    Verification found = verify(layout_, options);
    if (!last && found.clean() && looking_.told) {
      for (const Check& check : found.checks) looking_.told(check);
    }
    return found;
  }

  /// An index of a table that differs from it is made again; a page that cannot be read is another matter.
  bool mend_sql_indexes() {
    try {
      catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
      catalog::Upkeep(catalog).rebuild_sql_indexes();
      if (!catalog::Upkeep(catalog).sound()) return false;
      done_.emplace_back("the SQL indexes of the catalog were made again from their tables");
      return true;
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent && error.code() != ErrorCode::Input) throw;
      return false;
    }
  }

  void mend_index(const Verification& before, bool salvaged) {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    std::set<std::int64_t> rebuild = before.damaged_segments();
    // A catalog that was saved has no sketches.
    bool families = salvaged || before.broken(Kind::Families) || catalog::FamilyTable(catalog).rebuilding();
    {
      catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
      catalog::Mender mender(catalog);
      note(mender.remove_orphans(), "row", "that referred to nothing, removed");
      note(mender.renumber(), "change number", "given anew");
      families = mender.clear_lost_families() > 0 || families;
      note(mender.mend_places(), "row", "mended between articles and the index");
      for (const std::int64_t number : mender.unaccounted_segments()) rebuild.insert(number);
      transaction.commit();
    }
    if (families) {
      rebuild_families(catalog, indexing_.progress);
      done_.emplace_back("families of near-duplicates were found again");
    }
    indexing_.rebuild = existing(catalog, rebuild);
    const auto written = bring_index_up_to_date(layout_, catalog, indexing_);
    if (!indexing_.rebuild.empty()) {
      done_.push_back(counted(static_cast<std::int64_t>(indexing_.rebuild.size()), "segment") +
                      " built again from the catalog");
    }
    if (written > 0) done_.push_back(counted(written, "article") + " indexed");
    if (before.broken(Kind::Stub)) done_.emplace_back("`current` was written again");
    if (before.broken(Kind::Debris)) done_.emplace_back("what was left over was removed");
  }

  void note(std::int64_t count, const std::string& noun, const std::string& what) {
    if (count > 0) done_.push_back(counted(count, noun) + " " + what);
  }

  static std::vector<std::int64_t> existing(catalog::Catalog& catalog, const std::set<std::int64_t>& numbers) {
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    std::vector<std::int64_t> out;
    for (const auto& row : catalog::SegmentTable(catalog).live()) {
      if (numbers.contains(row.number)) out.push_back(row.number);
    }
    return out;
  }

  const Layout& layout_;
  VerifyOptions looking_;
  IndexOptions indexing_;
  std::vector<std::string> done_;
};

}  // namespace

Repair repair(const Layout& layout, const VerifyOptions& looking, const IndexOptions& indexing,
              const std::string& command) {
  layout.require();
  layout.create();  // the index folder, when it was lost
  const io::FileLock lock(layout.lock(), command);
  return Repairer(layout, looking, indexing).run();
}

}  // namespace morgue::archive

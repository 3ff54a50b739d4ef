// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/indexer.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <system_error>
#include <vector>

#include "archive/builder_fallback.h"
#include "archive/merge_policy.h"
#include "catalog/article_store.h"
#include "catalog/segment_table.h"
#include "core/error.h"
#include "index/segment_builder.h"
#include "io/durable.h"
#include "io/folder.h"

namespace morgue::archive {
namespace {

bool must_go(const catalog::SegmentRow& segment, const IndexOptions& options) {
  return options.full || segment.analyser != index::current_analyser() ||
         std::ranges::find(options.rebuild, segment.number) != options.rebuild.end();
}

std::vector<MergeCandidate> candidates(const std::vector<catalog::SegmentRow>& live, const IndexOptions& options) {
  std::vector<MergeCandidate> out;
  for (const auto& segment : live) {
    const bool must = must_go(segment, options);
    out.push_back({segment.number, segment.documents, segment.dead, must});
  }
  return out;
}

/// What stock tools read: a stub database naming the live segments, newest first.
void write_stub(const Layout& layout, const std::vector<catalog::SegmentRow>& live) {
  std::string stub;
  for (const auto& segment : live) stub += "glass " + segment.location + "\n";
  // Written to disk with care, which takes longer than all the rest of a job that has nothing to do.
  std::ifstream before(layout.current(), std::ios::binary);
  if (before && std::string(std::istreambuf_iterator<char>(before), {}) == stub) return;
  io::write_file_atomically(layout.current(), stub, io::Links::Replace);
}

catalog::SegmentRow to_row(std::int64_t number, const index::BuiltSegment& built) {
  catalog::SegmentRow row;
  row.number = number;
  row.location = Layout::segment_location(number);
  row.analyser = built.analyser;
  row.format = built.format;
  for (const auto& file : built.files) row.files.push_back({file.name, file.size, file.hash});
  return row;
}

struct Plan {
  std::int64_t number = 0;
  std::vector<std::int64_t> absorbed;
  std::vector<catalog::WorkItem> documents;
};

Plan make_plan(catalog::Catalog& catalog, catalog::SegmentTable& segments, const IndexOptions& options) {
  Plan plan;
  catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  const auto live = segments.live();
  const bool due = std::ranges::any_of(live, [&](const auto& segment) { return must_go(segment, options); });
  const std::int64_t pending = segments.pending_count();
  if (pending == 0 && !due) return plan;
  plan.number = segments.next_number();
  plan.absorbed = choose_absorbed(candidates(live, options), pending);
  plan.documents = segments.work_list(plan.absorbed);
  return plan;
}

/// Nothing if its text is damaged: that must not keep all others from being found.
std::optional<StoredArticle> read(catalog::ArticleStore& articles, ArticleId id, const IndexOptions& options) {
  try {
    auto article = articles.find_with_changes(id);
    if (article) return article;
    throw Error(ErrorCode::Inconsistent, "article " + std::to_string(id) + " is listed but has no text");
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Inconsistent) throw;
    if (options.warn) options.warn(error.message() + "; it is left out of the index (see morgue verify)");
    return std::nullopt;
  }
}

/// Gives the builder its articles, newest first. Those that cannot be read leave the plan.
index::BuiltSegment fill(index::SegmentBuilder& builder, catalog::Catalog& catalog, Plan& plan,
                         const IndexOptions& options) {
  catalog::ArticleStore articles(catalog);
  const auto total = static_cast<std::int64_t>(plan.documents.size());
  std::vector<catalog::WorkItem> written;
  written.reserve(plan.documents.size());
  std::int64_t done = 0;
  for (const auto& item : plan.documents) {
    if (options.progress && !options.progress(done, total)) {
      throw Error(ErrorCode::Interrupted, "interrupted while indexing",
                  "articles read so far are stored; run the command again to index them");
    }
    ++done;
    auto article = read(articles, item.id, options);
    if (!article) continue;
    builder.add(std::move(*article), item.seq);
    written.push_back(item);
  }
  plan.documents = std::move(written);
  return builder.finish();
}

index::BuiltSegment build(const Layout& layout, catalog::Catalog& catalog, Plan& plan, const IndexOptions& options) {
  const auto folder = layout.segment(Layout::segment_location(plan.number));
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  const auto with_api = [&] { return fill(*index::make_api_builder(folder, options.jobs), catalog, plan, options); };
  if (options.builder == index::BuilderKind::Api) return with_api();
  return build_or_fall_back(
      folder,
      [&] {
        index::require_bulk_format(folder);
        return fill(*index::make_bulk_builder(folder, options.jobs), catalog, plan, options);
      },
      with_api, options.warn);
}

/// A build that fails takes back the room that it took: the disk may be full.
index::BuiltSegment build_or_remove(const Layout& layout, catalog::Catalog& catalog, Plan& plan,
                                    const IndexOptions& options) {
  try {
    return build(layout, catalog, plan, options);
  } catch (...) {
    std::error_code ignored;
    io::remove_tree(layout.segment(Layout::segment_location(plan.number)), ignored);
    throw;
  }
}

}  // namespace

std::int64_t bring_index_up_to_date(const Layout& layout, catalog::Catalog& catalog, const IndexOptions& options) {
  sweep_segments(layout, catalog);
  catalog::SegmentTable segments(catalog);
  Plan plan = make_plan(catalog, segments, options);
  if (plan.number == 0) return 0;
  const auto built = build_or_remove(layout, catalog, plan, options);
  if (plan.documents.empty() && plan.absorbed.empty()) {
    sweep_segments(layout, catalog);
    return 0;
  }
  io::sync_path(layout.index());
  {
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    segments.publish(to_row(plan.number, built), plan.documents, plan.absorbed);
    transaction.commit();
  }
  sweep_segments(layout, catalog);
  return static_cast<std::int64_t>(plan.documents.size());
}

std::int64_t outdated_segments(catalog::Catalog& catalog) {
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  return std::ranges::count_if(catalog::SegmentTable(catalog).live(), [](const catalog::SegmentRow& segment) {
    return segment.analyser != index::current_analyser();
  });
}

void sweep_segments(const Layout& layout, catalog::Catalog& catalog) {
  std::vector<catalog::SegmentRow> live;
  {
    catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    live = catalog::SegmentTable(catalog).live();
  }
  // The stub first: it must never name a folder that is gone.
  write_stub(layout, live);
  std::set<std::string> keep;
  for (const auto& segment : live) keep.insert(segment.location);
  std::error_code failure;
  for (const auto& entry : io::list_folder(layout.index(), failure)) {
    const std::string name = entry.filename().string();
    if (is_segment_debris(name) && !keep.contains(name)) io::remove_tree(entry);
  }
  if (failure) throw system_error("cannot list " + layout.index().string(), failure.value());
}

bool is_segment_debris(const std::string& name) {
  return name.starts_with("seg-") || name.starts_with("current.tmp");
}

}  // namespace morgue::archive

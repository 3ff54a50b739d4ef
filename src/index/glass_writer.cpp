// SPDX-License-Identifier: GPL-2.0-or-later
/// Writes a segment straight in the format of Xapian's glass backend, from documents to files:
///
///   Inverter (a thread each)  documents -> runs: small indexes, as streams of bytes     glass_inverter.h, glass_run.h
///   merge                     runs -> entries of tables, in order of their keys         glass_merge.h
///   TableWriter               entries -> B-tree of 8 KiB blocks, from left to right     glass_table.h
///   version file              where the roots of the trees are, and statistics          glass_version.h
///
/// What entries look like: glass_postings.h, glass_values.h; numbers in them: glass_pack.h. The same documents give the
/// same tables, however they were dealt to runs and threads. There are no term lists (nothing is ever deleted from a
/// segment), no spellings and no position table: positions are metadata (position_list.h).
#include <algorithm>
#include <future>
#include <map>
#include <type_traits>
#include <utility>

#include "core/error.h"
#include "index/glass_file.h"
#include "index/glass_inverter.h"
#include "index/glass_merge.h"
#include "index/glass_run.h"
#include "index/glass_table.h"
#include "index/glass_version.h"
#include "index/position_list.h"
#include "index/segment_writer.h"

namespace morgue::index {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::string_view kMetadataKey = "\x00\xC0"sv;

// Few large runs are merged faster than many small ones, but all threads should have some: so runs grow with the
// segment, up to what memory allows. While one is made, it takes about three times the size of its text.
constexpr std::size_t kFirstBatchText = 2 << 20;
constexpr std::size_t kMaxBatchText = 8 << 20;
constexpr std::size_t kBatchesSoFar = 8;
constexpr std::size_t kMinBatchText = 1 << 19;
constexpr std::size_t kBatchShare = 8;  // of the memory that all threads together may use for runs in the making
constexpr std::size_t kBatchArticles = 65'536;

class GlassBatchWriter final : public BatchWriter {
 public:
  explicit GlassBatchWriter(glass::RunStore& runs) : runs_(runs) {}

  void begin(std::size_t number, std::uint32_t first_docid) override {
    number_ = number;
    next_docid_ = first_docid;
  }
  void add_document(const Document& document) override { inverter_.add(next_docid_++, document); }
  void add_synonym(std::string_view term, std::string_view synonym) override { inverter_.add_synonym(term, synonym); }
  void finish(const TermTable& terms) override {
    glass::Run run = inverter_.finish(terms);
    run.number = number_;
    runs_.add(std::move(run));
  }

 private:
  glass::RunStore& runs_;
  glass::Inverter inverter_;
  std::size_t number_ = 0;
  std::uint32_t next_docid_ = 0;
};

class GlassWriter final : public SegmentWriter {
 public:
  GlassWriter(std::filesystem::path folder, unsigned jobs, std::size_t memory)
      : folder_(std::move(folder)),
        jobs_(std::max(jobs, 1U)),
        max_batch_text_(std::clamp(memory / (kBatchShare * jobs_), kMinBatchText, kMaxBatchText)),
        runs_(folder_, memory / 4),
        postlist_(postlist_path()) {}

  [[nodiscard]] BatchLimits batch_limits(std::size_t text_so_far) const override {
    return {kBatchArticles,
            std::min(max_batch_text_, std::max(kFirstBatchText, text_so_far / (kBatchesSoFar * jobs_)))};
  }
  std::unique_ptr<BatchWriter> batch_writer() override { return std::make_unique<GlassBatchWriter>(runs_); }

  /// Lists of positions are the first in their table and wait for nothing else.
  void join() override {
    positions_ = beside([this] {
      merge_positions(runs_, [this](const std::string& key, const std::string& value) {
        postlist_.add(std::string(kMetadataKey) + key, value);
      });
    });
  }

  void for_each_term(const std::function<void(std::string_view)>& visit) override {
    glass::TermMerge terms(runs_);
    while (terms.next()) visit(terms.term());
  }

  void set_metadata(const std::string& key, std::string value) override {
    if (key.empty() || static_cast<unsigned char>(key.front()) <= kPositionsPrefix) {
      throw Error(ErrorCode::Internal, "metadata of the index before the lists of positions: " + key);
    }
    if (!value.empty()) metadata_[key] = std::move(value);
  }

  void finish() override {
    auto docdata = beside([this] { return write_table("docdata.glass", glass::merge_into_docdata); });
    auto synonym = beside([this] { return write_table("synonym.glass", glass::merge_into_synonym); });
    glass::Roots roots;
    roots.postlist = write_postlist();
    roots.docdata = docdata.get();
    roots.synonym = synonym.get();
    glass::Statistics statistics;
    for (std::size_t i = 0; i < runs_.size(); ++i) statistics.add(runs_.run(i).statistics);
    write_version_file(folder_, roots, statistics);
  }

 private:
  /// Runs on a thread of its own where there may be several, else when its result is asked for.
  template <typename Work>
  [[nodiscard]] std::future<std::invoke_result_t<Work>> beside(Work work) const {
    return std::async(jobs_ > 1 ? std::launch::async : std::launch::deferred, std::move(work));
  }

  glass::TableRoot write_postlist() {
    positions_.get();
    for (const auto& [key, value] : metadata_) postlist_.add(std::string(kMetadataKey) + key, value);
    merge_into_postlist(runs_, postlist_);
    const auto root = postlist_.finish();
    if (root.entries == 0) glass::OutputFile(postlist_path()).close();  // this one must exist
    return root;
  }

  [[nodiscard]] std::filesystem::path postlist_path() const { return folder_ / "postlist.glass"; }

  template <typename Merge>
  glass::TableRoot write_table(const char* name, Merge merge) {
    glass::TableWriter table(folder_ / name);
    merge(runs_, table);
    return table.finish();
  }

  std::filesystem::path folder_;
  unsigned jobs_;
  std::size_t max_batch_text_;
  glass::RunStore runs_;
  std::map<std::string, std::string> metadata_;
  glass::TableWriter postlist_;
  std::future<void> positions_;  ///< last: it uses the rest
};

}  // namespace

std::unique_ptr<SegmentWriter> make_glass_writer(const std::filesystem::path& folder, unsigned jobs,
                                                 std::size_t memory) {
  return std::make_unique<GlassWriter>(folder, jobs, memory);
}

}  // namespace morgue::index

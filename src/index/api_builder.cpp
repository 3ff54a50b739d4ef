// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "core/error.h"
#include "index/compaction.h"
#include "index/part_pool.h"
#include "index/schema.h"
#include "index/searcher.h"
#include "index/segment_builder.h"
#include "index/segment_files.h"
#include "index/xapian_error.h"
#include "text/analyser.h"

namespace morgue::index {
namespace {

// Measured: Xapian's inverter is fastest on 250 to 500 short articles or 1.5 MB of long ones; smaller parts only
// make the result larger. This bounds memory, too.
constexpr std::size_t kChunkArticles = 400;
constexpr std::size_t kChunkBytes = 1'500'000;

std::size_t text_size(const Article& article) {
  return article.headline.size() + article.summary.size() + article.body.size() + sizeof(StoredArticle);
}

[[noreturn]] void throw_io(const std::string& what, const std::filesystem::filesystem_error& error) {
  throw system_error(what, error.code().value());
}

class ApiBuilder final : public SegmentBuilder {
 public:
  ApiBuilder(std::filesystem::path folder, unsigned jobs)
      : folder_(std::move(folder)), work_(folder_ / "parts"), jobs_(std::max(jobs, 1U)), pool_(make_folders(), jobs_) {}

  void add(const StoredArticle& article, std::int64_t seq) override {
    const SortKey key{date_order(article), article.id};
    if (last_ && !newer(*last_, key)) {
      throw Error(ErrorCode::Internal, "article " + std::to_string(article.id) + " was given to " + folder_.string() +
                                           " out of order: newest first is what date order relies on");
    }
    last_ = key;
    ++documents_;
    chunk_.items.push_back({article, seq});
    chunk_.bytes += text_size(article);
    if (chunk_.items.size() >= kChunkArticles || chunk_.bytes >= kChunkBytes) submit();
  }

  BuiltSegment finish() override {
    if (!chunk_.items.empty()) submit();
    const auto parts = pool_.finish();
    try {
      join_parts(parts, work_, folder_, jobs_);
      std::filesystem::remove_all(work_);
      std::filesystem::remove(folder_ / "flintlock");  // only writers use it, and there will be none
    } catch (const std::filesystem::filesystem_error& error) {
      throw_io("cannot clear " + work_.string(), error);
    }
    check();
    sync_segment(folder_);
    return {documents_, current_analyser(), segment_format(folder_), list_segment(folder_)};
  }

 private:
  const std::filesystem::path& make_folders() {
    try {
      if (!std::filesystem::create_directories(folder_)) {
        throw Error(ErrorCode::Io, "cannot build an index segment in " + folder_.string() + ": it exists already");
      }
      std::filesystem::create_directory(work_);
    } catch (const std::filesystem::filesystem_error& error) {
      throw_io("cannot create " + work_.string(), error);
    }
    return work_;
  }

  void submit() { pool_.submit(std::exchange(chunk_, {})); }

  void check() const {
    writing("cannot check the index segment", folder_.string(), [this] {
      const auto errors = Xapian::Database::check(folder_.string(), 0, nullptr);
      const auto held = Xapian::Database(folder_.string(), Xapian::DB_BACKEND_GLASS).get_doccount();
      if (errors == 0 && held == documents_) return;
      throw Error(ErrorCode::Io,
                  "the index segment " + folder_.string() + " did not come out as written: " + std::to_string(errors) +
                      " errors, " + std::to_string(held) + " of " + std::to_string(documents_) + " articles",
                  "check the disk and try again");
    });
  }

  std::filesystem::path folder_;
  std::filesystem::path work_;
  unsigned jobs_;
  PartPool pool_;
  Chunk chunk_;
  std::int64_t documents_ = 0;
  std::optional<SortKey> last_;
};

}  // namespace

std::unique_ptr<SegmentBuilder> make_api_builder(const std::filesystem::path& folder, unsigned jobs) {
  return std::make_unique<ApiBuilder>(folder, jobs);
}

std::string current_analyser() {
  return std::string(text::Analyser::fingerprint()) + "/schema-" + std::to_string(kSchemaVersion);
}

}  // namespace morgue::index

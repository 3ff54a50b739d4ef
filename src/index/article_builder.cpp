// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <atomic>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "index/article_indexer.h"
#include "index/blob.h"
#include "index/chunk_pool.h"
#include "index/facet_columns.h"
#include "index/folder.h"
#include "index/schema.h"
#include "index/searcher.h"
#include "index/segment_builder.h"
#include "index/segment_check.h"
#include "index/segment_files.h"
#include "index/segment_writer.h"
#include "index/word_list.h"
#include "text/analyser.h"

namespace morgue::index {
namespace {

constexpr std::size_t kMaxWitnesses = 16;

std::size_t text_size(const Article& article) {
  return article.headline.size() + article.summary.size() + article.body.size() + sizeof(StoredArticle);
}

void make_folder(const std::filesystem::path& folder) {
  std::error_code failure;
  const bool made = std::filesystem::create_directories(folder, failure);
  if (failure) throw system_error("cannot create " + folder.string(), failure.value());
  if (!made) throw Error(ErrorCode::Io, "cannot build an index segment in " + folder.string() + ": it exists already");
}

/// Documents here and there, more and more apart, to look for in the finished segment.
class Witnesses {
 public:
  void consider(std::uint32_t docid, const SortKey& key, std::int64_t seq) {
    if ((docid - 1) % distance_ != 0) return;
    if (kept_.size() == kMaxWitnesses) {
      distance_ *= 2;
      std::erase_if(kept_, [this](const Witness& witness) { return (witness.docid - 1) % distance_ != 0; });
      if ((docid - 1) % distance_ != 0) return;
    }
    kept_.push_back({docid, id_term(key.id), document_data(key, seq)});
  }
  [[nodiscard]] const std::vector<Witness>& kept() const { return kept_; }

 private:
  std::uint32_t distance_ = 1;
  std::vector<Witness> kept_;
};

/// What both builders have in common: articles become documents in threads, batch by batch.
class ArticleBuilder final : public SegmentBuilder {
 public:
  enum class Check { Whole, Sample };

  ArticleBuilder(std::filesystem::path folder, unsigned jobs, std::unique_ptr<SegmentWriter> writer, Check check)
      : folder_(std::move(folder)),
        writer_(std::move(writer)),
        limits_(writer_->batch_limits(0)),
        check_(check),
        pool_(jobs, [this] { return make_worker(); }) {}

  void add(StoredArticle article, std::int64_t seq) override {
    const SortKey key{date_order(article), article.id};
    if (last_ && !newer(*last_, key)) {
      throw Error(ErrorCode::Internal, "article " + std::to_string(article.id) + " was given to " + folder_.string() +
                                           " out of order: newest first is what date order relies on");
    }
    if (documents_ == std::numeric_limits<std::uint32_t>::max() - 1) {
      throw Error(ErrorCode::Internal, "there are more articles than an index segment can number");
    }
    last_ = key;
    facets_.add(article);
    witnesses_.consider(++documents_, key, seq);
    chunk_.bytes += text_size(article);
    chunk_.items.push_back({std::move(article), seq});
    if (chunk_.items.size() >= limits_.articles || chunk_.bytes >= limits_.text_bytes) submit();
  }

  BuiltSegment finish() override {
    if (!chunk_.items.empty()) submit();
    pool_.finish();
    writer_->join();
    writer_->set_metadata(kAnalyserKey, current_analyser());
    if (any_forms_) writer_->set_metadata(kFormsKey, "yes");
    WordListWriter words;
    writer_->for_each_term([&](std::string_view term) { words.add(term); });
    write_blob(*writer_, kWordsBlob, words.take());
    facets_.write(*writer_);
    writer_->finish();
    if (check_ == Check::Whole) {
      check_whole_segment(folder_, documents_);
    } else {
      check_segment_sample(folder_, documents_, witnesses_.kept());
    }
    sync_segment(folder_);
    return {documents_, current_analyser(), segment_format(folder_), list_segment(folder_)};
  }

 private:
  void submit() {
    const std::size_t items = chunk_.items.size();
    text_ += chunk_.bytes;
    limits_ = writer_->batch_limits(text_);
    pool_.submit(std::exchange(chunk_, {}));
    chunk_.number = ++chunks_;
    chunk_.first_docid = documents_ + 1;
    chunk_.items.reserve(items);
  }

  ChunkPool::Worker make_worker() {
    auto indexer = std::make_shared<ArticleIndexer>();
    std::shared_ptr<BatchWriter> batch = writer_->batch_writer();
    return [this, indexer, batch](Chunk chunk) { write_batch(std::move(chunk), *indexer, *batch); };
  }

  void write_batch(Chunk chunk, ArticleIndexer& indexer, BatchWriter& batch) {
    batch.begin(chunk.number, chunk.first_docid);
    for (auto& item : chunk.items) {
      batch.add_document(indexer.document(item.article, item.seq));
      item.article = {};  // the text is no longer needed
    }
    const auto forms = indexer.take_forms();
    for (const auto& form : forms) batch.add_synonym(stem_key(form.language, form.stem), form.word);
    batch.finish(indexer.terms());
    if (!forms.empty()) any_forms_ = true;
    indexer.end_batch();
  }

  std::filesystem::path folder_;
  std::unique_ptr<SegmentWriter> writer_;
  SegmentWriter::BatchLimits limits_;
  Check check_;
  Chunk chunk_;
  std::size_t chunks_ = 0;
  std::size_t text_ = 0;  ///< bytes submitted
  std::uint32_t documents_ = 0;
  std::optional<SortKey> last_;
  Witnesses witnesses_;
  FacetWriter facets_;
  std::atomic<bool> any_forms_ = false;
  ChunkPool pool_;  ///< last: its threads use the rest
};

}  // namespace

std::unique_ptr<SegmentBuilder> make_api_builder(const std::filesystem::path& folder, unsigned jobs) {
  make_folder(folder);
  return std::make_unique<ArticleBuilder>(folder, jobs, make_api_writer(folder, jobs), ArticleBuilder::Check::Whole);
}

std::unique_ptr<SegmentBuilder> make_bulk_builder(const std::filesystem::path& folder, unsigned jobs,
                                                  std::size_t memory) {
  make_folder(folder);
  return std::make_unique<ArticleBuilder>(folder, jobs, make_glass_writer(folder, jobs, memory),
                                          ArticleBuilder::Check::Sample);
}

void require_bulk_format(const std::filesystem::path& folder) {
  make_folder(folder);
  const auto writer = make_glass_writer(folder, 1, 0);
  const auto batch = writer->batch_writer();
  TermTable terms;
  Document document(terms);
  document.add_posting("a", 1);
  document.set_data("data");
  document.finish();
  batch->begin(0, 1);
  batch->add_document(document);
  batch->finish(terms);
  writer->join();
  writer->finish();
  check_segment_sample(folder, 1, {{1, "a", "data"}});
  std::error_code ignored;  // the builder that follows will say that the folder is still there
  remove_folder(folder, ignored);
}

std::string current_analyser() {
  return std::string(text::Analyser::fingerprint()) + "/schema-" + std::to_string(kSchemaVersion);
}

}  // namespace morgue::index

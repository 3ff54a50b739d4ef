// SPDX-License-Identifier: GPL-2.0-or-later
#include <xapian.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/error.h"
#include "index/compaction.h"
#include "index/folder.h"
#include "index/glass_inverter.h"
#include "index/glass_merge.h"
#include "index/segment_writer.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

// Measured: Xapian's inverter is fastest on 250 to 500 short articles or 1.5 MB of long ones; smaller parts only
// make the result larger. This bounds memory, too.
constexpr std::size_t kBatchArticles = 400;
constexpr std::size_t kBatchText = 1'500'000;
constexpr std::size_t kRunMemory = 64 << 20;

// Nobody reads the folder before it is complete, and after a crash it is thrown away: so no syncing, and blocks may be
// overwritten in place. Nothing is ever deleted from it: so no termlists.
constexpr int kFlags = Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;
constexpr int kPartFlags = kFlags | Xapian::DB_DANGEROUS;

Xapian::Document to_xapian(const Document& from) {
  Xapian::Document to;
  for (const auto& term : from.terms()) {
    const std::string name(from.table().term(term.number));
    to.add_term(name, term.wdf);
  }
  for (const auto& value : from.values()) to.add_value(value.slot, value.bytes);
  to.set_data(from.data());
  return to;
}

/// The parts of a segment, in a folder of their own.
struct Parts {
  std::filesystem::path folder;
  std::mutex mutex;
  std::size_t count = 0;

  [[nodiscard]] std::filesystem::path path(std::size_t number) const {
    return folder / ("part-" + std::to_string(number));
  }
};

class ApiBatchWriter final : public BatchWriter {
 public:
  ApiBatchWriter(Parts& parts, glass::RunStore& runs) : parts_(parts), runs_(runs) {}

  void begin(std::size_t number, std::uint32_t first_docid) override {
    number_ = number;
    next_docid_ = first_docid;
    path_ = parts_.path(number).string();
    {
      const std::lock_guard lock(parts_.mutex);
      parts_.count = std::max(parts_.count, number + 1);
    }
    write([this] { part_.emplace(path_, Xapian::DB_CREATE | kPartFlags); });
  }
  void add_document(const Document& document) override {
    write([&] { part_->add_document(to_xapian(document)); });
    inverter_.add(next_docid_++, document);
  }
  void add_synonym(std::string_view term, std::string_view synonym) override {
    write([&] { part_->add_synonym(std::string(term), std::string(synonym)); });
  }
  void finish(const TermTable& terms) override {
    write([this] {
      part_->commit();
      part_->close();
    });
    part_.reset();
    glass::Run run = inverter_.finish(terms);
    run.number = number_;
    runs_.add(std::move(run));
  }

 private:
  template <typename Work>
  void write(Work&& work) const {
    writing("cannot write the index part", path_, std::forward<Work>(work));
  }

  Parts& parts_;
  glass::RunStore& runs_;
  glass::Inverter inverter_;
  std::size_t number_ = 0;
  std::uint32_t next_docid_ = 0;
  std::string path_;
  std::optional<Xapian::WritableDatabase> part_;
};

class ApiWriter final : public SegmentWriter {
 public:
  ApiWriter(std::filesystem::path folder, unsigned jobs)
      : folder_(std::move(folder)), jobs_(jobs), runs_(folder_, kRunMemory) {
    parts_.folder = folder_ / "parts";
    std::error_code failure;
    std::filesystem::create_directory(parts_.folder, failure);
    if (failure) throw system_error("cannot create " + parts_.folder.string(), failure.value());
  }

  [[nodiscard]] BatchLimits batch_limits(std::size_t) const override { return {kBatchArticles, kBatchText}; }
  std::unique_ptr<BatchWriter> batch_writer() override { return std::make_unique<ApiBatchWriter>(parts_, runs_); }

  void join() override {
    std::vector<std::filesystem::path> paths;
    for (std::size_t i = 0; i < parts_.count; ++i) paths.push_back(parts_.path(i));
    if (!paths.empty()) join_parts(std::move(paths), parts_.folder, folder_, jobs_);
    remove_folder(parts_.folder);
  }

  void for_each_term(const std::function<void(std::string_view)>& visit) override {
    writing("cannot read the index segment", folder_.string(), [&] {
      if (parts_.count == 0) return;
      const Xapian::Database joined(folder_.string(), Xapian::DB_BACKEND_GLASS);
      for (auto at = joined.allterms_begin(); at != joined.allterms_end(); ++at) visit(*at);
    });
  }

  void set_metadata(const std::string& key, std::string value) override { metadata_[key] = std::move(value); }

  void finish() override {
    writing("cannot write the index segment", folder_.string(), [this] {
      Xapian::WritableDatabase segment(folder_.string(), Xapian::DB_CREATE_OR_OPEN | kFlags);
      glass::merge_positions(
          runs_, [&segment](const std::string& key, const std::string& value) { segment.set_metadata(key, value); });
      for (const auto& [key, value] : metadata_) segment.set_metadata(key, value);
      segment.commit();
      segment.close();
    });
    remove_folder(folder_ / "flintlock");  // only writers use it, and there will be none
  }

 private:
  std::filesystem::path folder_;
  unsigned jobs_;
  Parts parts_;
  glass::RunStore runs_;  ///< for the positions in them
  std::map<std::string, std::string> metadata_;
};

}  // namespace

std::unique_ptr<SegmentWriter> make_api_writer(const std::filesystem::path& folder, unsigned jobs) {
  return std::make_unique<ApiWriter>(folder, jobs);
}

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "archive/reader.h"
#include "catalog/checkpoints.h"
#include "catalog/segment_table.h"
#include "jobs/job.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"

namespace morgue::jobs {

/// An archive with collections, and the job as the program runs it.
class JobTest : public ::testing::Test {
 protected:
  JobTest() { layout_.create(); }

  void collect(const std::string& name, const std::vector<std::string>& patterns, const std::string& source = "") {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Write);
    catalog::Transaction transaction(catalog, catalog::Transaction::Kind::Write);
    catalog::Collection collection;
    collection.name = name;
    collection.source = source;
    for (const std::string& pattern : patterns) collection.paths.push_back((dir_.path() / pattern).string());
    catalog::CollectionTable(catalog).add(collection);
    transaction.commit();
  }

  JobReport run(JobOptions options = {}) {
    said_.clear();
    options.command = "morgue reindex";
    options.intake = [](const catalog::Collection& collection) {
      archive::IntakeOptions intake;
      intake.extract.source = collection.source;
      return intake;
    };
    options.exit_code = [](const Error&) { return 5; };
    JobObserver observer;
    observer.say = [this](Weight weight, const std::string& line) {
      if (weight != Weight::Detail) said_ += line + "\n";
    };
    observer.rejected = [](const Reject&) {};
    observer.progress = [this](const archive::IngestProgress& progress) {
      if (on_progress_) on_progress_(progress);
    };
    observer.stop_wanted = [this] { return stop_ && stop_(); };
    return run_job(layout_, options, observer);
  }

  static std::string story(const std::string& id, const std::string& word) {
    return R"({"id":")" + id + R"(","title":"Story )" + id + R"(","text":"It says )" + word +
           R"( on the quay.","date":"2020-01-02"})" + "\n";
  }

  std::filesystem::path write(const std::string& name, const std::string& contents) {
    return dir_.write(name, contents);
  }
  void append(const std::string& name, const std::string& contents) {
    std::ofstream(dir_.path() / name, std::ios::binary | std::ios::app) << contents;
  }
  /// So long ago that nobody is writing it any more.
  void make_old(const std::string& name) {
    std::filesystem::last_write_time(dir_.path() / name,
                                     std::filesystem::file_time_type::clock::now() - std::chrono::hours(5));
  }

  std::int64_t count(const std::string& query) { return archive::Reader(layout_).count(query::parse(query, {})); }

  std::vector<catalog::Checkpoint> files(const std::string& collection) {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    return catalog::CheckpointTable(catalog).list(catalog::CollectionTable(catalog).find(collection)->id);
  }

  std::vector<catalog::SegmentRow> segments() {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
    const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
    return catalog::SegmentTable(catalog).live();
  }

  test::TempDir dir_;
  archive::Layout layout_{dir_.path() / "archive"};
  std::string said_;
  std::function<void(const archive::IngestProgress&)> on_progress_;
  std::function<bool()> stop_;
};

}  // namespace morgue::jobs

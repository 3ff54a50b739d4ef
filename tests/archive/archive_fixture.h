// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "archive/ingest.h"
#include "archive/reader.h"
#include "archive/takedown.h"
#include "archive/verify.h"
#include "catalog/catalog.h"
#include "catalog/connection.h"
#include "core/error.h"
#include "query/parser.h"
#include "tests/support/temp_dir.h"

namespace morgue::archive {

/// An archive in a fresh folder, and what tests do to it.
class ArchiveTest : public ::testing::Test {
 protected:
  IngestReport ingest(const std::string& dump) {
    IngestOptions options;
    options.intake.paths = {dir_.write("dump" + std::to_string(++dumps_) + ".jsonl", dump).string()};
    options.command = "morgue ingest";
    IngestObserver observer;
    observer.rejected = [](const Reject&) {};
    observer.skipped = [](const Skipped&) {};
    observer.unreadable = [](const Unreadable&) {};
    observer.progress = [](const IngestProgress&) {};
    observer.stop_wanted = [] { return false; };
    return archive::ingest(layout_, options, observer);
  }

  static std::string story(const std::string& id, const std::string& text, const std::string& more = "") {
    return R"({"id":")" + id + R"(","title":"Story )" + id + R"(","text":")" + text + R"(","date":"2020-01-02")" +
           more + "}\n";
  }

  /// Stories `from` to `to`, no two of them alike.
  static std::string stories(int from, int to) {
    static const std::vector<std::string> words = {"harbour", "ferry", "council", "strike", "grain", "storm",
                                                   "market",  "union", "quay",    "fog",    "tram",  "budget"};
    std::string dump;
    for (int i = from; i <= to; ++i) {
      std::string text;
      auto state = static_cast<unsigned>(i) * 2'654'435'761U + 1;
      for (int w = 0; w < 60; ++w) {
        state = state * 1'664'525U + 1'013'904'223U;
        text += words[(state >> 16U) % words.size()] + " ";
      }
      dump += story(std::to_string(i), text + "number" + std::to_string(i));
    }
    return dump;
  }

  std::int64_t count(const std::string& query) { return Reader(layout_).count(query::parse(query, {})); }
  std::vector<ArticleId> matches(const std::string& query) { return Reader(layout_).matches(query::parse(query, {})); }

  void sql(const std::string& statement) { sql(layout_, statement); }
  static void sql(const Layout& layout, const std::string& statement) {
    catalog::Catalog catalog(layout.catalog(), catalog::Catalog::Mode::Write);
    catalog.connection().execute("PRAGMA foreign_keys = OFF");
    catalog.connection().execute(statement);
  }
  std::int64_t value(const std::string& query) {
    catalog::Catalog catalog(layout_.catalog(), catalog::Catalog::Mode::Read);
    return catalog.connection().integer(query);
  }

  TakedownPlan plan(std::vector<ArticleId> ids, bool purge = false) {
    TakedownRequest request;
    request.ids = std::move(ids);
    request.purge = purge;
    return plan_takedown(layout_, request);
  }
  static TakedownOptions because(const std::string& reason) {
    TakedownOptions options;
    options.reason = reason;
    options.purging.wait_seconds = 0;
    return options;
  }
  TakedownDesk desk() { return {layout_, "morgue takedown", 0, because("").purging}; }

  Verification look(bool deep = false) { return look(layout_, deep); }
  static Verification look(const Layout& layout, bool deep = false) {
    VerifyOptions options;
    options.deep = deep;
    options.sample = 0;
    return verify(layout, options);
  }
  static std::string all_of(const Verification& found) {
    std::string text;
    for (const Check& check : found.checks) {
      for (const std::string& example : check.found.examples) text += example + "\n";
    }
    return text;
  }

  std::vector<std::filesystem::path> segments() const {
    std::vector<std::filesystem::path> folders;
    for (const auto& entry : std::filesystem::directory_iterator(layout_.index())) {
      if (entry.is_directory()) folders.push_back(entry.path());
    }
    return folders;
  }
  /// Files of the archive in which these bytes stand.
  std::vector<std::string> files_with(const std::string& bytes) const {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(layout_.root())) {
      if (entry.is_regular_file() && contents(entry.path()).find(bytes) != std::string::npos) {
        names.push_back(entry.path().filename().string());
      }
    }
    return names;
  }

  static std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  /// Turns over all bits of some bytes.
  static void flip(const std::filesystem::path& file, std::size_t at, std::size_t bytes) {
    std::string all = contents(file);
    for (std::size_t i = at; i < std::min(all.size(), at + bytes); ++i) all[i] = static_cast<char>(~all[i]);
    std::ofstream(file, std::ios::binary) << all;
  }

  template <typename Action>
  static Error error_of(Action&& action) {
    try {
      std::forward<Action>(action)();
    } catch (const Error& error) {
      return error;
    }
    ADD_FAILURE() << "no Error was thrown";
    return {ErrorCode::Internal, "no error"};
  }

  test::TempDir dir_;
  Layout layout_{dir_.path() / "archive"};
  int dumps_ = 0;
};

}  // namespace morgue::archive

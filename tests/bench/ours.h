// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "archive/layout.h"
#include "archive/reader.h"
#include "index/searcher.h"

namespace morgue::bench {

/// Searches in morgue: from the text of a query to numbers of articles.
class Ours {
 public:
  explicit Ours(const std::filesystem::path& archive);

  std::int64_t count(const std::string& query);
  void best(const std::string& query);
  void total_and_best(const std::string& query);
  void newest(const std::string& query);
  void facets(const std::string& query, const archive::Facet& facet, std::size_t limit);

  [[nodiscard]] archive::Reader& reader() { return reader_; }

 private:
  archive::Layout layout_;
  archive::Reader reader_;
  std::unique_ptr<index::Searcher> searcher_;
};

}  // namespace morgue::bench

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"

namespace morgue::render {

/// Writes articles one after the other, so that any number of them takes the memory of one.
class ExportWriter {
 public:
  virtual ~ExportWriter() = default;
  ExportWriter(const ExportWriter&) = delete;
  ExportWriter& operator=(const ExportWriter&) = delete;

  /// What stands before the articles, also when there are none.
  virtual std::string begin() { return {}; }
  virtual std::string add(const StoredArticle& article) = 0;
  virtual std::string end() { return {}; }

 protected:
  ExportWriter() = default;
};

/// `jsonl`, `csv`, `ris`, `bibtex`, `csl-json`.
const std::vector<std::string>& export_formats();
/// `fields` are JSON names of the article, for jsonl and csv: none given, all of them (csv: but the body). Throws
/// Error{Usage} for a name that is none, for fields of a search, and for fields of a reference.
std::unique_ptr<ExportWriter> export_writer(std::string_view format, const std::vector<std::string>& fields);

}  // namespace morgue::render

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "archive/intake_options.h"
#include "archive/joined_files.h"
#include "archive/prepared_article.h"
#include "catalog/prepared_text.h"
#include "core/article.h"
#include "core/record.h"
#include "extract/extract.h"

namespace morgue::archive {

/// Record -> article, and all that can be worked out of it before it is stored: the half of the intake that is shared
/// among threads. One object a thread; results depend on the record alone.
class Extraction {
 public:
  explicit Extraction(const IntakeOptions& options);

  struct Result {
    std::variant<Article, Reject, PassedOver> what;
    std::vector<std::string> remarks{};
    PreparedArticle prepared{};  ///< with IntakeOptions::prepare
  };
  /// Joins the record with the files it names.
  Result run(Record& record);

 private:
  Result extract(Record& record);

  bool prepare_;
  extract::Extractor extractor_;
  JoinedFiles joined_files_;
  catalog::TextPreparer preparer_;
};

}  // namespace morgue::archive

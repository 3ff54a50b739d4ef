// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/article.h"
#include "core/record.h"
#include "extract/mapping.h"
#include "formats/format.h"
#include "render/results.h"

namespace morgue::cli {

/// What `ingest --dry-run` shows: by format, from which values the article fields are read, the first records as they
/// would be stored, and why others would be rejected.
class Rehearsal {
 public:
  explicit Rehearsal(const std::vector<extract::Mapping>& mappings) : finder_(mappings) {}

  void stored(const Article& article, const Record& record, formats::Format format);
  void rejected(const Reject& reject, formats::Format format);
  /// `all`: every value that is not used, not just those that most records have.
  [[nodiscard]] std::string text(const render::TextStyle& style, bool all) const;

 private:
  using Uses = std::map<std::string, std::int64_t>;  ///< records by path
  struct OfFormat {
    std::string last_dump;
    std::int64_t dumps = 0;
    std::int64_t records = 0;
    std::int64_t with_values = 0;      ///< records of named values, not pages
    std::map<std::string, Uses> used;  ///< by article field
    Uses unused;
    std::vector<Article> samples;
    Uses reasons;
  };

  OfFormat& note(const Location& where, formats::Format format);

  extract::FieldFinder finder_;
  std::map<formats::Format, OfFormat> formats_;
};

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "formats/reader.h"

namespace morgue::formats {

/// One article a file: Markdown (or HTML) with front matter in YAML, TOML or JSON, as the makers of static sites keep
/// them. Drafts are passed over. A date in front of the file's name is given as `filename.date`.
class MarkdownReader : public RecordReader {
 public:
  explicit MarkdownReader(ReaderInput input);
  std::optional<ReadItem> next() override;

 private:
  ReaderInput input_;
  bool done_ = false;
};

}  // namespace morgue::formats

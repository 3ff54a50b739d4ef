// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/article.h"

namespace morgue::index {

struct SegmentFile {
  std::string name;  ///< within the segment
  std::uint64_t size = 0;
  std::string hash;  ///< XXH3-128, hex: a lost or cut table file is silent to Xapian
};

/// What publishing needs to know of a finished segment.
struct BuiltSegment {
  std::int64_t documents = 0;
  std::string analyser;  ///< text::Analyser::fingerprint() plus index schema version
  std::string format;    ///< Xapian backend and its format version
  std::vector<SegmentFile> files;
};

/// Builds one immutable segment in a folder nobody reads yet: an ordinary glass database whose docids follow the order
/// of add(), so callers add newest first. Nothing is durable before finish(). Destroying an unfinished builder leaves
/// files to sweep and nothing else.
class SegmentBuilder {
 public:
  virtual ~SegmentBuilder() = default;
  virtual void add(const StoredArticle& article, std::int64_t seq) = 0;
  /// Writes, syncs and checks everything. Throws Error.
  virtual BuiltSegment finish() = 0;
};

/// Through Xapian's API: small databases of a few hundred documents built by `jobs` threads (Xapian's in-memory
/// inverter slows down as it grows), then concatenated by compaction. The folder must not exist.
std::unique_ptr<SegmentBuilder> make_api_builder(const std::filesystem::path& folder, unsigned jobs);

/// Fingerprint a segment must carry to be searched by this program.
std::string current_analyser();

}  // namespace morgue::index

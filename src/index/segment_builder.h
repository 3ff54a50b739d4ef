// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
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
  virtual void add(StoredArticle article, std::int64_t seq) = 0;
  /// Writes, syncs and checks everything. Throws Error.
  virtual BuiltSegment finish() = 0;
};

enum class BuilderKind { Bulk, Api };

/// Through Xapian's API, by `jobs` threads: the reference, and what to fall back on. The folder must not exist.
std::unique_ptr<SegmentBuilder> make_api_builder(const std::filesystem::path& folder, unsigned jobs);

/// Memory a bulk builder gets along with, besides the texts it was given.
inline constexpr std::size_t kBuildMemory = std::size_t{256} << 20;

/// Writes the tables of the database itself: the same contents many times faster. An Error{Internal} means that it came
/// out wrong, and the segment should be built through the API.
std::unique_ptr<SegmentBuilder> make_bulk_builder(const std::filesystem::path& folder, unsigned jobs,
                                                  std::size_t memory = kBuildMemory);

/// Throws Error{Internal} unless Xapian, as installed, reads what a bulk builder writes. Tries it in `folder`, which
/// must not exist and does not afterwards.
void require_bulk_format(const std::filesystem::path& folder);

/// Fingerprint a segment must carry to be searched by this program.
std::string current_analyser();

}  // namespace morgue::index

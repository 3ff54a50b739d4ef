// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/purge_proof.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "archive/archive_input.h"
#include "catalog/erasure.h"
#include "core/error.h"
#include "index/article_traces.h"
#include "io/folder.h"
#include "text/fnv.h"
#include "text/normalise.h"

namespace morgue::archive {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kBlock = 4U << 20U;
constexpr std::size_t kMostSentences = 20;

void say(std::vector<std::string>& left, std::string sentence) {
  if (left.size() == kMostSentences) sentence = "and more";
  if (left.size() <= kMostSentences) left.push_back(std::move(sentence));
}

/// All files, in order of their paths; links to folders are not followed.
std::vector<fs::path> files_below(const fs::path& root) {
  std::vector<fs::path> files;
  std::vector<fs::path> folders = {root};
  while (!folders.empty()) {
    const fs::path folder = std::move(folders.back());
    folders.pop_back();
    std::error_code failure;
    for (fs::path& entry : io::list_folder(folder, failure)) {
      std::error_code unreadable;
      if (fs::is_directory(fs::symlink_status(entry, unreadable))) {
        folders.push_back(std::move(entry));
      } else if (fs::is_regular_file(fs::status(entry, unreadable))) {
        files.push_back(std::move(entry));
      }
    }
    if (failure) throw system_error("cannot list " + folder.string(), failure.value());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

PurgeSearch::PurgeSearch(const Layout& layout, catalog::Catalog& catalog, const TextPieces& pieces) : layout_(layout) {
  proof_.pieces = static_cast<std::int64_t>(pieces.size());
  const catalog::Transaction snapshot(catalog, catalog::Transaction::Kind::Read);
  read_texts(catalog, pieces);
}

void PurgeSearch::read_texts(catalog::Catalog& catalog, const TextPieces& pieces) {
  std::vector<std::size_t> shared;
  std::map<ArticleId, std::int64_t> copies;
  std::set<std::size_t> found;
  std::set<std::size_t> in_prose;
  catalog::for_each_text(catalog, [&](ArticleId id, std::string_view text, bool prose) {
    ++proof_.texts;
    found.clear();
    pieces.look_into(text, [&](std::size_t piece) { found.insert(piece); });
    if (found.empty()) return;
    shared.insert(shared.end(), found.begin(), found.end());
    if (!prose) return;
    in_prose.insert(found.begin(), found.end());
    const bool copy = found.size() >= 2 && 2 * found.size() * kPiece >= text.size();
    if (copy) copies[id] = std::max(copies[id], static_cast<std::int64_t>(found.size()));
  });
  proof_.copies.assign(copies.begin(), copies.end());
  std::ranges::stable_sort(proof_.copies, std::ranges::greater{}, &std::pair<ArticleId, std::int64_t>::second);
  std::ranges::sort(shared);
  shared.erase(std::unique(shared.begin(), shared.end()), shared.end());
  proof_.shared = static_cast<std::int64_t>(in_prose.size());

  std::map<std::string, std::set<std::size_t>> elsewhere;
  const auto look_into = [&](std::string_view place, std::string_view text) {
    pieces.look_into(text, [&](std::size_t piece) {
      if (!std::ranges::binary_search(shared, piece)) elsewhere[std::string(place)].insert(piece);
    });
  };
  catalog::for_each_other_text(catalog, [&](std::string_view place, std::string_view text) {
    look_into(place, text);
    look_into(place, text::fold_value(text));  // as the index has whole values
  });
  for (const auto& [place, there] : elsewhere) {
    proof_.elsewhere[place] = static_cast<std::int64_t>(there.size());
    shared.insert(shared.end(), there.begin(), there.end());
  }
  std::ranges::sort(shared);
  own_ = pieces.without(shared);
}

std::int64_t PurgeSearch::places_in(const TextPieces& pieces, const fs::path& file, std::int64_t& bytes) {
  ArchiveInput in(file);
  std::int64_t places = 0;
  std::string block;
  std::string buffer(kBlock, '\0');
  while (const std::size_t got = in.read(buffer)) {
    bytes += static_cast<std::int64_t>(got);
    // What begins at the end of one block goes on in the next.
    block.erase(0, block.size() - std::min(block.size(), kPiece - 1));
    block.append(buffer, 0, got);
    pieces.look_into(block, [&places](std::size_t) { ++places; });
  }
  return places;
}

bool PurgeSearch::stands_in(const fs::path& file) const {
  std::int64_t bytes = 0;
  return places_in(own_, file, bytes) > 0;
}

void PurgeSearch::read_files() {
  for (const fs::path& file : files_below(layout_.root())) {
    ++proof_.files;
    try {
      if (places_in(own_, file, proof_.bytes) == 0) continue;
      say(proof_.left, file.string() + ": text of it is still there");
    } catch (const Error& error) {
      say(proof_.left, error.message());
    }
  }
}

void PurgeSearch::read_index(const std::vector<catalog::SegmentRow>& live, const std::vector<ArticleId>& ids,
                             const std::vector<std::uint64_t>& own_terms) {
  std::vector<std::uint64_t> terms = own_terms;
  std::ranges::sort(terms);
  proof_.own_words = static_cast<std::int64_t>(terms.size());
  const auto wanted = [&](std::string_view term) { return std::ranges::binary_search(terms, text::fnv1a(term)); };
  for (const auto& segment : live) {
    const std::string location = layout_.segment(segment.location).string();
    for (const std::string& trace : index::traces_left(location, ids, wanted, proof_.words)) {
      say(proof_.left, location + ": " + trace + " is still there");
    }
  }
}

}  // namespace morgue::archive

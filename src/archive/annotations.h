// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/indexer.h"
#include "archive/layout.h"
#include "catalog/annotations.h"
#include "core/article.h"

namespace morgue::archive {

/// As it is kept: one line, without the # that people write before it. Throws Error{Usage} for what is empty or longer
/// than 100 bytes, and for signs that part tags.
std::string tag_of(std::string_view typed);

struct AnnotationOptions {
  std::string command;  ///< for the lock; without the note, which may quote what is not to stand in any file
  double wait_seconds = 0;
  IndexOptions indexing;
};

struct TagChange {
  std::vector<ArticleId> ids;
  std::vector<std::string> add;
  std::vector<std::string> remove;
};

/// Tags articles, all of them or none, and indexes those that changed. Returns how many. Throws Error{Usage} when one
/// of them is not there or not shown.
std::int64_t change_tags(const Layout& layout, const TagChange& change, const AnnotationOptions& options);

enum class NoteEdit : std::uint8_t {
  Append,  ///< as new lines
  Replace,
  Remove,
};

/// Changes the note of an article and indexes it. False if it already was as it should be. Throws Error{Usage} when the
/// article is not there or not shown, and for a note of more than 64 KiB.
bool change_note(const Layout& layout, ArticleId id, NoteEdit edit, std::string_view text,
                 const AnnotationOptions& options);

/// What the record of an article that was exported from an archive says of its researchers: its tags come to those that
/// the article has, its note is taken where there is none. True if anything changed. In a transaction of the caller,
/// who marks the article.
bool take_in_annotations(catalog::AnnotationTable& table, ArticleId id, const Article& article);

}  // namespace morgue::archive

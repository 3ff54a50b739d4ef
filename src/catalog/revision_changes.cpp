// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/revision_changes.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/revision.h"

namespace morgue::catalog {

std::vector<ArticlePart> RevisionChanges::of(const StoredArticle& present, std::int64_t last_row) {
  struct Text {
    std::int64_t row = 0;
    std::int64_t bytes = 0;
  };
  std::set<ArticlePart> changed;
  std::optional<Revision> before;
  Text text_before;
  Cursor row = revisions_.query(present.id, last_row);
  while (row.next()) {
    Revision revision;
    static_cast<StoredArticle&>(revision) = present;
    const Text text{row.integer(0), row.integer(4)};
    if (row.integer(1) != present.revision) revision.metadata_kept = facts_.read(text.row, revision);
    revision.headline = row.text(2);
    revision.summary = row.text(3);
    revision.body.clear();
    if (before) {
      const auto parts = changed_parts(*before, revision);
      changed.insert(parts.begin(), parts.end());
      // Revisions differ: where all the rest of the text is the same, it is the body. Bodies are seldom read.
      const bool only_body = before->headline == revision.headline && before->summary == revision.summary;
      if (only_body || text.bytes != text_before.bytes ||
          body(text.row, present.id) != body(text_before.row, present.id)) {
        changed.insert(ArticlePart::Body);
      }
    }
    before = std::move(revision);
    text_before = text;
  }
  return {changed.begin(), changed.end()};
}

std::string RevisionChanges::body(std::int64_t row, ArticleId id) {
  Cursor found = body_.query(row);
  if (!found.next()) return {};
  return codec_.unpack({found.text(1), found.blob(2)}, found.integer(0), id);
}

}  // namespace morgue::catalog

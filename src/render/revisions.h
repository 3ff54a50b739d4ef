// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/edit.h"
#include "core/revision.h"
#include "render/results.h"

namespace morgue::render {

/// One object, one line, no line end: the article as it was, `present`, `metadata_kept`, the `run` that stored it,
/// `recorded`, `issued`, and what `changed` from the revision before.
std::string revision_json(const Revision& revision, const std::vector<ArticlePart>& changed);
/// The whole text of one of so many revisions.
std::string revision_text(const Revision& revision, std::size_t of, const TextStyle& style);

/// The revisions of an article, oldest first, without their bodies: when and where each came in, and what it changed.
std::string history_text(const std::vector<Revision>& revisions, const TextStyle& style);

/// What two revisions differ in, word by word. Where there are no colours `[-old-]` and `{+new+}`, as wdiff writes it.
/// Paragraphs that stayed, and long stretches within the others, are left out and counted.
std::string diff_text(const Revision& before, const Revision& after, const std::vector<PartDiff>& diffs,
                      const TextStyle& style);
/// `[{"field":"headline","op":"delete","text":"late"},...]` of the parts that changed; `op` is equal, delete or insert.
std::string diff_json(const std::vector<PartDiff>& diffs);

/// When and by which run: `2026-11-24T04:35:29Z by run 12`.
std::string recorded(const Revision& revision);

inline constexpr std::string_view kMetadataLost =
    "its authors, topics, dates ... were not kept: these are the present ones";

}  // namespace morgue::render

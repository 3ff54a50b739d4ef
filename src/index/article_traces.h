// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/article.h"

namespace morgue::index {

/// Whether a segment has documents of any of these articles, living or dead.
bool holds_any(const std::string& location, std::span<const ArticleId> ids);

/// Terms of these texts that only documents of the articles have, in all the segments together. `texts` are all
/// revisions.
std::vector<std::string> terms_of_theirs_alone(const std::vector<std::string>& locations,
                                               std::span<const ArticleId> ids, const std::vector<StoredArticle>& texts);

/// What is left in a segment of articles that should not be in it: one of their documents, or a word that `wanted`
/// knows and no document of another article has, be it a term, a form of a stem or a word of the list for wildcards.
/// Sentences; none: nothing is left. `looked_at` is raised by the number of terms and words.
std::vector<std::string> traces_left(const std::string& location, std::span<const ArticleId> ids,
                                     const std::function<bool(std::string_view)>& wanted, std::int64_t& looked_at);

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/article.h"

namespace morgue::browse {

/// What is known of an article beside its text, for reading: date, source, authors and id on one line, then the topics
/// if there are any.
std::vector<std::string> facts_of(const StoredArticle& article);

}  // namespace morgue::browse

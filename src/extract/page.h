// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <variant>

#include "core/article.h"
#include "core/record.h"

namespace morgue::extract {

/// The article in the visible text of a saved news page (`record.content`, UTF-8, a line per block, navigation and
/// all). Fills headline, summary, body, authors, section, topics, published and updated with what the page shows;
/// source, language, words, dump and record are the caller's. A page without headline or body is a Reject.
std::variant<Article, Reject> extract_page(const Record& record);

}  // namespace morgue::extract

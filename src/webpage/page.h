// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/article.h"
#include "core/record.h"

namespace morgue::webpage {

/// The article in a web page as served (`Record::Kind::Html`). A page that is no article (home page, error page, PDF
/// under a web address) is a Reject that says which. `language` (when the page is silent), `words`, `dump` and `record`
/// are the caller's.
/// `remarks` gets what the page declares and cannot be true.
std::variant<Article, Reject> extract_html(const Record& record, std::vector<std::string>& remarks);

}  // namespace morgue::webpage

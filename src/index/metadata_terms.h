// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "core/article.h"
#include "index/document.h"
#include "index/value_terms.h"

namespace morgue::index {

/// Adds the terms of everything but headline, summary and body: names and labels word by word and whole, language,
/// URL, host, key, id and dates.
void add_metadata_terms(Document& document, const StoredArticle& article, ValueTermTable& known);

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/article.h"
#include "render/citation_name.h"

namespace morgue::render {

/// The same for the life of an archive, and safe as a key of BibTeX and Pandoc: `morgue-12`.
std::string citation_key(const StoredArticle& article);
/// The credited names that are not empty.
std::vector<CitedName> cited_names(const StoredArticle& article);

// One article as a reference, for programs that manage them. What is unknown is left out.

/// One line for a note or a mail: authors, "headline", source, day, address.
std::string text_reference(const StoredArticle& article);
/// RIS, type NEWS; ends in `ER  - ` and a blank line.
std::string ris_reference(const StoredArticle& article);
/// An @article of entrysubtype newspaper, for BibTeX and biblatex, ending in a blank line. UTF-8; LaTeX's special
/// characters escaped.
std::string bibtex_reference(const StoredArticle& article);
/// An object of CSL-JSON, type article-newspaper, on one line without its end.
std::string csl_json_reference(const StoredArticle& article);

}  // namespace morgue::render

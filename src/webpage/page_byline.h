// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "webpage/headline.h"
#include "webpage/linked_data.h"
#include "webpage/outlet.h"
#include "webpage/page_lines.h"
#include "webpage/page_marks.h"

namespace morgue::webpage {

struct AuthorEvidence {
  const PageMarks& marks;
  const LinkedData& linked;
  const PageHeadline& headline;
  const Outlet& outlet;
  PageLines& lines;
  bool day_first = false;
};

/// Who wrote the page: declared in JSON-LD or metas, else marked as author near the headline, else by a byline of the
/// text. The outlet itself only where the page credits it and names nobody.
std::vector<std::string> find_page_authors(const AuthorEvidence& evidence);

}  // namespace morgue::webpage

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "browse/answer.h"
#include "browse/facet_columns.h"
#include "browse/layout.h"
#include "browse/line_edit.h"
#include "browse/reading.h"
#include "browse/result_list.h"
#include "browse/surface.h"
#include "browse/wanted.h"

namespace morgue::browse {

/// One line for the person until the next key.
struct Notice {
  std::string text;
  bool problem = false;
};

/// All that is on the screen and behind it.
struct State {
  Size size;
  bool ascii = false;  ///< the terminal shows nothing else
  Focus focus = Focus::Query;
  Focus before_help = Focus::List;
  std::size_t help_top = 0;
  Layout layout;

  LineEdit query;
  std::vector<Narrowing> narrowings;
  index::Sort sort = index::Sort::Relevance;

  // What the list shows.
  ResultList list;
  std::int64_t total = 0;
  double took_ms = 0;
  std::string unfinished;                    ///< see Found
  std::shared_ptr<const query::Node> found;  ///< absent before the first results
  bool searching = true;
  std::optional<Failed> trouble;

  Reading reading;
  Facet facet = Facet::Author;
  FacetColumns facets;
  std::optional<Spread> spread;
  bool spread_stale = true;

  LineEdit file;        ///< to export to
  std::string replace;  ///< the file that is there already
  Notice notice;
};

}  // namespace morgue::browse

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "archive/reader.h"
#include "cli/command.h"

namespace morgue::cli {

/// `no matches`, and what there is to say about a query that finds nothing: the clauses that are to blame, and a
/// spelling that finds something. On standard error; with -q nothing is said or computed.
void explain_no_matches(const Context& context, archive::Reader& reader, const query::Node& query);

/// The same without the first line, for commands whose output is a 0.
void explain_zero(const Context& context, archive::Reader& reader, const query::Node& query);

/// Says so if articles are stored that no search finds yet.
void note_index_lag(const Context& context, archive::Reader& reader);

/// Says so if articles match that a takedown withholds.
void note_withheld(const Context& context, archive::Reader& reader, const query::Node& query);

/// `1 match`, `12,345 matches`
std::string matches(std::int64_t count);

}  // namespace morgue::cli

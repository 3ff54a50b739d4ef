// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/explanation.h"
#include "render/json_writer.h"
#include "render/results.h"

namespace morgue::render {

/// The clauses as a tree, one a line: how many articles each finds, how many the query would find without it, and the
/// words it stands for.
std::string explanation_text(const Explanation& query, const TextStyle& style);

/// `{"clause":"dock*","articles":12,"without":30,"forms":[{"word":"docks","articles":9}],"forms_total":1,"of":[...]}`
void write_explanation(JsonWriter& json, const Explanation& clause);

/// Why a query finds nothing, one sentence a line: the clauses that match nothing themselves, else those without which
/// there would be something. Empty if no single clause is to blame.
std::vector<std::string> blame(const Explanation& query);

}  // namespace morgue::render

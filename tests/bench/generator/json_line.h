// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "tests/bench/generator/article_maker.h"

namespace morgue::bench {

/// Appends the article as a line of a JSON Lines dump. Members without a value are left out.
void append_json_line(const MadeArticle& article, std::string& out);

}  // namespace morgue::bench

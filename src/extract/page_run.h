// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>

#include "extract/page_lines.h"

namespace morgue::extract {

/// Lines [begin, end) of a page where prose is densest: the story, give or take a line.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::optional<Run> find_main_run(const PageLines& page);

}  // namespace morgue::extract

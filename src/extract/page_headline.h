// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "extract/page_lines.h"
#include "extract/page_run.h"

namespace morgue::extract {

struct Headline {
  std::size_t first = 0;  ///< line where it stands for the first time with the story (not as title of the window)
  std::size_t last = 0;   ///< and for the last time above the body
  std::string text;
  std::string section;  ///< the label above it; empty if there is none, or if it cannot be told from a menu
};

/// The headline of the story whose body is about `run`.
std::optional<Headline> find_headline(const PageLines& page, const Run& run);

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace morgue {

/// A passage of an article with the places that match a query. Offsets are bytes into `text`, in order, not
/// overlapping.
struct Snippet {
  struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  std::string text;
  std::vector<Mark> marks;
};

}  // namespace morgue

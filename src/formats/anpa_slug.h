// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::formats {

/// The slug line of a wire story, `BC-XX--Harbour-Fire, 2nd Ld-Writethru,480`, taken apart.
struct AnpaSlug {
  std::string keyword;  ///< `Harbour-Fire`: what the story is called as long as it lives
  std::string part;     ///< `1st Ld`, `Adds`, `Take 2`: what only adds to a story; empty for all of it
};

AnpaSlug parse_anpa_slug(std::string_view line);

}  // namespace morgue::formats

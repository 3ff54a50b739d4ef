// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "extract/page_lines.h"

namespace morgue::extract {

/// The box about an author: the name alone on a line, a role, a biography that begins with the name; two of the three.
struct AuthorBox {
  std::vector<std::string> names;
  std::size_t begin = 0;
  std::size_t end = 0;  ///< one past its last line
};

/// The box that begins at a line.
std::optional<AuthorBox> author_box_at(const PageLines& page, std::size_t at);

/// A paragraph that presents one of these people as the author: `Jane Doe is a reporter ...`.
bool is_biography_of(const PageLine& line, const std::vector<std::string>& names);

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

#include "core/article.h"

namespace morgue::catalog {

/// xxh128 in its canonical (big-endian) form. Tells texts apart; it is no proof against someone who forges texts.
using ContentHash = std::array<std::byte, 16>;

/// Of a list of texts, each with its length: ("ab", "c") and ("a", "bc") differ.
ContentHash content_hash(std::initializer_list<std::string_view> parts);

/// What makes a revision: headline, summary and body.
ContentHash text_hash(const Article& article);

/// `article.key`, or for want of one `xxh128:` and the hash of headline, publication date and body in hexadecimal.
std::string identity_key(const Article& article);

}  // namespace morgue::catalog

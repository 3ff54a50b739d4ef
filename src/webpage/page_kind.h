// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "markup/tree.h"
#include "webpage/metadata.h"

namespace morgue::webpage {

/// What bytes served as a page are instead of HTML (`a PDF document`), or empty.
std::string_view other_than_html(std::string_view bytes);

/// Why a page is no article, as a sentence for a person; empty when it may be one. In doubt it may. `body` is what
/// find_body made of it.
std::string why_no_article(const markup::Tree& page, const Metadata& metadata, std::string_view body);

}  // namespace morgue::webpage

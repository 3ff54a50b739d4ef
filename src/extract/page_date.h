// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "core/timestamp.h"
#include "extract/page_body.h"
#include "extract/page_headline.h"
#include "extract/page_lines.h"

namespace morgue::extract {

struct PageDate {
  std::optional<Timestamp> published;
  DateOrigin origin = DateOrigin::None;
  std::optional<Timestamp> updated;
};

/// The date a line near headline or body declares; else month and day as the story tells them, with the year that other
/// dates on the page bear out; else nothing.
PageDate find_page_date(const PageLines& page, const Headline& headline, const Body& body);

}  // namespace morgue::extract

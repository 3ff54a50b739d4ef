// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "core/timestamp.h"
#include "extract/page_body.h"
#include "extract/page_headline.h"
#include "extract/page_lines.h"

namespace morgue::extract {

/// The day of the news by the story itself: the month and day it tells without a year, in the first year that does not
/// put it before the newest past full date of captions and text. Empty without either, and where the dates contradict
/// each other.
std::optional<Day> infer_day(const PageLines& page, const Headline& headline, const Body& body);

}  // namespace morgue::extract

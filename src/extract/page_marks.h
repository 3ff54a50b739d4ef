// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/page_lines.h"

namespace morgue::extract {

/// The text of a picture with its credit, or the credit alone.
bool is_caption(const PageLine& line);
/// A credit and nothing else: `(Jane Roe / AP)`, `Photo: Jane Roe`, `Jane Roe/Getty Images`.
bool is_credit(std::string_view line);

/// A line that holds a full date and, beside it, labels and a time at most.
bool is_date_line(const PageLine& line);

/// A line that says by whom the article is: `By Jane Doe and John Roe`.
bool is_byline(const PageLine& line);
/// `By`, `Written by` and the like alone on a line: the names follow.
bool is_byline_lead(std::string_view line);
/// The people of a byline, without dates and places that share its line.
std::vector<std::string> byline_names(std::string_view line);

/// One or more personal names and nothing else: `Jane Doe`, `Jane Doe and John Roe`.
bool is_name_line(const PageLine& line);
/// `News Editor`, `Senior political correspondent, Brussels`.
bool is_role_line(const PageLine& line);

}  // namespace morgue::extract

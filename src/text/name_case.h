// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::text {

/// Lower case by Unicode's rules, without regard to locale.
std::string lower_case(std::string_view text);
/// A name written in capitals as names are written: `JANE DOE` `Jane Doe`, `O'NEIL` `O'Neil`, `MCDONALD` `McDonald`,
/// `S.V. DATE` `S.V. Date`, `SILVA DE SOUSA` `Silva de Sousa`. Names in mixed case, acronyms and agencies stay.
std::string recase_name(std::string_view name);

}  // namespace morgue::text

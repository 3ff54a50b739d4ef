// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace morgue {

/// The name of the subject that a code of IPTC's subject codes (`15039001`: eight digits) or media topics (only the
/// top ones, which kept those numbers) belongs to at the highest level: `sport`. Empty for anything else.
std::string_view iptc_subject(std::string_view code);

}  // namespace morgue

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/message.h"
#include "query/token.h"

namespace morgue::query {

/// The forms of the language that are recognised, so that they are never read as something else, but not available in
/// this version.

/// For a Wildcard, Fuzzy or Proximity token, or a Quoted one with a wildcard.
Problem upcoming_form(const Token& token);
/// For the names `lead`, `words`, `has`, `is`, `updated`, in lower case.
std::optional<Problem> upcoming_field(std::string_view name, Span span);
/// `field:*`.
Problem upcoming_presence(std::string_view field, Span span);

}  // namespace morgue::query

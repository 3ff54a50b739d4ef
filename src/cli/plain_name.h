// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace morgue::cli {

/// Names of collections and saved searches: what can stand in a query without quotation marks, and on a command line.
/// `what` is "a collection". Throws Error{Usage} for others.
void check_plain_name(const std::string& name, const std::string& what, const std::string& examples);

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/error.h"

namespace morgue::cli {

/// Names of collections and saved searches: what can stand in a query without quotation marks, and on a command line.
/// `what` is "a collection". Throws Error{Usage} for others.
void check_plain_name(const std::string& name, const std::string& what, const std::string& examples);

/// That there is none of this name, and which may have been meant. `what` is `collection` or the like, `list` the
/// command that lists them.
Error no_such_name(const std::string& what, const std::string& name, const std::vector<std::string>& known,
                   const std::string& list);

}  // namespace morgue::cli

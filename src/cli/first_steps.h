// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "cli/command.h"

namespace morgue::cli {

/// What `morgue` alone says: how to make an archive, or what there is in the one there is and two queries that find
/// something in it. `named`: what --archive says, which the commands it shows must say again.
std::string first_steps(const Context& context, const std::string& named);

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace morgue::cli {

/// What a shell reads to complete command lines of morgue: it asks `morgue complete`, so it cannot know less than the
/// program. `shell`: bash, zsh or fish.
std::string completion_script(const std::string& shell);

}  // namespace morgue::cli

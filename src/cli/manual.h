// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "cli/help_topic.h"
#include "cli/outline.h"

namespace morgue::cli {

struct ManualPage {
  std::string file;  ///< `morgue-search.1`
  std::string text;  ///< mdoc(7) source
};

/// The page of the program or of one of its commands, `program` being the outline of all.
ManualPage command_manual(const CommandOutline& command, const CommandOutline& program);
/// The page of a topic that has one of its own.
ManualPage topic_manual(const Topic& topic);
/// All pages there are.
std::vector<ManualPage> all_manuals(const CommandOutline& program);

}  // namespace morgue::cli

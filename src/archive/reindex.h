// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "archive/indexer.h"
#include "archive/layout.h"

namespace morgue::archive {

/// Brings the index of an existing archive up to date, or builds it again (IndexOptions::full). Takes the writer's
/// lock; `command` is shown to whoever finds it taken. Returns the number of documents written.
std::int64_t reindex(const Layout& layout, const IndexOptions& options, const std::string& command);

}  // namespace morgue::archive

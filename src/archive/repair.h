// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "archive/indexer.h"
#include "archive/layout.h"
#include "archive/verify.h"

namespace morgue::archive {

struct Repair {
  std::vector<std::string> done;  ///< in sentences
  Verification after;             ///< what verify says now
};

/// Looks, makes again what is derived (SQL indexes, links to nothing, families, segments, the stub) from what is not,
/// and looks again. Damaged segments go when those that replace them are published. Of a catalog with damaged pages all
/// that can be read goes into a new one, and the old one is kept beside it. Nothing sound is thrown away; a kill leaves
/// an archive to repair again. Takes the writer's lock.
Repair repair(const Layout& layout, const VerifyOptions& looking, const IndexOptions& indexing,
              const std::string& command);

}  // namespace morgue::archive

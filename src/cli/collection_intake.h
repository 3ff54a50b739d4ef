// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "archive/intake.h"
#include "catalog/collections.h"
#include "cli/intake_options.h"

namespace morgue::cli {

/// How the records of a collection are read, as `collection add` was told. Throws Error{Usage} or Error{Io} for a
/// mapping file that cannot be read any more.
archive::IntakeOptions intake_of(const catalog::Collection& collection);

/// The settings of a new collection; paths are left out. Throws as above for mappings that are wrong.
catalog::Collection collection_of(const IntakeArguments& arguments);

}  // namespace morgue::cli

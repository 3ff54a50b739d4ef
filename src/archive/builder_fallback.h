// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "index/segment_builder.h"

namespace morgue::archive {

using BuildSegment = std::function<index::BuiltSegment()>;

/// Builds a segment in `folder` the fast way, and if that turns out to be wrong (Error{Internal}), the sure way, in a
/// folder cleared of what there was. `warn` is told why; it may be empty. All other errors are the caller's.
index::BuiltSegment build_or_fall_back(const std::filesystem::path& folder, const BuildSegment& fast,
                                       const BuildSegment& sure, const std::function<void(const std::string&)>& warn);

}  // namespace morgue::archive

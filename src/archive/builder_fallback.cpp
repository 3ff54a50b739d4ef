// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/builder_fallback.h"

#include <system_error>

#include "core/error.h"
#include "io/folder.h"

namespace morgue::archive {

index::BuiltSegment build_or_fall_back(const std::filesystem::path& folder, const BuildSegment& fast,
                                       const BuildSegment& sure, const std::function<void(const std::string&)>& warn) {
  try {
    return fast();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::Internal) throw;
    if (warn) warn("the index is built through Xapian's own interface, which takes longer: " + error.message());
  }
  std::error_code failure;
  io::remove_tree(folder, failure);
  if (failure) throw system_error("cannot clear " + folder.string(), failure.value());
  return sure();
}

}  // namespace morgue::archive

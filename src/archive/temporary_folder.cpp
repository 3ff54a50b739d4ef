// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "core/error.h"
#include "io/folder.h"

namespace morgue::archive {

TemporaryFolder::TemporaryFolder() {
  std::error_code failure;
  const auto parent = std::filesystem::temp_directory_path(failure);
  if (failure) throw system_error("no folder for temporary files ($TMPDIR)", failure.value());
  std::string pattern = (parent / "morgue-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw system_error("cannot make a folder in " + parent.string(), errno);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  io::remove_tree(path_, ignored);
}

}  // namespace morgue::archive

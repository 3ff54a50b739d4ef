// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/own_file.h"

#include <sys/stat.h>
#include <unistd.h>

namespace morgue::io {

bool is_own_file(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return false;
  return (status.st_uid == ::geteuid() || status.st_uid == 0) && (status.st_mode & S_IWOTH) == 0;
}

}  // namespace morgue::io

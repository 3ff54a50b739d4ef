// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/places.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "core/error.h"
#include "io/folder.h"

namespace morgue::archive {
namespace {

/// Whether `inner` is somewhere in `outer`.
bool lies_in(const std::filesystem::path& inner, const std::filesystem::path& outer) {
  const auto [end, rest] = std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end());
  return end == outer.end() && rest != inner.end();
}

std::filesystem::path resolved(const std::filesystem::path& path) {
  auto out = std::filesystem::weakly_canonical(std::filesystem::absolute(path));
  return out.has_filename() ? out : out.parent_path();
}

bool made_by_a_copy(const std::string& name) {
  return name == "lock" || name == "index" || name.starts_with("catalog.db");
}

}  // namespace

Contents contents_of(const Layout& layout) {
  std::error_code failure;
  const auto status = std::filesystem::status(layout.root(), failure);
  if (!std::filesystem::exists(status)) return Contents::Nothing;
  if (!std::filesystem::is_directory(status)) {
    throw Error(ErrorCode::Input, layout.root().string() + ": is no folder", "name a folder");
  }
  if (std::filesystem::exists(layout.catalog(), failure)) return Contents::Archive;
  Contents contents = Contents::Nothing;
  for (const auto& entry : io::list_folder(layout.root(), failure)) {
    const std::string name = entry.filename().string();
    if (name == "lost+found") continue;  // of a file system of its own
    if (!made_by_a_copy(name)) return Contents::Other;
    contents = Contents::Left;
  }
  if (failure) throw system_error(layout.root().string() + ": cannot read the folder", failure.value());
  return contents;
}

void require_apart(const std::filesystem::path& archive, const std::filesystem::path& backup) {
  const auto one = resolved(archive);
  const auto other = resolved(backup);
  const char* hint = "name a folder outside of the archive, best on another disk";
  if (one == other) throw Error(ErrorCode::Usage, backup.string() + ": is the archive itself", hint);
  if (lies_in(other, one)) throw Error(ErrorCode::Usage, backup.string() + ": is in the archive itself", hint);
  if (lies_in(one, other)) throw Error(ErrorCode::Usage, backup.string() + ": the archive is in this folder", hint);
}

}  // namespace morgue::archive

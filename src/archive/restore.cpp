// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <stdio.h>  // NOLINT(modernize-deprecated-headers): renameat2 is not in <cstdio>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <system_error>

#include "archive/aside.h"
#include "archive/backup.h"
#include "archive/places.h"
#include "archive/takedown.h"
#include "core/error.h"
#include "io/durable.h"
#include "io/file_lock.h"
#include "io/folder.h"

namespace morgue::archive {
namespace {

std::filesystem::path without_slash(const std::filesystem::path& path) {
  auto out = std::filesystem::absolute(path).lexically_normal();
  return out.has_filename() ? out : out.parent_path();
}

void require_replaceable(const Layout& archive, const catalog::CatalogFile& backup) {
  const std::string where = archive.root().string();
  const char* hint = "it would be moved aside, not removed: do it with --force";
  const auto there = catalog::look_at(archive.catalog());
  if (!there) return;  // damaged: this is what backups are for
  if (there->standing.origin != backup.standing.origin && there->standing.last_run > 0) {
    throw Error(ErrorCode::Input, where + ": is another archive than the one in the backup", hint);
  }
  const std::int64_t changes = there->standing.last_seq - backup.standing.last_seq;
  if (changes > 0 || there->standing.last_run > backup.standing.last_run) {
    throw Error(ErrorCode::Input,
                where + ": the archive there is newer than the backup (" +
                    std::to_string(std::max<std::int64_t>(changes, 0)) + " changes and " +
                    std::to_string(there->standing.last_run - backup.standing.last_run) + " runs since then)",
                hint);
  }
  if (there->standing.numbers > backup.standing.numbers) {
    throw Error(ErrorCode::Input,
                where + ": the archive there has a takedown, a collection or a saved search that the backup has not",
                hint);
  }
}

void rename_to(const std::filesystem::path& from, const std::filesystem::path& to) {
  if (std::rename(from.c_str(), to.c_str()) != 0) {
    throw system_error("cannot rename " + from.string() + " to " + to.string(), errno);
  }
}

/// `fresh` takes the place of `archive`, which becomes `aside`: both at once where the file system can.
void change_places(const std::filesystem::path& fresh, const std::filesystem::path& archive,
                   const std::filesystem::path& aside) {
  rename_to(fresh, aside);
  if (renameat2(AT_FDCWD, aside.c_str(), AT_FDCWD, archive.c_str(), RENAME_EXCHANGE) == 0) return;
  const int error = errno;
  rename_to(aside, fresh);
  if (error != ENOSYS && error != EINVAL) {
    throw system_error("cannot put the restored archive in the place of " + archive.string(), error);
  }
  rename_to(archive, aside);
  rename_to(fresh, archive);
}

/// Of the same archive only: in another one the ids are those of other articles.
std::vector<catalog::Takedown> forgotten_takedowns(const Layout& archive, const catalog::CatalogFile& backup,
                                                   const Layout& fresh) {
  std::vector<catalog::Takedown> forgotten;
  try {
    const auto there = catalog::look_at(archive.catalog());
    if (!there || there->standing.origin != backup.standing.origin) return forgotten;
    const auto known = takedowns(fresh);
    const std::int64_t now = std::time(nullptr);
    for (catalog::Takedown& one : takedowns(archive)) {
      const bool same = std::ranges::any_of(known, [&](const catalog::Takedown& other) {
        return other.number == one.number && other.made == one.made && other.state == one.state;
      });
      if (!same && one.in_force(now)) forgotten.push_back(std::move(one));
    }
  } catch (const Error&) {
    forgotten.clear();  // damaged, or of another version: this is what backups are for
  }
  return forgotten;
}

void require_sound(const Layout& layout) {
  const Verification found = verify(layout, {});
  for (const Check& check : found.checks) {
    if (check.state != Check::State::Problem) continue;
    throw Error(ErrorCode::Inconsistent, check.said + ": " + check.found.examples.front());
  }
}

}  // namespace

Restored restore(const std::filesystem::path& folder, const Layout& archive, const RestoreOptions& options,
                 const std::string& command) {
  const Layout backup(folder);
  require_apart(archive.root(), backup.root());
  if (contents_of(backup) != Contents::Archive) {
    throw Error(ErrorCode::Input, folder.string() + ": there is no backup here",
                "name the folder that `morgue backup` was told");
  }
  const auto known = catalog::look_at(backup.catalog());
  if (!known) {
    throw Error(ErrorCode::Inconsistent, folder.string() + ": the catalog of this backup cannot be read",
                "take another backup");
  }
  const Contents contents = contents_of(archive);
  if (contents == Contents::Other) {
    throw Error(ErrorCode::Input, archive.root().string() + ": there is something else in this folder",
                "name a folder that is empty, or an archive, with --archive DIR");
  }
  std::optional<io::FileLock> lock;
  if (contents == Contents::Archive) {
    lock.emplace(archive.lock(), command);
    if (!options.force) require_replaceable(archive, *known);
  }
  const auto target = without_slash(archive.root());
  const Layout fresh(target.string() + ".restoring");
  io::remove_tree(fresh.root());  // of a restore that was killed
  Restored done;
  done.mark = known->mark;
  try {
    ArchiveSnapshot snapshot(backup);
    done.copied =
        copy_archive(snapshot, fresh, {{folder.string(), std::time(nullptr)}, Look::Hashes, options.progress});
    {
      catalog::Catalog catalog(fresh.catalog(), catalog::Catalog::Mode::Write);
      catalog::Upkeep(catalog).remove_mark();
      catalog::Upkeep(catalog).checkpoint();
    }
    require_sound(fresh);
    if (contents == Contents::Archive) done.forgotten = forgotten_takedowns(archive, *known, fresh);
  } catch (const Error& error) {
    std::error_code ignored;
    io::remove_tree(fresh.root(), ignored);
    if (error.code() != ErrorCode::Inconsistent) throw;
    throw Error(ErrorCode::Inconsistent, "the backup is damaged: " + error.message() + "; nothing was changed",
                "take another backup, or mend this one: morgue --archive " + folder.string() + " verify --repair");
  }
  if (contents == Contents::Archive) {
    done.aside = free_name(target, "before-restore");
    change_places(fresh.root(), target, done.aside);
  } else {
    if (contents == Contents::Left) {
      done.aside = free_name(target, "before-restore");
      rename_to(target, done.aside);
    }
    rename_to(fresh.root(), target);  // over an empty folder, or none
  }
  io::sync_path(target.parent_path());
  return done;
}

}  // namespace morgue::archive

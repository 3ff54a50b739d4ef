// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/retry.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string_view>
#include <utility>

namespace morgue::archive {
namespace {

/// `a/b.zip` of `a/b.zip!c/d.json`. A `!` may also be part of a file's own name, so the disk decides.
std::string file_of(const std::string& dump) {
  std::error_code ignored;
  for (std::size_t end = dump.find('!'); end != std::string::npos; end = dump.find('!', end + 1)) {
    const std::string file = dump.substr(0, end);
    if (std::filesystem::is_regular_file(file, ignored)) return file;
  }
  return std::filesystem::is_regular_file(dump, ignored) ? dump : std::string();
}

/// Whether `word` stands in `command` as an argument, with or without slashes behind it.
bool has_argument(std::string_view command, std::string_view word) {
  for (std::size_t at = command.find(word); at != command.npos; at = command.find(word, at + 1)) {
    std::string_view rest = command.substr(at + word.size());
    while (rest.starts_with('/')) rest.remove_prefix(1);
    if (at > 0 && command[at - 1] == ' ' && (rest.empty() || rest.front() == ' ')) return true;
  }
  return false;
}

}  // namespace

std::string path_below_named(const std::string& path, const std::string& command) {
  std::string_view folder = path;
  while (!has_argument(command, folder)) {
    const std::size_t slash = folder.rfind('/');
    if (slash == folder.npos || slash == 0) {
      // A collection's: below the folder of it, or some folder deeper.
      const std::size_t name = path.rfind('/');
      const std::size_t parent = name == path.npos || name == 0 ? path.npos : path.rfind('/', name - 1);
      return path.substr(parent == path.npos ? 0 : parent + 1);
    }
    folder = folder.substr(0, slash);
    while (folder.ends_with('/')) folder.remove_suffix(1);
  }
  return path.substr(std::min(path.size(), path.find_first_not_of('/', folder.size())));
}

RetryList::RetryList(const std::vector<catalog::RejectedOfDump>& rejected) {
  for (const auto& dump : rejected) {
    if (dump.dump == "-") continue;
    std::string file = file_of(dump.dump);
    if (file.empty()) {
      gone_.push_back(dump.dump);
      continue;
    }
    Wanted& wanted = wanted_[dump.dump];
    wanted.records.insert(dump.records.begin(), dump.records.end());
    wanted.last = dump.last_record;
    if (!files_.empty() && files_.back().path == file) continue;  // sorted: members together
    std::string inner = path_below_named(file, dump.command);
    files_.push_back({std::move(file), std::move(inner)});
  }
}

bool RetryList::wants(const std::string& dump, std::int64_t record) const {
  const auto found = wanted_.find(dump);
  if (found == wanted_.end()) return false;
  return record > found->second.last || found->second.records.contains(record);
}

}  // namespace morgue::archive

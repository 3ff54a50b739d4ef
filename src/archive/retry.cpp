// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/retry.h"

#include <filesystem>
#include <functional>

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

}  // namespace

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
    if (paths_.empty() || paths_.back() != file) paths_.push_back(std::move(file));  // sorted: members together
  }
}

bool RetryList::wants(const std::string& dump, std::int64_t record) const {
  const auto found = wanted_.find(dump);
  if (found == wanted_.end()) return false;
  return record > found->second.last || found->second.records.contains(record);
}

}  // namespace morgue::archive

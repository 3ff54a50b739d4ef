// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "archive/intake.h"
#include "catalog/reject_log.h"
#include "core/record.h"

namespace morgue::archive {

/// A file's path below the folder of `command` that it was found in: `business/001.txt` of `dumps/bbc/business/001.txt`
/// and `morgue ingest dumps/bbc`. Empty when the command names the file itself.
std::string path_below_named(const std::string& path, const std::string& command);

/// The records that earlier runs rejected, to be read again.
class RetryList {
 public:
  explicit RetryList(const std::vector<catalog::RejectedOfDump>& rejected);

  /// Files to read, each once: of dumps inside containers the outermost file. As they lay below the folder that was
  /// named then.
  [[nodiscard]] const std::vector<IntakeFile>& files() const { return files_; }
  /// Dumps that are no longer where they were. Standard input is not among them: nobody expects it back.
  [[nodiscard]] const std::vector<std::string>& gone() const { return gone_; }
  /// A rejected record, or one behind all that is known of its dump: the dump broke off there, or has grown.
  [[nodiscard]] bool wants(const std::string& dump, std::int64_t record) const;

 private:
  struct Wanted {
    std::set<std::int64_t> records;
    std::int64_t last = 0;
  };
  std::map<std::string, Wanted, std::less<>> wanted_;
  std::vector<IntakeFile> files_;
  std::vector<std::string> gone_;
};

}  // namespace morgue::archive

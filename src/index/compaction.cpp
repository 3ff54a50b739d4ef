// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/compaction.h"

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <future>
#include <string>
#include <utility>

#include "index/folder.h"
#include "index/xapian_error.h"

namespace morgue::index {
namespace {

using Paths = std::vector<std::filesystem::path>;

// Three tables a part, one of them opened twice: well below the usual limit of 1,024 open files.
constexpr std::size_t kMaxJoined = 128;

void join(const Paths& parts, const std::filesystem::path& target) {
  writing("cannot join index parts into", target.string(), [&] {
    Xapian::Database all;
    for (const auto& part : parts) all.add_database(Xapian::Database(part.string(), Xapian::DB_BACKEND_GLASS));
    all.compact(target.string(), Xapian::Compactor::FULL);
    all.close();
  });
  for (const auto& part : parts) remove_folder(part);
}

/// One part for each kMaxJoined of the parts.
Paths join_groups(const Paths& parts, const std::filesystem::path& work, unsigned level, unsigned jobs) {
  const std::size_t groups = (parts.size() + kMaxJoined - 1) / kMaxJoined;
  Paths joined;
  for (std::size_t i = 0; i < groups; ++i) {
    joined.push_back(work / ("joined-" + std::to_string(level) + "-" + std::to_string(i)));
  }
  std::atomic<std::size_t> next = 0;
  const auto work_on = [&] {
    for (std::size_t i = next++; i < groups; i = next++) {
      const auto begin = parts.begin() + static_cast<std::ptrdiff_t>(i * kMaxJoined);
      const auto end = parts.begin() + static_cast<std::ptrdiff_t>(std::min(parts.size(), (i + 1) * kMaxJoined));
      join(Paths(begin, end), joined[i]);
    }
  };
  std::vector<std::future<void>> threads;
  for (unsigned i = 0; i < std::min<std::size_t>(std::min(jobs, 2U), groups); ++i) {
    threads.push_back(std::async(std::launch::async, work_on));
  }
  for (auto& thread : threads) thread.wait();
  for (auto& thread : threads) thread.get();
  return joined;
}

}  // namespace

void join_parts(Paths parts, const std::filesystem::path& work, const std::filesystem::path& folder, unsigned jobs) {
  for (unsigned level = 1; parts.size() > kMaxJoined; ++level) parts = join_groups(parts, work, level, jobs);
  join(parts, folder);
}

}  // namespace morgue::index

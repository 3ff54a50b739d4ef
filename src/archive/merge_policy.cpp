// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/merge_policy.h"

#include <cstddef>

namespace morgue::archive {
namespace {

constexpr std::int64_t kGrowth = 2;
constexpr std::int64_t kMostDead = 4;  ///< one in so many

bool worn_out(const MergeCandidate& segment) {
  return segment.must || segment.dead * kMostDead > segment.documents;
}

}  // namespace

std::vector<std::int64_t> choose_absorbed(const std::vector<MergeCandidate>& live, std::int64_t incoming) {
  std::int64_t newer = incoming;
  for (const MergeCandidate& segment : live) {
    if (worn_out(segment)) newer += segment.documents - segment.dead;
  }
  // All newer ones go with the last that is too small to stay: neighbours in age stay neighbours.
  std::size_t end = 0;
  for (std::size_t i = 0; i < live.size(); ++i) {
    if (worn_out(live[i])) continue;
    const std::int64_t living = live[i].documents - live[i].dead;
    if (living < kGrowth * newer) end = i + 1;
    newer += living;
  }
  std::vector<std::int64_t> absorbed;
  for (std::size_t i = 0; i < live.size(); ++i) {
    if (i < end || worn_out(live[i])) absorbed.push_back(live[i].number);
  }
  return absorbed;
}

}  // namespace morgue::archive

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace morgue {

/// What a check found wrong: how often, and the first few in words. None: all is well.
struct Findings {
  static constexpr std::size_t kKept = 5;

  std::int64_t count = 0;
  std::vector<std::string> examples;

  void add(std::string example) {
    ++count;
    if (examples.size() < kKept) examples.push_back(std::move(example));
  }
  void add(Findings other) {
    count += other.count;
    for (auto& example : other.examples) {
      if (examples.size() < kKept) examples.push_back(std::move(example));
    }
  }
  [[nodiscard]] bool none() const { return count == 0; }
};

}  // namespace morgue

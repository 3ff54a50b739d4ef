// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace morgue::golden {

/// What differs from run to run, replaced by what stands for it.
class Normaliser {
 public:
  /// Pairs of a path and its name, e.g. (`/tmp/x`, `$TMP`). The longest path wins. With `any_moment`, moments of UTC to
  /// the second are `<T>`.
  explicit Normaliser(std::vector<std::pair<std::string, std::string>> paths, bool any_moment = false);

  [[nodiscard]] std::string apply(std::string line) const;
  [[nodiscard]] std::vector<std::string> apply(std::vector<std::string> lines) const;

 private:
  std::vector<std::pair<std::string, std::string>> paths_;
  bool any_moment_;
};

}  // namespace morgue::golden

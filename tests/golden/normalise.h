// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace morgue::golden {

/// What differs from run to run, replaced by what stands for it.
class Normaliser {
 public:
  /// Pairs of a path and its name, e.g. (`/tmp/x`, `$TMP`). The longest path wins.
  explicit Normaliser(std::vector<std::pair<std::string, std::string>> paths);

  [[nodiscard]] std::string apply(std::string line) const;
  [[nodiscard]] std::vector<std::string> apply(std::vector<std::string> lines) const;

 private:
  std::vector<std::pair<std::string, std::string>> paths_;
};

}  // namespace morgue::golden

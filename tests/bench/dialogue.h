// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace morgue::bench {

/// A program that answers a line with a line. Ends when this does.
class Dialogue {
 public:
  explicit Dialogue(std::vector<std::string> command);
  ~Dialogue();
  Dialogue(const Dialogue&) = delete;
  Dialogue& operator=(const Dialogue&) = delete;

  std::string ask(const std::string& line);

 private:
  pid_t pid_ = 0;
  int to_ = -1;
  int from_ = -1;
  std::string read_;  ///< behind the line returned last
};

}  // namespace morgue::bench

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <string>
#include <string_view>

#include "tests/power/record_format.h"

namespace morgue::power {

/// Does one call and logs it, while no other call is between the two.
class Recorder {
 public:
  static Recorder& get();

  /// Absolute, as the kernel sees it: `at` is a folder descriptor or AT_FDCWD.
  static std::string absolute(int at, const char* path);
  [[nodiscard]] bool watches(const std::string& path) const;
  /// Whether this descriptor is of something in the recorded folder.
  [[nodiscard]] bool watches(int fd) const;

  void opened(int fd, const std::string& path, int flags);
  void closed(int fd);
  void log(Op op, int fd, std::int64_t value, std::string_view path = {}, std::string_view second = {},
           std::string_view data = {});

  void lock();
  void unlock();

 private:
  Recorder();

  std::string root_;
  int log_ = -1;
};

}  // namespace morgue::power

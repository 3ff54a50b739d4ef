// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace morgue::cli {

/// Standard output, buffered. A reader that went away (`| head`) is no error: the rest is dropped quietly, and long
/// commands ask closed() to stop early. Other failures (disk full) throw Error{Io}.
class Output {
 public:
  Output() = default;
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  void write(std::string_view text);
  void flush();
  [[nodiscard]] bool closed() const { return closed_; }

 private:
  std::string buffer_;
  bool closed_ = false;
};

}  // namespace morgue::cli

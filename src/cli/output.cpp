// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/output.h"

#include <unistd.h>

#include <cerrno>

#include "core/error.h"

namespace morgue::cli {
namespace {
constexpr std::size_t kBufferBytes = 64U << 10U;
}

Output::~Output() {
  try {
    flush();
  } catch (const Error&) {
    // app.cpp flushes before it returns; this is the way out of another error, which is the one to report.
  }
}

void Output::write(std::string_view text) {
  if (closed_) return;
  buffer_ += text;
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty() && !closed_) {
    const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      const int error = errno;
      closed_ = true;
      buffer_.clear();
      throw system_error("standard output", error);
    }
  }
  buffer_.clear();
}

}  // namespace morgue::cli

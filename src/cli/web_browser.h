// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

#include "cli/terminal.h"

namespace morgue::cli {

/// How to show an address to the person.
struct BrowserCommand {
  std::vector<std::string> arguments;
  bool in_terminal = false;  ///< it may want the terminal for itself: it is waited for
};

/// The first program of $BROWSER with its arguments, `%s` in them replaced by the address, else the address behind
/// them; with `&` at the end it does not want the terminal. Without $BROWSER xdg-open.
BrowserCommand browser_command(const Environment& environment, const std::string& address);

/// Starts programs without a shell.
class WebBrowser {
 public:
  ~WebBrowser() = default;

  /// Waits for one that is in the terminal. What went wrong, else empty.
  std::string open(const BrowserCommand& command);
  /// What went wrong with one that runs by itself and has ended by now; empty: nothing so far.
  std::string problem();
  [[nodiscard]] bool waiting() const { return child_.has_value(); }

 private:
  std::optional<pid_t> child_;
  std::string name_;
};

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/temp_dir.h"

namespace morgue::terminal {

/// A terminal of 80 columns and 24 rows with a shell in it, by a tmux server of its own.
class Tmux {
 public:
  /// `environment`: NAME=value, for the shell.
  explicit Tmux(const std::vector<std::string>& environment);
  ~Tmux();
  Tmux(const Tmux&) = delete;
  Tmux& operator=(const Tmux&) = delete;

  static bool is_installed();

  /// Keys by tmux's names: `Enter`, `C-c`, `PageDown`, or single characters.
  void press(const std::vector<std::string>& keys) const;
  /// Text as it is.
  void type(const std::string& text) const;
  /// A line for the shell.
  void shell(const std::string& line) const;
  void resize(int columns, int rows) const;
  [[nodiscard]] std::string screen() const;
  /// What a program has put on the clipboard.
  [[nodiscard]] std::string clipboard() const;

  /// Waits until the screen shows it. False when it does not within some time.
  [[nodiscard]] bool shows(const std::string& text) const;
  [[nodiscard]] bool hides(const std::string& text) const;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  std::string run(std::vector<std::string> arguments) const;
  [[nodiscard]] bool becomes(const std::string& text, bool shown) const;

  test::TempDir folder_;
};

}  // namespace morgue::terminal

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "browse/key.h"
#include "browse/surface.h"

namespace morgue::cli {

/// The terminal as a full screen, by ncurses, which nobody else uses. Takes it over when made and gives it back when
/// destroyed, whatever happens in between. One at a time.
class CursesScreen {
 public:
  /// Throws Error{Usage} where standard input and output are no terminal, or one that has no full screen.
  explicit CursesScreen(bool colour);
  ~CursesScreen();
  CursesScreen(const CursesScreen&) = delete;
  CursesScreen& operator=(const CursesScreen&) = delete;

  [[nodiscard]] browse::Size size() const;
  /// Whether characters beyond ASCII can be shown.
  [[nodiscard]] bool unicode() const;
  /// After the window has changed.
  void resize();
  void draw(const browse::Surface& surface);
  /// The next draw() writes everything.
  void forget();
  /// A key that is there already; does not wait.
  std::optional<browse::Key> read_key();
  /// Leaves the terminal to others; draw() takes it back.
  void leave();
  /// After the process was stopped, in whatever way: others have used the terminal.
  void come_back();
  /// To the clipboard of the terminal, if it lets programs do that (OSC 52).
  void copy(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace morgue::browse {

/// What a person did at the keyboard or with the mouse, whatever the terminal sends for it.
struct Key {
  enum class Kind : std::uint8_t {
    Character,  ///< `character`, never a control
    Control,    ///< Ctrl and the lower-case letter `character`
    Enter,
    Escape,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    PageUp,
    PageDown,
    Home,
    End,
    Refresh,    ///< F5
    Help,       ///< F1
    Click,      ///< at `row`, `column`
    WheelUp,    ///< at `row`, `column`
    WheelDown,  ///< at `row`, `column`
  };
  Kind kind = Kind::Character;
  char32_t character = 0;
  std::size_t row = 0;
  std::size_t column = 0;
};

inline Key typed(char32_t character) {
  return {Key::Kind::Character, character};
}
inline Key pressed(Key::Kind kind) {
  return {kind};
}

}  // namespace morgue::browse

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "render/results.h"

namespace morgue::cli {

/// Looks up a variable; absent when it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;
Environment process_environment();

enum class ColourMode { Auto, Always, Never };
/// `auto`, `always`, `never`; anything else is auto (the command line is checked before).
ColourMode colour_mode(const std::string& name);

/// What the operating system knows of one stream.
struct Stream {
  bool terminal = false;
  std::size_t columns = 0;  ///< 0: unknown
  std::size_t rows = 0;
};
Stream inspect_stream(int file_descriptor);

/// How to write to a stream, from what is known of it and what the user wants. `--color` outranks NO_COLOR, which
/// outranks what the terminal can; a set COLUMNS outranks the window, so that output can be made the same everywhere.
/// Links only where the terminal is known to have them: others print the address in the middle of the text.
render::TextStyle decide_style(const Stream& stream, const Environment& environment, ColourMode mode);

/// The style of standard output. `colour` is the value of --color.
render::TextStyle text_style(const std::string& colour);

}  // namespace morgue::cli

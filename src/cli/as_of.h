// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>

#include "archive/reader.h"
#include "cli/command.h"

namespace morgue::cli {

/// `--as-of`: the archive as it stood at a moment.
struct AsOfOption {
  std::string text;

  void declare(CLI::App& command);
  /// Throws Error{Usage} for what is no moment.
  [[nodiscard]] std::optional<archive::AsOf> resolve(Day today) const;
  /// The moment in the words of the option: `2026-11-24T23:59:59Z`, `run:12`; empty without one.
  [[nodiscard]] std::string echo(Day today) const;
};

/// Says so if there was no archive yet.
void note_beginning(const Context& context, archive::Reader& reader);

}  // namespace morgue::cli

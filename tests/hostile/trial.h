// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "formats/format.h"

namespace morgue::mutate {

/// What one reading of a file has come to.
struct Outcome {
  std::int64_t articles = 0;
  std::int64_t rejects = 0;
  std::int64_t others = 0;  ///< passed over, skipped, unreadable
  std::int64_t milliseconds = 0;
  std::int64_t memory = 0;  ///< highest so far in this process, bytes
  std::array<char, 200> fault{};
};

/// Reads the file, or the folder, through archive::Intake to its end, and looks at all that comes. Ends the process by
/// a signal when it takes more than five seconds of processor time.
Outcome try_reading(const std::filesystem::path& path, std::optional<formats::Format> format);

}  // namespace morgue::mutate

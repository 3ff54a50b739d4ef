// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace morgue::io {

/// How a web server compressed a page (`Content-Encoding`).
enum class Coding : std::uint8_t {
  Gzip,     ///< also zlib
  Deflate,  ///< zlib, or bare as some servers understood the name
  Brotli,
};

struct Inflated {
  enum class End : std::uint8_t {
    Whole,
    Cut,      ///< the bytes end too early, or are damaged from some place on; `bytes` is what comes before
    TooMuch,  ///< more than `most`
    Foreign,  ///< not of this coding, or damaged where that cannot be told apart; `bytes` is empty
  };
  End end = End::Whole;
  std::string bytes;
};

/// Decompresses bytes in memory, to at most `most`.
Inflated inflate(std::string_view bytes, Coding coding, std::size_t most);

}  // namespace morgue::io

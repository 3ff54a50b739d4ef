// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/bar_style.h"

#include <unistd.h>

#include <string>

namespace morgue::cli {
namespace {

/// By the first of the variables that is set, as the C library does.
bool is_utf8(const Environment& environment) {
  for (const char* const name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const auto locale = environment(name);
    if (!locale || locale->empty()) continue;
    std::string lower;
    for (const char c : *locale) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower.find("utf-8") != std::string::npos || lower.find("utf8") != std::string::npos;
  }
  return false;
}

}  // namespace

render::BarStyle decide_bars(const Stream& stream, const Environment& environment) {
  return stream.terminal && is_utf8(environment) ? render::BarStyle::Blocks : render::BarStyle::Hashes;
}

render::BarStyle bar_style() {
  return decide_bars(inspect_stream(STDOUT_FILENO), process_environment());
}

}  // namespace morgue::cli

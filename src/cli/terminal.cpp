// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <string_view>

namespace morgue::cli {
namespace {

constexpr std::size_t kDefaultColumns = 80;
constexpr int kFirstVteWithLinks = 5000;  // VTE 0.50

std::optional<int> number(const std::optional<std::string>& text) {
  if (!text) return std::nullopt;
  int value = 0;
  const char* const end = text->data() + text->size();
  const auto [stop, error] = std::from_chars(text->data(), end, value);
  if (error != std::errc{} || stop != end || value <= 0) return std::nullopt;
  return value;
}

bool is_set(const std::optional<std::string>& value) {
  return value && !value->empty();
}

bool can_colour(const Environment& environment) {
  const auto term = environment("TERM");
  return is_set(term) && *term != "dumb";
}

bool has_links(const Environment& environment) {
  constexpr std::array<std::string_view, 7> kPrograms = {"iTerm.app", "WezTerm", "vscode", "ghostty",
                                                         "Hyper",     "Tabby",   "rio"};
  constexpr std::array<std::string_view, 4> kTerms = {"xterm-kitty", "xterm-ghostty", "alacritty", "foot"};
  const auto one_of = [](const auto& known, const std::optional<std::string>& value) {
    return value && std::find(known.begin(), known.end(), *value) != known.end();
  };
  const auto term = environment("TERM").value_or("");
  // A multiplexer inherits the variables of the terminal around it but may not pass links on.
  if (term.starts_with("screen") || term.starts_with("tmux")) return false;
  return one_of(kPrograms, environment("TERM_PROGRAM")) || one_of(kTerms, term) ||
         number(environment("VTE_VERSION")).value_or(0) >= kFirstVteWithLinks || is_set(environment("WT_SESSION")) ||
         is_set(environment("KONSOLE_VERSION"));
}

bool wants_colour(const Stream& stream, const Environment& environment, ColourMode mode) {
  if (mode != ColourMode::Auto) return mode == ColourMode::Always;
  return stream.terminal && !is_set(environment("NO_COLOR")) && can_colour(environment);
}

}  // namespace

Environment process_environment() {
  return [](const std::string& name) -> std::optional<std::string> {
    const char* const value = std::getenv(name.c_str());  // NOLINT(concurrency-mt-unsafe): nobody changes it
    if (value == nullptr) return std::nullopt;
    return value;
  };
}

ColourMode colour_mode(const std::string& name) {
  if (name == "always") return ColourMode::Always;
  return name == "never" ? ColourMode::Never : ColourMode::Auto;
}

Stream inspect_stream(int file_descriptor) {
  Stream stream;
  stream.terminal = ::isatty(file_descriptor) == 1;
  winsize window{};
  if (stream.terminal && ::ioctl(file_descriptor, TIOCGWINSZ, &window) == 0) {
    stream.columns = window.ws_col;
    stream.rows = window.ws_row;
  }
  return stream;
}

render::TextStyle decide_style(const Stream& stream, const Environment& environment, ColourMode mode) {
  render::TextStyle style;
  style.colour = wants_colour(stream, environment, mode);
  style.links = style.colour && stream.terminal && has_links(environment);
  style.width = stream.columns > 0 ? stream.columns : kDefaultColumns;
  if (const auto columns = number(environment("COLUMNS"))) style.width = static_cast<std::size_t>(*columns);
  return style;
}

render::TextStyle text_style(const std::string& colour) {
  return decide_style(inspect_stream(STDOUT_FILENO), process_environment(), colour_mode(colour));
}

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/terminal/tmux.h"

#include <thread>

#include "tests/support/process.h"

namespace morgue::terminal {
namespace {

constexpr std::chrono::seconds kPatience{20};  // for a machine with other things to do
constexpr std::chrono::milliseconds kBetweenLooks{30};

}  // namespace

Tmux::Tmux(const std::vector<std::string>& environment) {
  std::vector<std::string> command = {
      "-f", "/dev/null",          "new-session",        "-d",         "-x", "80", "-y", "24", "env",
      "-i", "PATH=/usr/bin:/bin", "TERM=tmux-256color", "PS1=ready$ "};
  command.insert(command.end(), environment.begin(), environment.end());
  for (const char* word : {"bash", "--norc", "--noprofile"}) command.emplace_back(word);
  run(command);
  run({"set-option", "-s", "set-clipboard", "on"});
  run({"set-option", "-s", "escape-time", "0"});
}

Tmux::~Tmux() {
  run({"kill-server"});
}

bool Tmux::is_installed() {
  const test::TempDir folder;
  try {
    return test::run({"tmux", "-V"}, folder.path()).exit_code == 0;
  } catch (const std::exception&) {
    return false;
  }
}

std::string Tmux::run(std::vector<std::string> arguments) const {
  std::vector<std::string> all = {"tmux", "-u", "-S", (folder() / "socket").string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return test::run(all, folder()).out;
}

void Tmux::press(const std::vector<std::string>& keys) const {
  std::vector<std::string> command = {"send-keys"};
  command.insert(command.end(), keys.begin(), keys.end());
  run(command);
}

void Tmux::type(const std::string& text) const {
  run({"send-keys", "-l", text});
}

void Tmux::shell(const std::string& line) const {
  type(line);
  press({"Enter"});
}

void Tmux::resize(int columns, int rows) const {
  run({"resize-window", "-x", std::to_string(columns), "-y", std::to_string(rows)});
}

std::string Tmux::screen() const {
  return run({"capture-pane", "-p"});
}

std::string Tmux::clipboard() const {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  std::string text;
  while (text.empty() && std::chrono::steady_clock::now() < end) {
    text = run({"show-buffer"});
    std::this_thread::sleep_for(kBetweenLooks);
  }
  return text;
}

bool Tmux::becomes(const std::string& text, bool shown) const {
  const auto end = std::chrono::steady_clock::now() + kPatience;
  do {
    if ((screen().find(text) != std::string::npos) == shown) return true;
    std::this_thread::sleep_for(kBetweenLooks);
  } while (std::chrono::steady_clock::now() < end);
  return false;
}

bool Tmux::shows(const std::string& text) const {
  return becomes(text, true);
}

bool Tmux::hides(const std::string& text) const {
  return becomes(text, false);
}

}  // namespace morgue::terminal

// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/web_browser.h"

#include <fcntl.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigset_t is POSIX
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <sstream>
#include <system_error>

namespace morgue::cli {
namespace {

/// Returns 0 or an errno.
int start(const BrowserCommand& command, pid_t& child) {
  posix_spawn_file_actions_t actions{};
  posix_spawnattr_t attributes{};
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  if (!command.in_terminal) {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
      ::posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0);
    }
  }
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);  // which we ignore
  ::posix_spawnattr_setsigdefault(&attributes, &defaults);
  // Away from the terminal's Ctrl-C and Ctrl-Z, which are not meant for it.
  const auto group = command.in_terminal ? 0 : POSIX_SPAWN_SETPGROUP;
  ::posix_spawnattr_setflags(&attributes, static_cast<short>(POSIX_SPAWN_SETSIGDEF | group));
  std::vector<std::string> words = command.arguments;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const int error = ::posix_spawnp(&child, arguments[0], &actions, &attributes, arguments.data(), environ);
  ::posix_spawnattr_destroy(&attributes);
  ::posix_spawn_file_actions_destroy(&actions);
  return error;
}

std::string outcome(const std::string& name, int status) {
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  if (WIFEXITED(status)) return name + " failed with exit code " + std::to_string(WEXITSTATUS(status));
  return name + " was ended by signal " + std::to_string(WTERMSIG(status));
}

}  // namespace

BrowserCommand browser_command(const Environment& environment, const std::string& address) {
  std::string wish = environment("BROWSER").value_or("");
  wish = wish.substr(0, wish.find(':'));
  BrowserCommand command;
  std::istringstream words(wish);
  for (std::string word; words >> word;) command.arguments.push_back(word);
  if (command.arguments.empty()) return {{"xdg-open", address}, false};
  command.in_terminal = command.arguments.back() != "&";
  if (!command.in_terminal) command.arguments.pop_back();
  if (command.arguments.empty()) return {{"xdg-open", address}, false};
  bool placed = false;
  for (std::string& word : command.arguments) {
    const auto at = word.find("%s");
    if (at == std::string::npos) continue;
    word.replace(at, 2, address);
    placed = true;
  }
  if (!placed) command.arguments.push_back(address);
  return command;
}

std::string WebBrowser::open(const BrowserCommand& command) {
  name_ = command.arguments.front();
  pid_t child = 0;
  if (const int error = start(command, child); error != 0) {
    return "cannot run " + name_ + ": " + std::generic_category().message(error) + "; set BROWSER to another program";
  }
  if (!command.in_terminal) {
    child_ = child;
    return {};
  }
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return name_ + ": " + std::generic_category().message(errno);
  }
  return outcome(name_, status);
}

std::string WebBrowser::problem() {
  int status = 0;
  if (!child_ || ::waitpid(*child_, &status, WNOHANG) != *child_) return {};
  child_.reset();
  return outcome(name_, status);
}

}  // namespace morgue::cli

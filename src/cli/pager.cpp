// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/pager.h"

#include <fcntl.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): sigaction is POSIX
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <vector>

#include "core/error.h"

namespace morgue::cli {
namespace {

constexpr int kNotExecutable = 126;  // what a shell returns for a command it cannot run
constexpr int kNotFound = 127;
// Where less is not installed nobody asked for it, so the shell need not say that it is missing.
constexpr const char* kDefaultPager = "command -v less >/dev/null || exit 127; exec less -FRX";

/// Ctrl-C belongs to the pager while it runs, and a pager that ends early must not end us.
class IgnoreSignals {
 public:
  IgnoreSignals() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &ignore, &saved_[i]);
  }
  ~IgnoreSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &saved_[i], nullptr);
  }
  IgnoreSignals(const IgnoreSignals&) = delete;
  IgnoreSignals& operator=(const IgnoreSignals&) = delete;

  static constexpr std::array<int, 3> kSignals = {SIGINT, SIGQUIT, SIGPIPE};

 private:
  std::array<struct sigaction, kSignals.size()> saved_{};
};

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  ~FileDescriptor() { close(); }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }

 private:
  int number_;
};

/// What to start a child with: a pipe as its standard input, and none of our signal settings.
class SpawnPlan {
 public:
  explicit SpawnPlan(int input) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, input, STDIN_FILENO);
    ::posix_spawnattr_init(&attributes_);
    sigset_t defaults;
    sigemptyset(&defaults);
    sigset_t nothing = defaults;
    for (const int signal : IgnoreSignals::kSignals) sigaddset(&defaults, signal);
    ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
    ::posix_spawnattr_setsigmask(&attributes_, &nothing);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnPlan() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  [[nodiscard]] pid_t start_shell(const std::string& command) const {
    std::vector<std::string> words = {"sh", "-c", command};
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::vector<std::string> defaults = missing_defaults();
    std::vector<char*> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) variables.push_back(*entry);
    for (std::string& entry : defaults) variables.push_back(entry.data());
    variables.push_back(nullptr);
    pid_t child = 0;
    const int error = ::posix_spawn(&child, "/bin/sh", &actions_, &attributes_, arguments.data(), variables.data());
    if (error != 0) throw system_error("pager", error);
    return child;
  }

 private:
  /// Pagers that users name without options show colours with these.
  static std::vector<std::string> missing_defaults() {
    std::vector<std::string> defaults;
    const Environment environment = process_environment();
    if (!environment("LESS")) defaults.emplace_back("LESS=FRX");
    if (!environment("LV")) defaults.emplace_back("LV=-c");
    return defaults;
  }

  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Returns 0, or the errno of a failure that is not the reader's leaving.
int write_all(int file_descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file_descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno == EPIPE ? 0 : errno;
    }
  }
  return 0;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw system_error("pager", errno);
  }
  return status;
}

}  // namespace

std::string pager_command(const Environment& environment) {
  for (const char* name : {"MORGUE_PAGER", "PAGER"}) {
    if (const auto value = environment(name)) return *value == "cat" ? "" : *value;
  }
  return kDefaultPager;
}

bool overflows(std::string_view text, std::size_t rows) {
  return rows > 0 && static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= rows;
}

bool run_pager(const std::string& command, std::string_view text) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw system_error("pager", errno);
  FileDescriptor reading(ends[0]);
  FileDescriptor writing(ends[1]);
  const IgnoreSignals ignoring;
  const pid_t child = SpawnPlan(reading.number()).start_shell(command);
  reading.close();
  const int error = write_all(writing.number(), text);
  writing.close();
  const int status = wait_for(child);
  if (error != 0) throw system_error("pager", error);
  return !WIFEXITED(status) || (WEXITSTATUS(status) != kNotFound && WEXITSTATUS(status) != kNotExecutable);
}

void page(Output& out, std::string_view text) {
  const Stream stream = inspect_stream(STDOUT_FILENO);
  if (stream.terminal && overflows(text, stream.rows)) {
    const std::string command = pager_command(process_environment());
    out.flush();
    if (!command.empty() && run_pager(command, text)) return;
  }
  out.write(text);
}

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/run_command.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>  // NOLINT(modernize-deprecated-headers): kill is POSIX
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace morgue::golden {
namespace {

using std::chrono::steady_clock;

[[noreturn]] void fail(const char* what, int error) {
  throw std::system_error(error, std::generic_category(), what);
}

class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) fail("pipe2", errno);
  }
  ~Pipe() {
    ::close(ends_[0]);
    close_writing();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  [[nodiscard]] int reading() const { return ends_[0]; }
  [[nodiscard]] int writing() const { return ends_[1]; }
  void close_writing() {
    if (ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{};
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& text : strings) out.push_back(text.data());
  out.push_back(nullptr);
  return out;
}

/// Starts the shell as the leader of a process group of its own, so that all of it can be killed.
pid_t start(const std::string& command, const std::filesystem::path& folder, std::vector<std::string> environment,
            const Pipe& out, const Pipe& err) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.writing(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.writing(), STDERR_FILENO);
  ::posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  ::posix_spawnattr_init(&attributes);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
  ::posix_spawnattr_setpgroup(&attributes, 0);
  std::vector<std::string> words = {"bash", "-c", command};
  pid_t child = 0;
  const int error =
      ::posix_spawn(&child, "/bin/bash", &actions, &attributes, pointers(words).data(), pointers(environment).data());
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  if (error != 0) fail("bash", error);
  return child;
}

/// Reads both to their ends. False when the time was up first.
bool read_until(steady_clock::time_point deadline, const Pipe& out, const Pipe& err, CommandResult& result) {
  std::array<pollfd, 2> waiting = {pollfd{out.reading(), POLLIN, 0}, pollfd{err.reading(), POLLIN, 0}};
  const std::array<std::string*, 2> sinks = {&result.out, &result.err};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - steady_clock::now()).count();
    if (left <= 0) return false;
    const int ready = ::poll(waiting.data(), waiting.size(), static_cast<int>(left));
    if (ready < 0 && errno != EINTR) fail("poll", errno);
    if (ready <= 0) continue;
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      std::array<char, 65536> buffer{};
      const ssize_t length = ::read(waiting[i].fd, buffer.data(), buffer.size());
      if (length > 0) {
        sinks[i]->append(buffer.data(), static_cast<std::size_t>(length));
      } else if (length == 0 || errno != EINTR) {
        waiting[i].fd = -1;  // poll passes over it
      }
    }
  }
  return true;
}

}  // namespace

CommandResult run_command(const std::string& command, const std::filesystem::path& folder,
                          const std::vector<std::string>& environment, std::chrono::milliseconds time_limit) {
  Pipe out;
  Pipe err;
  const pid_t child = start(command, folder, environment, out, err);
  out.close_writing();
  err.close_writing();
  CommandResult result;
  result.timed_out = !read_until(steady_clock::now() + time_limit, out, err, result);
  if (result.timed_out) ::kill(-child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) fail("waitpid", errno);
  }
  result.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

}  // namespace morgue::golden

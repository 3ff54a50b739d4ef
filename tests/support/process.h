// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

namespace morgue::test {

struct Finished {
  int exit_code = 0;  ///< 128 + signal when killed
  std::string out;
  std::string err;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A child whose output goes to files in a folder of the test's.
class Process {
 public:
  Process(const std::vector<std::string>& arguments, std::filesystem::path scratch) : scratch_(std::move(scratch)) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, out().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    posix_spawn_file_actions_addopen(&actions, 2, err().c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    std::vector<char*> argv;
    std::vector<std::string> copies = arguments;
    for (auto& argument : copies) argv.push_back(argument.data());
    argv.push_back(nullptr);
    const int error = posix_spawnp(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) throw std::runtime_error("cannot run " + arguments.front());
  }

  void kill(int signal) const { ::kill(pid_, signal); }

  Finished wait() {
    int status = 0;
    waitpid(pid_, &status, 0);
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return {code, read_file(out()), read_file(err())};
  }

 private:
  [[nodiscard]] std::string out() const { return (scratch_ / "stdout").string(); }
  [[nodiscard]] std::string err() const { return (scratch_ / "stderr").string(); }

  std::filesystem::path scratch_;
  pid_t pid_ = 0;
};

/// Runs to the end.
inline Finished run(const std::vector<std::string>& arguments, const std::filesystem::path& scratch) {
  return Process(arguments, scratch).wait();
}

}  // namespace morgue::test

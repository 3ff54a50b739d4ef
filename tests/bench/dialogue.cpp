// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/dialogue.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace morgue::bench {
namespace {

constexpr std::size_t kChunk = 4096;

std::array<int, 2> make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  return ends;
}

}  // namespace

Dialogue::Dialogue(std::vector<std::string> command) {
  const auto [in, to] = make_pipe();
  const auto [from, out] = make_pipe();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in, 0);
  posix_spawn_file_actions_adddup2(&actions, out, 1);
  std::vector<char*> argv;
  for (auto& argument : command) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const int error = posix_spawnp(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(in);
  close(out);
  to_ = to;
  from_ = from;
  if (error != 0) throw std::runtime_error("cannot run " + command.front());
}

Dialogue::~Dialogue() {
  close(to_);
  close(from_);
  waitpid(pid_, nullptr, 0);
}

std::string Dialogue::ask(const std::string& line) {
  const std::string sent = line + "\n";
  for (std::size_t done = 0; done < sent.size();) {
    const ssize_t count = write(to_, sent.data() + done, sent.size() - done);
    if (count <= 0) throw std::runtime_error("the program asked does not listen");
    done += static_cast<std::size_t>(count);
  }
  for (;;) {
    if (const auto end = read_.find('\n'); end != std::string::npos) {
      std::string answer = read_.substr(0, end);
      read_.erase(0, end + 1);
      return answer;
    }
    std::array<char, kChunk> chunk{};
    const ssize_t count = read(from_, chunk.data(), chunk.size());
    if (count <= 0) throw std::runtime_error("the program asked gives no answer to: " + line);
    read_.append(chunk.data(), static_cast<std::size_t>(count));
  }
}

}  // namespace morgue::bench

// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/run_program.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <system_error>

#include "core/error.h"

namespace morgue::jobs {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(const std::string& program, int number) {
  throw Error(ErrorCode::Io, "cannot run " + program + ": " + std::generic_category().message(number));
}

/// Files instead of pipes: nobody waits for anybody, however much is written.
File scratch(const std::string& program, std::string_view contents = {}) {
  File file(std::tmpfile());
  if (file == nullptr) fail(program, errno);
  if (contents.empty()) return file;
  if (std::fwrite(contents.data(), 1, contents.size(), file.get()) != contents.size() || std::fflush(file.get()) != 0) {
    fail(program, errno);
  }
  std::rewind(file.get());
  return file;
}

std::string contents_of(std::FILE* file) {
  std::string out;
  if (file == nullptr) return out;
  std::array<char, 4096> buffer{};
  std::rewind(file);
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file)) out.append(buffer.data(), size);
  return out;
}

class Streams {
 public:
  Streams(std::FILE* in, std::FILE* out, std::FILE* err) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, ::fileno(in), STDIN_FILENO);
    if (out != nullptr) ::posix_spawn_file_actions_adddup2(&actions_, ::fileno(out), STDOUT_FILENO);
    if (err != nullptr) ::posix_spawn_file_actions_adddup2(&actions_, ::fileno(err), STDERR_FILENO);
    ::posix_spawnattr_init(&attributes_);
    sigset_t all;
    sigset_t none;
    sigfillset(&all);
    sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  ~Streams() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  int start(pid_t& child, std::vector<char*>& arguments) const {
    return ::posix_spawnp(&child, arguments[0], &actions_, &attributes_, arguments.data(), environ);
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

}  // namespace

ProgramResult run_program(const std::vector<std::string>& arguments, std::string_view input, Output output) {
  const std::string& program = arguments.front();
  const File in = scratch(program, input);
  File out;
  File err;
  if (output == Output::Kept) {
    out = scratch(program);
    err = scratch(program);
  }
  std::vector<std::string> words = arguments;
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  pid_t child = 0;
  const int error = Streams(in.get(), out.get(), err.get()).start(child, pointers);
  if (error == ENOENT || error == EACCES) return {127, {}, program + ": there is no such program"};
  if (error != 0) fail(program, error);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) fail(program, errno);
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, contents_of(out.get()), contents_of(err.get())};
}

int run_hook(const std::string& command, const std::filesystem::path& archive, std::string_view input) {
  const std::string assignment = "MORGUE_ARCHIVE=" + std::filesystem::absolute(archive).lexically_normal().string();
  return run_program({"env", assignment, "sh", "-c", command}, input, Output::Inherited).exit_code;
}

}  // namespace morgue::jobs

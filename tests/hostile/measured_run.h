// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace morgue::hostile {

struct Measured {
  int exit_code = 0;
  std::string out;
  std::string err;
  double seconds = 0;  ///< of the processor
  long peak_mb = 0;
};

/// Runs a program to its end, its memory and time with it.
inline Measured run_measured(const std::vector<std::string>& arguments, const std::filesystem::path& scratch) {
  rusage before{};
  getrusage(RUSAGE_CHILDREN, &before);
  // A shell between resets the peak: it is of the largest child so far, so each has a parent of its own.
  int pipe_ends[2];
  if (pipe(pipe_ends) != 0) throw std::runtime_error("pipe failed");
  const pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("fork failed");
  if (pid == 0) {
    const auto finished = test::run(arguments, scratch);
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const long memory = usage.ru_maxrss;
    const bool written = write(pipe_ends[1], &memory, sizeof memory) == sizeof memory;
    std::_Exit(written ? finished.exit_code : 99);
  }
  close(pipe_ends[1]);
  long memory = 0;
  if (read(pipe_ends[0], &memory, sizeof memory) != sizeof memory) memory = -1;
  close(pipe_ends[0]);
  int status = 0;
  waitpid(pid, &status, 0);
  rusage after{};
  getrusage(RUSAGE_CHILDREN, &after);
  const auto seconds = [](const rusage& usage) {
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
  };
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), test::read_file(scratch / "stdout"),
          test::read_file(scratch / "stderr"), seconds(after) - seconds(before), memory / 1024};
}

}  // namespace morgue::hostile

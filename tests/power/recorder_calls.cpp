// SPDX-License-Identifier: GPL-2.0-or-later
// The calls of libc that change files, as a program sees them that this library is preloaded into. Each does what libc
// does and logs it. What libc does in itself (a FILE that is written through its buffer) is not seen here: the test
// compares what it worked out with what is on the disk in the end, so nothing can be missed silently.
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>   // NOLINT(modernize-deprecated-headers): POSIX functions, not those of std
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers)
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <mutex>
#include <string>

#include "tests/power/recorder.h"

namespace {

using morgue::power::Op;
using morgue::power::Recorder;

template <typename Call>
Call* next(const char* name) {
  return reinterpret_cast<Call*>(dlsym(RTLD_NEXT, name));
}

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): the type is that of the function that is replaced
#define REAL(name) static auto* const real = next<decltype(name)>(#name)

int open_logged(int at, const char* path, int flags, mode_t mode) {
  REAL(openat);
  Recorder& recorder = Recorder::get();
  const std::lock_guard guard(recorder);
  const int fd = real(at, path, flags, mode);
  const int error = errno;
  if (fd >= 0) recorder.opened(fd, Recorder::absolute(at, path), flags);
  errno = error;
  return fd;
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

ssize_t write_logged(int fd, const void* data, size_t size, off_t offset) {
  REAL(pwrite);
  Recorder& recorder = Recorder::get();
  const std::lock_guard guard(recorder);
  const ssize_t written = real(fd, data, size, offset);
  const int error = errno;
  if (written > 0) {
    recorder.log(Op::Write, fd, offset, {}, {}, {static_cast<const char*>(data), static_cast<size_t>(written)});
  }
  errno = error;
  return written;
}

int on_paths(Op op, const char* from, const char* to, int at_from, int at_to, int result) {
  const int error = errno;
  Recorder& recorder = Recorder::get();
  const std::string first = Recorder::absolute(at_from, from);
  const std::string second = to == nullptr ? "" : Recorder::absolute(at_to, to);
  if (result == 0 && (recorder.watches(first) || recorder.watches(second))) recorder.log(op, -1, 0, first, second);
  errno = error;
  return result;
}

int on_descriptor(Op op, int fd, std::int64_t value, int result) {
  const int error = errno;
  Recorder& recorder = Recorder::get();
  if (result == 0 && recorder.watches(fd)) recorder.log(op, fd, value);
  errno = error;
  return result;
}

}  // namespace

extern "C" {

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_logged(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_logged(AT_FDCWD, path, flags, mode);
}
int openat(int at, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  REAL(openat);
  Recorder& recorder = Recorder::get();
  const std::lock_guard guard(recorder);
  const int fd = real(at, path, flags, mode);
  const int error = errno;
  if (fd >= 0) recorder.opened(fd, Recorder::absolute(at, path), flags);
  errno = error;
  return fd;
}
int openat64(int at, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_logged(at, path, flags, mode);
}
int __open_2(const char* path, int flags) {  // NOLINT(bugprone-reserved-identifier): what FORTIFY makes of open
  return open_logged(AT_FDCWD, path, flags, 0);
}
int __open64_2(const char* path, int flags) {  // NOLINT(bugprone-reserved-identifier)
  return open_logged(AT_FDCWD, path, flags, 0);
}

FILE* fopen(const char* path, const char* mode) {
  REAL(fopen);
  Recorder& recorder = Recorder::get();
  const std::lock_guard guard(recorder);
  FILE* file = real(path, mode);
  const int error = errno;
  const bool writes = mode[0] != 'r';
  const int flags = !writes ? O_RDONLY : O_WRONLY | O_CREAT | (mode[0] == 'w' ? O_TRUNC : O_APPEND);
  if (file != nullptr) recorder.opened(fileno(file), Recorder::absolute(AT_FDCWD, path), flags);
  errno = error;
  return file;
}
FILE* fopen64(const char* path, const char* mode) {
  return fopen(path, mode);
}

int close(int fd) {
  REAL(close);
  Recorder& recorder = Recorder::get();
  const std::lock_guard guard(recorder);
  recorder.closed(fd);
  return real(fd);
}
int fclose(FILE* file) {
  REAL(fclose);
  Recorder& recorder = Recorder::get();
  const std::lock_guard guard(recorder);
  recorder.closed(fileno(file));
  return real(file);
}

ssize_t write(int fd, const void* data, size_t size) {
  REAL(write);
  Recorder& recorder = Recorder::get();
  if (!recorder.watches(fd)) return real(fd, data, size);
  const std::lock_guard guard(recorder);
  const bool append = (fcntl(fd, F_GETFL) & O_APPEND) != 0;
  const off_t at = lseek(fd, 0, append ? SEEK_END : SEEK_CUR);
  const ssize_t written = real(fd, data, size);
  const int error = errno;
  if (written > 0) {
    recorder.log(Op::Write, fd, at, {}, {}, {static_cast<const char*>(data), static_cast<size_t>(written)});
  }
  errno = error;
  return written;
}
ssize_t writev(int fd, const struct iovec* parts, int count) {
  REAL(writev);
  if (!Recorder::get().watches(fd)) return real(fd, parts, count);
  std::string all;
  for (int i = 0; i < count; ++i) all.append(static_cast<const char*>(parts[i].iov_base), parts[i].iov_len);
  return write(fd, all.data(), all.size());
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t offset) {
  REAL(pwrite);
  return Recorder::get().watches(fd) ? write_logged(fd, data, size, offset) : real(fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t offset) {
  return pwrite(fd, data, size, offset);
}

int ftruncate(int fd, off_t length) {
  REAL(ftruncate);
  const std::lock_guard guard(Recorder::get());
  return on_descriptor(Op::Truncate, fd, length, real(fd, length));
}
int ftruncate64(int fd, off64_t length) {
  return ftruncate(fd, length);
}
int fsync(int fd) {
  REAL(fsync);
  const std::lock_guard guard(Recorder::get());
  return on_descriptor(Op::Sync, fd, 0, real(fd));
}
int fdatasync(int fd) {
  REAL(fdatasync);
  const std::lock_guard guard(Recorder::get());
  return on_descriptor(Op::Sync, fd, 0, real(fd));
}
// A file that grows without being written would have to be worked out: nobody here does it.
int posix_fallocate(int fd, off_t from, off_t length) {
  REAL(posix_fallocate);
  return on_descriptor(Op::Unknown, fd, from, real(fd, from, length));
}
int posix_fallocate64(int fd, off64_t from, off64_t length) {
  return posix_fallocate(fd, from, length);
}

int rename(const char* from, const char* to) {
  REAL(rename);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Rename, from, to, AT_FDCWD, AT_FDCWD, real(from, to));
}
int renameat2(int at_from, const char* from, int at_to, const char* to, unsigned flags) {
  REAL(renameat2);
  const std::lock_guard guard(Recorder::get());
  const Op op = (flags & RENAME_EXCHANGE) != 0 ? Op::Swap : Op::Rename;
  return on_paths(op, from, to, at_from, at_to, real(at_from, from, at_to, to, flags));
}
int link(const char* from, const char* to) {
  REAL(link);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Link, from, to, AT_FDCWD, AT_FDCWD, real(from, to));
}
int symlink(const char* to, const char* path) {
  REAL(symlink);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Unknown, path, nullptr, AT_FDCWD, AT_FDCWD, real(to, path));
}
int unlink(const char* path) {
  REAL(unlink);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Unlink, path, nullptr, AT_FDCWD, AT_FDCWD, real(path));
}
int unlinkat(int at, const char* path, int flags) {
  REAL(unlinkat);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Unlink, path, nullptr, at, AT_FDCWD, real(at, path, flags));
}
int remove(const char* path) {
  REAL(remove);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Unlink, path, nullptr, AT_FDCWD, AT_FDCWD, real(path));
}
int rmdir(const char* path) {
  REAL(rmdir);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Unlink, path, nullptr, AT_FDCWD, AT_FDCWD, real(path));
}
int mkdir(const char* path, mode_t mode) {
  REAL(mkdir);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Mkdir, path, nullptr, AT_FDCWD, AT_FDCWD, real(path, mode));
}
int mkdirat(int at, const char* path, mode_t mode) {
  REAL(mkdirat);
  const std::lock_guard guard(Recorder::get());
  return on_paths(Op::Mkdir, path, nullptr, at, AT_FDCWD, real(at, path, mode));
}

}  // extern "C"

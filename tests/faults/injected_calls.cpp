// SPDX-License-Identifier: GPL-2.0-or-later
// The calls of libc that can fail, as a program sees them that this library is preloaded into: they do what libc does,
// until one is told to fail.
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>   // NOLINT(modernize-deprecated-headers): POSIX functions, not those of std
#include <stdlib.h>  // NOLINT(modernize-deprecated-headers)
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdarg>

#include "tests/faults/injector.h"

namespace {

using morgue::faults::Call;
using morgue::faults::concerns;
using morgue::faults::judge;
using morgue::faults::opened;
using morgue::faults::Verdict;

template <typename Function>
Function* next(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): the type is that of the function that is replaced
#define REAL(name) static auto* const real = next<decltype(name)>(#name)

bool fails(Call call) {
  const Verdict verdict = judge(call);
  if (verdict.error != 0) errno = verdict.error;
  return verdict.error != 0;
}

// NOLINTNEXTLINE(cppcoreguidelines-macro-usage): the address must be that of the caller of malloc
#define NO_MEMORY (!morgue::faults::is_of_icu(__builtin_return_address(0)) && fails(Call::Memory))

bool fails(Call call, int at, const char* path) {
  return concerns(at, path) && fails(call);
}

/// How many bytes a call may read or write; -1: it fails.
ssize_t allowed(Call call, int fd, size_t size) {
  if (!concerns(fd)) return static_cast<ssize_t>(size);
  const Verdict verdict = judge(call);
  if (verdict.error != 0) {
    errno = verdict.error;
    return -1;
  }
  return static_cast<ssize_t>(verdict.half && size > 1 ? size / 2 : size);
}

int open_judged(int at, const char* path, int flags, mode_t mode) {
  static auto* const real = next<int(int, const char*, int, ...)>("openat");
  if (fails(Call::Open, at, path)) return -1;
  const int fd = real(at, path, flags, mode);
  opened(fd, concerns(at, path));
  return fd;
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, mode_t) : 0;
}

using Main = int (*)(int, char**, char**);
Main real_main;

int judged_main(int argc, char** argv, char** environment) {
  morgue::faults::begin();
  const int code = real_main(argc, argv, environment);
  morgue::faults::end();
  return code;
}

}  // namespace

extern "C" {

// NOLINTBEGIN(bugprone-reserved-identifier): names of libc
int __libc_start_main(Main main, int argc, char** argv, void (*init)(), void (*fini)(), void (*rtld_fini)(),
                      void* stack_end) {
  REAL(__libc_start_main);
  real_main = main;
  return real(judged_main, argc, argv, init, fini, rtld_fini, stack_end);
}

// dlsym allocates, so libc's own names are used for these.
void* __libc_malloc(size_t size);
void* __libc_calloc(size_t count, size_t size);
void* __libc_realloc(void* old, size_t size);
void* __libc_memalign(size_t alignment, size_t size);

void* malloc(size_t size) {
  return NO_MEMORY ? nullptr : __libc_malloc(size);
}
void* calloc(size_t count, size_t size) {
  return NO_MEMORY ? nullptr : __libc_calloc(count, size);
}
void* realloc(void* old, size_t size) {
  return NO_MEMORY ? nullptr : __libc_realloc(old, size);
}
void* aligned_alloc(size_t alignment, size_t size) {
  return NO_MEMORY ? nullptr : __libc_memalign(alignment, size);
}
int posix_memalign(void** out, size_t alignment, size_t size) {
  if (NO_MEMORY) return ENOMEM;
  *out = __libc_memalign(alignment, size);
  return *out == nullptr ? ENOMEM : 0;
}

int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_judged(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_judged(AT_FDCWD, path, flags, mode);
}
int openat64(int at, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_judged(at, path, flags, mode);
}
int __open_2(const char* path, int flags) {
  return open_judged(AT_FDCWD, path, flags, 0);
}
int __open64_2(const char* path, int flags) {
  return open_judged(AT_FDCWD, path, flags, 0);
}
// NOLINTEND(bugprone-reserved-identifier)
FILE* fopen(const char* path, const char* mode) {
  REAL(fopen);
  if (fails(Call::Open, AT_FDCWD, path)) return nullptr;
  FILE* file = real(path, mode);
  if (file != nullptr) opened(fileno(file), concerns(AT_FDCWD, path));
  return file;
}
FILE* fopen64(const char* path, const char* mode) {
  return fopen(path, mode);
}
int close(int fd) {
  REAL(close);
  opened(fd, false);
  return real(fd);
}

ssize_t read(int fd, void* data, size_t size) {
  REAL(read);
  const ssize_t most = allowed(Call::Read, fd, size);
  return most < 0 ? -1 : real(fd, data, static_cast<size_t>(most));
}
ssize_t pread(int fd, void* data, size_t size, off_t offset) {
  REAL(pread);
  const ssize_t most = allowed(Call::Read, fd, size);
  return most < 0 ? -1 : real(fd, data, static_cast<size_t>(most), offset);
}
ssize_t pread64(int fd, void* data, size_t size, off64_t offset) {
  return pread(fd, data, size, offset);
}
ssize_t write(int fd, const void* data, size_t size) {
  REAL(write);
  const ssize_t most = allowed(Call::Write, fd, size);
  return most < 0 ? -1 : real(fd, data, static_cast<size_t>(most));
}
ssize_t writev(int fd, const struct iovec* parts, int count) {
  REAL(writev);
  return concerns(fd) && fails(Call::Write) ? -1 : real(fd, parts, count);
}
ssize_t pwrite(int fd, const void* data, size_t size, off_t offset) {
  REAL(pwrite);
  const ssize_t most = allowed(Call::Write, fd, size);
  return most < 0 ? -1 : real(fd, data, static_cast<size_t>(most), offset);
}
ssize_t pwrite64(int fd, const void* data, size_t size, off64_t offset) {
  return pwrite(fd, data, size, offset);
}
int fsync(int fd) {
  REAL(fsync);
  return concerns(fd) && fails(Call::Sync) ? -1 : real(fd);
}
int fdatasync(int fd) {
  REAL(fdatasync);
  return concerns(fd) && fails(Call::Sync) ? -1 : real(fd);
}
int ftruncate(int fd, off_t length) {
  REAL(ftruncate);
  return concerns(fd) && fails(Call::Name) ? -1 : real(fd, length);
}
int ftruncate64(int fd, off64_t length) {
  return ftruncate(fd, length);
}
int rename(const char* from, const char* to) {
  REAL(rename);
  return fails(Call::Name, AT_FDCWD, from) ? -1 : real(from, to);
}
int link(const char* from, const char* to) {
  REAL(link);
  return fails(Call::Name, AT_FDCWD, from) ? -1 : real(from, to);
}
int unlink(const char* path) {
  REAL(unlink);
  return fails(Call::Name, AT_FDCWD, path) ? -1 : real(path);
}
int unlinkat(int at, const char* path, int flags) {
  REAL(unlinkat);
  return fails(Call::Name, at, path) ? -1 : real(at, path, flags);
}
int remove(const char* path) {
  REAL(remove);
  return fails(Call::Name, AT_FDCWD, path) ? -1 : real(path);
}
int mkdir(const char* path, mode_t mode) {
  REAL(mkdir);
  return fails(Call::Name, AT_FDCWD, path) ? -1 : real(path, mode);
}
void* mmap(void* address, size_t size, int protection, int flags, int fd, off_t offset) {
  REAL(mmap);
  return concerns(fd) && fails(Call::Map) ? MAP_FAILED : real(address, size, protection, flags, fd, offset);
}
void* mmap64(void* address, size_t size, int protection, int flags, int fd, off64_t offset) {
  return mmap(address, size, protection, flags, fd, offset);
}
int pthread_create(pthread_t* thread, const pthread_attr_t* attributes, void* (*start)(void*), void* argument) {
  REAL(pthread_create);
  const Verdict verdict = judge(Call::Thread);
  return verdict.error != 0 ? verdict.error : real(thread, attributes, start, argument);
}

}  // extern "C"

// SPDX-License-Identifier: GPL-2.0-or-later
// Containers and compression, through a file in memory.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "io/walk.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int fd = memfd_create("dump", MFD_CLOEXEC);
  if (fd < 0 || write(fd, data, size) != static_cast<ssize_t>(size)) std::abort();
  morgue::io::WalkLimits limits;
  limits.member_bytes = 1U << 20U;
  {
    morgue::io::Walker walker({"/proc/self/fd/" + std::to_string(fd)}, limits);
    std::vector<char> block(4096);
    // A small file can hold any number of empty members; that many are no use here.
    constexpr int kMembers = 1000;
    for (int members = 0; members < kMembers; ++members) {
      auto found = walker.next();
      if (!found) break;
      auto* entry = std::get_if<morgue::io::Entry>(&*found);
      if (entry == nullptr) continue;
      try {
        while (entry->bytes->read(block) > 0) {
        }
      } catch (const morgue::Error&) {
        continue;
      }
    }
  }
  close(fd);
  return 0;
}

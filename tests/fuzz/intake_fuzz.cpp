// SPDX-License-Identifier: GPL-2.0-or-later
// A file as it may lie in a folder of dumps: containers, detection, every reader and extraction in one.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

#include "archive/intake.h"
#include "tests/support/sound_item.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto names = morgue::formats::format_names();
  // The first byte names the format; most values leave that to the bytes.
  const std::size_t choice = data[0];
  morgue::archive::IntakeOptions options;
  if (choice < names.size()) options.format = morgue::formats::format_from_name(names[choice]);
  const int fd = memfd_create("dump", MFD_CLOEXEC);
  if (fd < 0 || write(fd, data + 1, size - 1) != static_cast<ssize_t>(size - 1)) std::abort();
  options.paths = {"/proc/self/fd/" + std::to_string(fd)};
  {
    morgue::archive::Intake intake(std::move(options));
    std::int64_t counted = 0;
    // A small file can hold any number of empty records; that many are no use here.
    constexpr std::int64_t kRecords = 2000;
    while (counted < kRecords) {
      const auto item = intake.next();
      if (!item) break;
      if (!morgue::test::fault_of(*item).empty()) std::abort();
      if (morgue::test::is_record(*item)) ++counted;
      if (intake.records() != counted) std::abort();
    }
  }
  close(fd);
  return 0;
}

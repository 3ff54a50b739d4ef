// SPDX-License-Identifier: GPL-2.0-or-later
// Mapping files: what is no mapping is refused, with a hint.
#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "cli/map_file.h"
#include "core/error.h"
#include "formats/toml_fields.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const int fd = memfd_create("map", MFD_CLOEXEC);
  if (fd < 0 || write(fd, data, size) != static_cast<ssize_t>(size)) std::abort();
  try {
    for (const auto& mapping : morgue::cli::read_map_file("/proc/self/fd/" + std::to_string(fd)).mappings) {
      if (mapping.field.empty() || mapping.path.empty()) std::abort();
    }
  } catch (const morgue::Error& error) {
    if (error.code() != morgue::ErrorCode::Usage || error.hint().empty()) std::abort();
  }
  close(fd);
  // The same kind of file as front matter, by our own reader.
  std::vector<morgue::Field> fields;
  const std::string toml = morgue::text::repair_utf8(std::string(data, data + size));
  if (!morgue::formats::toml_fields(toml, {}, fields)) {
    for (const auto& field : fields) {
      if (!morgue::text::is_valid_utf8(field.path) || !morgue::text::is_valid_utf8(field.value)) std::abort();
    }
  }
  return 0;
}

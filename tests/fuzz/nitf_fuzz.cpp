// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/fuzz/fuzz_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  morgue::fuzz::read_dump(morgue::formats::Format::Nitf, data, size);
  return 0;
}

// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string>

#include "formats/detect_page.h"
#include "formats/format.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string head;
  for (std::size_t i = 0; i < size; ++i) head += static_cast<char>(data[i]);
  for (const char* name : {"dump", "dump.csv", "dump.tsv.gz", "dump.jsonl", "dump.json", "dump.txt"}) {
    morgue::formats::detect(head, name);
  }
  morgue::formats::page_evidence(head);
  return 0;
}

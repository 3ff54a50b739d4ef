// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/golden/update.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace morgue::golden {

bool update_wanted() {
  const char* value = std::getenv("MORGUE_UPDATE_GOLDEN");
  return value != nullptr && std::string(value) == "1";
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

void update_file(const std::filesystem::path& path, const std::string& before, const std::string& after) {
  if (after == before) return;
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << after;
  out.close();
  if (!out) throw std::runtime_error("cannot write " + path.string());
  std::cout << "updated " << path.filename().string() << "\n";
}

}  // namespace morgue::golden

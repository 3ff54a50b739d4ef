// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

/// The file whole, then its first so many bytes, a few more each time: dumps break off anywhere.
void replay(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  std::vector<std::uint8_t> data(bytes.begin(), bytes.end());
  LLVMFuzzerTestOneInput(data.data(), data.size());
  constexpr std::size_t kCuts = 50;
  for (std::size_t cut = 0; cut < kCuts; ++cut) {
    std::vector<std::uint8_t> part(data.begin(), data.begin() + static_cast<std::ptrdiff_t>(data.size() * cut / kCuts));
    LLVMFuzzerTestOneInput(part.data(), part.size());
  }
}

}  // namespace

/// Runs a fuzz target over the files of a folder. A target ends the program when it finds a fault.
int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: NAME_replay FOLDER\n";
    return 2;
  }
  std::size_t files = 0;
  try {
    for (const auto& entry : std::filesystem::directory_iterator(argv[1])) {
      if (!entry.is_regular_file()) continue;
      std::cout << entry.path().filename().string() << std::endl;  // flushed: it may be the last
      replay(entry.path());
      ++files;
    }
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  if (files == 0) std::cerr << "no file in " << argv[1] << '\n';
  return files == 0 ? 1 : 0;
}

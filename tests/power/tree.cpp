// SPDX-License-Identifier: GPL-2.0-or-later
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/power/disk.h"

namespace morgue::power {
namespace {

namespace fs = std::filesystem;

std::string contents_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<Record> read_log(const fs::path& file) {
  const std::string log = contents_of(file);
  std::vector<Record> records;
  for (std::size_t at = 0; at < log.size();) {
    RecordHeader header{};
    if (log.size() - at < sizeof header) throw std::runtime_error("the log is cut");
    log.copy(reinterpret_cast<char*>(&header), sizeof header, at);
    at += sizeof header;
    if (log.size() - at < header.path + header.second + header.data) throw std::runtime_error("the log is cut");
    Record record{header.op, header.fd, header.value, log.substr(at, header.path), {}, {}};
    record.second = log.substr(at + header.path, header.second);
    record.data = log.substr(at + header.path + header.second, header.data);
    at += header.path + header.second + header.data;
    records.push_back(std::move(record));
  }
  return records;
}

Tree read_tree(const fs::path& root) {
  Tree tree;
  if (!fs::is_directory(root)) {
    tree["."] = contents_of(root);
    return tree;
  }
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string path = fs::relative(entry.path(), root).string();
    tree[path] = entry.is_directory() ? std::nullopt : std::optional(contents_of(entry.path()));
  }
  return tree;
}

void write_tree(const Tree& tree, const fs::path& root) {
  fs::create_directories(root);
  for (const auto& [path, contents] : tree) {  // folders come before what is in them
    if (!contents) {
      fs::create_directory(root / path);
    } else {
      std::ofstream(root / path, std::ios::binary) << *contents;
    }
  }
}

}  // namespace morgue::power

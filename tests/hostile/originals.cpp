// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/hostile/originals.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "formats/format.h"
#include "io/buffered_input.h"
#include "io/content_kind.h"
#include "io/walk.h"
#include "tests/io/packing.h"

namespace morgue::mutate {
namespace {

constexpr std::size_t kHead = 64U << 10U;

std::string read_start(const std::filesystem::path& path, std::size_t most) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes(most, '\0');
  file.read(bytes.data(), static_cast<std::streamsize>(most));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string packing_of(std::string_view bytes) {
  switch (io::content_kind(bytes.substr(0, io::kContentHead))) {
    case io::ContentKind::Plain:
      return "";
    case io::ContentKind::Gzip:
      return " in gzip";
    case io::ContentKind::Zstd:
      return " in zstd";
    case io::ContentKind::Bzip2:
      return " in bzip2";
    case io::ContentKind::Xz:
      return " in xz";
    case io::ContentKind::Tar:
      return " in tar";
    case io::ContentKind::Zip:
      return " in zip";
  }
  return "";
}

/// The first dump in a file, its start and its format.
struct Unpacked {
  std::string bytes;
  std::string format;
};
std::optional<Unpacked> unpack(const std::filesystem::path& path, std::size_t most) {
  io::Walker walker(std::vector<std::string>{path.string()});
  while (auto found = walker.next()) {
    auto* entry = std::get_if<io::Entry>(&*found);
    if (entry == nullptr) continue;
    io::BufferedInput input(*entry->bytes);
    Unpacked out;
    out.bytes = input.peek(std::max(most, kHead));
    const auto format = formats::detect(std::string_view(out.bytes).substr(0, kHead), entry->name);
    if (!format) continue;
    out.format = formats::name_of(*format);
    out.bytes.resize(std::min(out.bytes.size(), most));
    return out;
  }
  return std::nullopt;
}

std::string without_packing(std::string name) {
  for (const std::string_view ending : {".gz", ".zst", ".zip", ".bz2", ".xz"}) {
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

/// What archives may hold a dump in, of the first few originals of each plain family.
void pack_some(Families& families) {
  constexpr std::size_t kEach = 3;
  Families packed;
  for (const auto& [family, originals] : families) {
    if (family.find(" in ") != family.npos) continue;
    test::Members members;
    for (const Original& original : originals) {
      if (members.size() < kEach) members.emplace_back(original.name, original.bytes);
    }
    packed["any in tar"].push_back({"pack.tar", test::tar(members)});
    packed["any in zip"].push_back({"pack.zip", test::zip(members)});
    packed["any in zip"].push_back(
        {"pack.zip", test::pack(test::set_stored_zip, archive_write_add_filter_none, members)});
    packed["any in tar.gz"].push_back({"pack.tar.gz", test::gzip(test::tar(members))});
    packed["any in zip in tar"].push_back({"pack.tar", test::tar({{"pack.zip", test::zip(members)}})});
    for (const auto& [name, content] : members) {
      packed["any in gzip"].push_back({name + ".gz", test::gzip(content)});
      packed["any in zstd"].push_back({name + ".zst", test::compressed(archive_write_add_filter_zstd, content)});
      packed["any in bzip2"].push_back({name + ".bz2", test::compressed(archive_write_add_filter_bzip2, content)});
      packed["any in xz"].push_back({name + ".xz", test::compressed(archive_write_add_filter_xz, content)});
    }
  }
  families.merge(packed);
}

}  // namespace

Families find_originals(const std::vector<std::filesystem::path>& folders, std::size_t most) {
  std::vector<std::filesystem::path> paths;
  for (const auto& folder : folders) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
      if (entry.is_regular_file()) paths.push_back(entry.path());
    }
  }
  std::sort(paths.begin(), paths.end());
  Families families;
  for (const auto& path : paths) {
    auto unpacked = unpack(path, most);
    if (!unpacked) continue;
    const std::string name = path.filename().string();
    std::string bytes = read_start(path, most);
    const std::string packing = packing_of(bytes);
    if (!packing.empty()) families[unpacked->format + packing].push_back({name, std::move(bytes)});
    families[unpacked->format].push_back({without_packing(name), std::move(unpacked->bytes)});
  }
  pack_some(families);
  return families;
}

}  // namespace morgue::mutate

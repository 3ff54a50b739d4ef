// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_version.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>

#include "index/blob.h"

namespace morgue::index::glass {
namespace {

using std::string_view_literals::operator""sv;

// Year since 2014, month and day of the format in 7, 4 and 5 bits: 14 March 2016. Another format has another date.
constexpr std::string_view kMagic = "\x0F\x0DXapian Glass\x04\x6E"sv;

constexpr std::size_t kUuidSize = 16;
constexpr std::size_t kLongestRead = 128;  // more than the first root takes
constexpr unsigned kBlockSizeUnit = 2048;
constexpr unsigned kCompressAbove = 18;  // what Xapian itself would compress if it updated the table
constexpr unsigned kNeverCompress = 0;

enum RootFlags : unsigned {
  kFake = 1,        // no tree: Xapian imagines an empty leaf
  kSequential = 2,  // leaves stand in the file in order of their keys
};

/// Random, in the form of a version 4 UUID.
void append_uuid(std::string& out) {
  std::array<unsigned char, kUuidSize> bytes{};
  std::random_device source;
  std::generate(bytes.begin(), bytes.end(), [&source] { return static_cast<unsigned char>(source() & 0xFFU); });
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
  for (const unsigned char byte : bytes) out.push_back(static_cast<char>(byte));
}

void append_root(std::string& out, const TableRoot& root, unsigned compress_above) {
  const bool fake = root.entries == 0;
  append_uint(out, root.block);
  append_uint(out, root.level << 2 | kSequential | (fake ? kFake : 0U));
  append_uint(out, root.entries);
  append_uint(out, kBlockSize / kBlockSizeUnit);
  append_uint(out, compress_above);
  // Where free blocks are noted: nowhere, the first is the one behind the file.
  std::string free_list;
  if (!fake) {
    append_uint(free_list, kRevision);
    append_uint(free_list, root.blocks);
    free_list.append(4, '\0');
  }
  append_string(out, free_list);
}

}  // namespace

void Statistics::count_document(std::uint32_t length) {
  ++documents;
  total_length += length;
  longest_document = std::max(longest_document, length);
  if (length > 0 && (shortest_document == 0 || length < shortest_document)) shortest_document = length;
}

void Statistics::add(const Statistics& other) {
  documents += other.documents;
  last_docid = std::max(last_docid, other.last_docid);
  longest_document = std::max(longest_document, other.longest_document);
  greatest_wdf = std::max(greatest_wdf, other.greatest_wdf);
  total_length += other.total_length;
  if (other.shortest_document > 0 && (shortest_document == 0 || other.shortest_document < shortest_document)) {
    shortest_document = other.shortest_document;
  }
}

void write_version_file(const std::filesystem::path& folder, const Roots& roots, const Statistics& statistics) {
  std::string out(kMagic);
  append_uuid(out);
  append_uint(out, kRevision);
  append_root(out, roots.postlist, kNeverCompress);
  append_root(out, roots.docdata, kCompressAbove);
  append_root(out, {}, kCompressAbove);  // term lists
  append_root(out, roots.position, kNeverCompress);
  append_root(out, {}, kCompressAbove);  // spellings
  append_root(out, roots.synonym, kCompressAbove);
  append_uint(out, statistics.documents);
  append_uint(out, statistics.last_docid - statistics.documents);
  append_uint(out, statistics.shortest_document);
  append_uint(out, statistics.greatest_wdf);
  append_uint(out, statistics.longest_document - statistics.greatest_wdf);
  append_uint(out, 0);  // change sets kept for replication
  append_uint(out, statistics.total_length);
  append_uint(out, 0);  // greatest frequency of a spelling
  OutputFile file(folder / "iamglass");
  file.append(out);
  file.close();
}

std::optional<TableRoot> read_postlist_root(const std::filesystem::path& folder) {
  const std::string bytes = read_beginning(folder / "iamglass", kLongestRead);
  if (!bytes.starts_with(kMagic)) return std::nullopt;
  ByteReader reader(std::string_view(bytes).substr(kMagic.size()));
  reader.take(kUuidSize);
  reader.varint();  // revision
  TableRoot root;
  root.block = static_cast<std::uint32_t>(reader.varint());
  const std::uint64_t flags = reader.varint();
  root.level = static_cast<unsigned>(flags >> 2);
  root.entries = reader.varint();
  const std::uint64_t block_size = reader.varint();
  if (!reader.ok() || block_size != kBlockSize / kBlockSizeUnit || root.level >= kMaxLevels) return std::nullopt;
  if ((flags & kFake) != 0) root.entries = 0;
  return root;
}

}  // namespace morgue::index::glass

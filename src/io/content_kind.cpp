// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/content_kind.h"

namespace morgue::io {
namespace {

bool is_bzip2(std::string_view head) {
  if (head.size() < 10 || !head.starts_with("BZh") || head[3] < '1' || head[3] > '9') return false;
  const std::string_view magic = head.substr(4, 6);  // of the first block, or of the end of an empty stream
  return magic == "\x31\x41\x59\x26\x53\x59" || magic == "\x17\x72\x45\x38\x50\x90";
}

bool is_zstd(std::string_view head) {
  if (head.starts_with("\x28\xB5\x2F\xFD")) return true;
  const bool skippable = head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50U;
  return skippable && head.substr(1, 3) == "\x2A\x4D\x18";
}

/// Old tar headers have no signature; their checksum is one in every variant.
bool is_tar(std::string_view head) {
  constexpr std::size_t kChecksumAt = 148;
  constexpr std::size_t kChecksumSize = 8;
  if (head.size() < kContentHead || head[0] == '\0') return false;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < kContentHead; ++i) {
    const bool in_checksum = i >= kChecksumAt && i < kChecksumAt + kChecksumSize;
    sum += in_checksum ? ' ' : static_cast<unsigned char>(head[i]);
  }
  std::uint32_t stated = 0;
  bool any = false;
  for (const char c : head.substr(kChecksumAt, kChecksumSize)) {
    if (c == ' ' && !any) continue;
    if (c < '0' || c > '7') break;
    stated = stated * 8 + static_cast<std::uint32_t>(c - '0');
    any = true;
  }
  return any && stated == sum;
}

}  // namespace

ContentKind content_kind(std::string_view head) {
  if (head.starts_with("\x1F\x8B\x08")) return ContentKind::Gzip;
  if (is_zstd(head)) return ContentKind::Zstd;
  if (is_bzip2(head)) return ContentKind::Bzip2;
  if (head.starts_with(std::string_view("\xFD\x37zXZ\0", 6))) return ContentKind::Xz;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return ContentKind::Zip;
  if (is_tar(head)) return ContentKind::Tar;
  return ContentKind::Plain;
}

bool needs_dictionary(std::string_view head) {
  if (head.starts_with("\x5D\x2A\x4D\x18")) return true;
  constexpr std::size_t kDescriptorAt = 4;
  constexpr unsigned kDictionaryId = 3;
  return head.starts_with("\x28\xB5\x2F\xFD") && head.size() > kDescriptorAt &&
         (static_cast<unsigned char>(head[kDescriptorAt]) & kDictionaryId) != 0;
}

bool is_compression(ContentKind kind) {
  return kind == ContentKind::Gzip || kind == ContentKind::Zstd || kind == ContentKind::Bzip2 ||
         kind == ContentKind::Xz;
}

bool is_container(ContentKind kind) {
  return kind == ContentKind::Tar || kind == ContentKind::Zip;
}

bool is_empty_stream(ContentKind kind, std::string_view file) {
  switch (kind) {
    case ContentKind::Zstd: {  // one last block of no bytes, perhaps a checksum behind it
      constexpr std::string_view kLastBlock("\x01\0\0", 3);
      constexpr std::size_t kChecksum = 4;
      return file.ends_with(kLastBlock) ||
             (file.size() > kChecksum && file.substr(0, file.size() - kChecksum).ends_with(kLastBlock));
    }
    case ContentKind::Bzip2: {
      constexpr std::size_t kSize = 14;
      return file.size() == kSize && file[4] == '\x17';
    }
    case ContentKind::Xz: {
      constexpr std::size_t kSize = 32;
      return file.size() == kSize && file.ends_with("YZ");
    }
    default:
      return false;
  }
}

}  // namespace morgue::io

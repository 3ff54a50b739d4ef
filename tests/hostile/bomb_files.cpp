// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/hostile/bomb_files.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <vector>

#include "tests/io/packing.h"

namespace morgue::hostile {
namespace {

constexpr std::uint64_t kPiece = std::uint64_t{64} << 20U;

/// Whole members one behind the other are one stream to gzip and zstd alike.
std::string members_of_zeros(test::Setting filter, std::uint64_t size) {
  const std::string member = test::compressed(filter, std::string(kPiece, '\0'));
  return repeated(member, static_cast<std::size_t>(size / kPiece));
}

void append_number(std::string& out, std::uint64_t number, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(number >> (8 * i) & 0xFFU);
}

std::string deflated(const std::string& content) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("deflateInit2");
  }
  std::string out(compressBound(static_cast<uLong>(content.size())), '\0');
  std::vector<unsigned char> in(content.begin(), content.end());
  stream.next_in = in.data();
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<unsigned char*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string repeated(std::string_view unit, std::size_t times) {
  std::string out;
  out.reserve(unit.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += unit;
  return out;
}

std::string gzip_of_zeros(std::uint64_t size) {
  return members_of_zeros(archive_write_add_filter_gzip, size);
}

std::string zstd_of_zeros(std::uint64_t size) {
  return members_of_zeros(archive_write_add_filter_zstd, size);
}

std::string brotli_of_zeros(std::size_t size) {
  const std::vector<std::uint8_t> zeros(size, 0);
  std::vector<std::uint8_t> out(BrotliEncoderMaxCompressedSize(size));
  std::size_t written = out.size();
  constexpr int kQuality = 3;
  if (BrotliEncoderCompress(kQuality, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_GENERIC, size, zeros.data(), &written,
                            out.data()) != BROTLI_TRUE) {
    throw std::runtime_error("BrotliEncoderCompress");
  }
  return {out.begin(), out.begin() + static_cast<std::ptrdiff_t>(written)};
}

std::string overlapping_zip(const std::string& content, std::size_t members) {
  constexpr std::uint32_t kLocal = 0x04034B50;
  constexpr std::uint32_t kCentral = 0x02014B50;
  constexpr std::uint32_t kEnd = 0x06054B50;
  const std::string data = deflated(content);
  const std::vector<unsigned char> bytes(content.begin(), content.end());
  const auto checksum = static_cast<std::uint32_t>(crc32(0, bytes.data(), static_cast<uInt>(bytes.size())));
  const auto common = [&](std::string& out) {  // from the version needed to the length of extra fields
    append_number(out, 20, 2);
    append_number(out, 0, 2);
    append_number(out, 8, 2);
    append_number(out, 0, 4);
    append_number(out, checksum, 4);
    append_number(out, static_cast<std::uint32_t>(data.size()), 4);
    append_number(out, static_cast<std::uint32_t>(content.size()), 4);
    append_number(out, 10, 2);
    append_number(out, 0, 2);
  };
  const auto name = [](std::size_t number) {
    char text[32];
    std::snprintf(text, sizeof text, "%04zu.jsonl", number % 10000);
    return std::string(text);
  };
  std::string out;
  append_number(out, kLocal, 4);
  common(out);
  out += name(0) + data;
  const std::size_t directory = out.size();
  for (std::size_t i = 0; i < members; ++i) {
    append_number(out, kCentral, 4);
    append_number(out, 20, 2);
    common(out);
    append_number(out, 0, 2 + 2 + 2);
    append_number(out, 0, 4);  // attributes
    append_number(out, 0, 4);  // where the member begins
    out += name(i);
  }
  const std::size_t directory_size = out.size() - directory;
  append_number(out, kEnd, 4);
  append_number(out, 0, 4);
  append_number(out, static_cast<std::uint32_t>(members), 2);
  append_number(out, static_cast<std::uint32_t>(members), 2);
  append_number(out, static_cast<std::uint32_t>(directory_size), 4);
  append_number(out, static_cast<std::uint32_t>(directory), 4);
  append_number(out, 0, 2);
  return out;
}

std::string tar_of_empty_files(std::size_t files) {
  // One header is as good as another but for its name: nine digits and the checksum of them.
  std::string out;
  std::string block;
  std::string header = test::tar({{"000000000.json", ""}}).substr(0, 512);
  const auto put = [&header](std::size_t place, const char* format, std::size_t number) {
    char text[32];
    std::snprintf(text, sizeof text, format, number);
    header.replace(place, std::string_view(text).size(), text);
  };
  constexpr std::size_t kBlock = std::size_t{16} << 20U;
  for (std::size_t file = 0; file < files; ++file) {
    put(0, "%09zu", file);
    header.replace(148, 8, 8, ' ');
    std::size_t sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    put(148, "%06zo", sum);
    header[154] = '\0';
    block += header;
    if (block.size() < kBlock) continue;
    out += test::gzip(block);
    block.clear();
  }
  block.append(1024, '\0');
  return out + test::gzip(block);
}

}  // namespace morgue::hostile

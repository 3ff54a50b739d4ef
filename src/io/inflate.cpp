// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/inflate.h"

#include <brotli/decode.h>
#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <memory>

#include "core/error.h"

namespace morgue::io {
namespace {

constexpr std::size_t kBlock = 64U << 10U;

Error out_of_memory() {
  return {ErrorCode::Io, "out of memory while decompressing a page"};
}

/// `window` as zlib understands it: which headers are expected.
Inflated zlib(std::string_view bytes, int window, std::size_t most) {
  struct Stream : z_stream {
    explicit Stream(int window_bits) : z_stream{} {
      if (inflateInit2(this, window_bits) != Z_OK) throw out_of_memory();
    }
    ~Stream() { inflateEnd(this); }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
  } stream(window);
  Inflated out;
  std::string block(kBlock, '\0');
  while (true) {
    const std::size_t piece = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
    stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(piece);
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    const int result = ::inflate(&stream, Z_NO_FLUSH);
    out.bytes.append(block.data(), block.size() - stream.avail_out);
    bytes.remove_prefix(piece - stream.avail_in);
    if (out.bytes.size() > most) {
      out.end = Inflated::End::TooMuch;
      return out;
    }
    if (result == Z_STREAM_END) {
      // Members behind each other are one text; anything else is garbage at the end.
      const bool member = bytes.starts_with("\x1F\x8B") && inflateReset(&stream) == Z_OK;
      if (!member) return out;
    } else if (result != Z_OK && (result != Z_BUF_ERROR || bytes.empty())) {
      out.end = out.bytes.empty() && result == Z_DATA_ERROR ? Inflated::End::Foreign : Inflated::End::Cut;
      return out;
    } else if (bytes.empty() && stream.avail_out > 0) {
      out.end = Inflated::End::Cut;
      return out;
    }
  }
}

Inflated brotli(std::string_view bytes, std::size_t most) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) throw out_of_memory();
  Inflated out;
  std::string block(kBlock, '\0');
  const auto* next_in = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t left = bytes.size();
  while (true) {
    auto* next_out = reinterpret_cast<std::uint8_t*>(block.data());
    std::size_t room = block.size();
    const BrotliDecoderResult result =
        BrotliDecoderDecompressStream(state.get(), &left, &next_in, &room, &next_out, nullptr);
    out.bytes.append(block.data(), block.size() - room);
    if (out.bytes.size() > most) {
      out.end = Inflated::End::TooMuch;
      return out;
    }
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return out;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    out.end = Inflated::End::Cut;
    // Brotli has no signature, and its decoder makes a few bytes of anything.
    if (result == BROTLI_DECODER_RESULT_ERROR) out = {Inflated::End::Foreign, {}};
    return out;
  }
}

}  // namespace

Inflated inflate(std::string_view bytes, Coding coding, std::size_t most) {
  constexpr int kBare = -15;
  constexpr int kZlib = 15;
  constexpr int kAnyHeader = 15 + 32;
  switch (coding) {
    case Coding::Gzip:
      return zlib(bytes, kAnyHeader, most);
    case Coding::Deflate: {
      Inflated out = zlib(bytes, kZlib, most);
      return out.end == Inflated::End::Foreign ? zlib(bytes, kBare, most) : out;
    }
    case Coding::Brotli:
      return brotli(bytes, most);
  }
  return {};
}

}  // namespace morgue::io

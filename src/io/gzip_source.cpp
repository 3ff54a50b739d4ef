// SPDX-License-Identifier: GPL-2.0-or-later
#include "io/gzip_source.h"

#define ZLIB_CONST
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "io/damage.h"

namespace morgue::io {
namespace {

constexpr std::size_t kBlock = 64U << 10U;

class GzipSource : public ByteSource {
 public:
  GzipSource(std::unique_ptr<ByteSource> below, std::string name, Expansion expansion)
      : below_(std::move(below)), name_(std::move(name)), expansion_(std::move(expansion)), input_(kBlock) {
    constexpr int kGzip = 15 + 16;
    if (inflateInit2(&stream_, kGzip) != Z_OK) throw Error(ErrorCode::Io, name_ + ": out of memory");
  }
  ~GzipSource() override { inflateEnd(&stream_); }
  GzipSource(const GzipSource&) = delete;
  GzipSource& operator=(const GzipSource&) = delete;

  std::size_t read(std::span<char> into) override {
    if (into.empty()) return 0;
    while (!failure_ && !ended_) {
      if (stream_.avail_in == 0 && !pending_ && !refill()) break;
      if (!in_member_ && !begin_member()) continue;
      if (const std::size_t got = decompress(into); got > 0) {
        expansion_.add(got);
        return got;
      }
    }
    if (failure_) throw Error(*failure_);
    return 0;
  }

 private:
  /// False at the end of the file.
  bool refill() {
    const std::size_t got = below_->read(input_);
    if (got == 0) {
      ended_ = true;
      if (in_member_) failure_ = damage_error(name_, "the file ends too early");
      return false;
    }
    stream_.next_in = reinterpret_cast<const Bytef*>(input_.data());
    stream_.avail_in = static_cast<uInt>(got);
    return true;
  }

  bool begin_member() {
    constexpr Bytef kMagic = 0x1F;
    while (stream_.avail_in > 0 && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
    }
    if (stream_.avail_in == 0) return false;
    if (*stream_.next_in != kMagic) {
      failure_ = damage_error(name_, "the file is damaged (what follows its compressed data is not of them)");
      return false;
    }
    in_member_ = inflateReset(&stream_) == Z_OK;
    return in_member_;
  }

  std::size_t decompress(std::span<char> into) {
    const std::size_t room = std::min<std::size_t>(into.size(), std::numeric_limits<uInt>::max());
    stream_.next_out = reinterpret_cast<Bytef*>(into.data());
    stream_.avail_out = static_cast<uInt>(room);
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    pending_ = stream_.avail_out == 0 && result == Z_OK;
    if (result == Z_STREAM_END) {
      in_member_ = false;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      const std::string_view said = stream_.msg != nullptr ? stream_.msg : "no reason given";
      failure_ = damage_error(name_, "the file is damaged (gzip: " + std::string(said) + ")");
    }
    return room - stream_.avail_out;
  }

  std::unique_ptr<ByteSource> below_;
  std::string name_;
  Expansion expansion_;
  std::vector<char> input_;
  z_stream stream_{};
  bool in_member_ = false;
  bool pending_ = false;  ///< zlib may hold more than there was room for
  bool ended_ = false;
  std::optional<Error> failure_;  ///< thrown once all before it was given
};

}  // namespace

std::unique_ptr<ByteSource> open_gzip(std::unique_ptr<ByteSource> below, const std::string& name,
                                      const Expansion& expansion) {
  return std::make_unique<GzipSource>(std::move(below), name, expansion);
}

}  // namespace morgue::io

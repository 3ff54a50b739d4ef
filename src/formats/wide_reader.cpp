// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wide_reader.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <utility>

#include "io/byte_source.h"
#include "markup/charset_label.h"
#include "text/charset.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

constexpr std::size_t kHead = 4;
constexpr std::size_t kBlock = 64U << 10U;

/// UTF-8 from a stream of UTF-16 or UTF-32.
class DecodedSource : public io::ByteSource {
 public:
  explicit DecodedSource(io::BufferedInput& below) : below_(below) {
    const View head = below.peek(kHead);
    const View charset = markup::wide_charset(head).value_or("utf-16le");
    little_ = charset.ends_with("le");
    if (charset.starts_with("utf-32")) {
      mark_ = little_ ? View("\xFF\xFE\0\0", 4) : View("\0\0\xFE\xFF", 4);
    } else {
      mark_ = little_ ? "\xFF\xFE" : "\xFE\xFF";
    }
    if (head.starts_with(mark_)) below_.consume(mark_.size());
  }

  std::size_t read(std::span<char> into) override {
    while (begin_ == decoded_.size()) {
      if (!decode()) return 0;
    }
    const std::size_t count = std::min(into.size(), decoded_.size() - begin_);
    std::memcpy(into.data(), decoded_.data() + begin_, count);
    begin_ += count;
    return count;
  }

 private:
  bool decode() {
    const View bytes = below_.peek(kBlock).substr(0, kBlock);
    if (bytes.empty()) return false;
    std::size_t size = bytes.size() - bytes.size() % mark_.size();
    // Half of a surrogate pair waits for the other half.
    if (mark_.size() == 2 && size > 2) {
      const auto high = static_cast<unsigned char>(bytes[little_ ? size - 1 : size - 2]);
      if ((high & 0xFCU) == 0xD8U) size -= 2;
    }
    if (size == 0) size = bytes.size();
    decoded_ = text::to_utf8(std::string(mark_).append(bytes.substr(0, size)));
    begin_ = 0;
    below_.consume(size);
    return true;
  }

  io::BufferedInput& below_;
  View mark_;  ///< makes each block one that says what it is in
  bool little_ = false;
  std::string decoded_;
  std::size_t begin_ = 0;
};

class WideReader : public RecordReader {
 public:
  WideReader(Format format, ReaderInput input)
      : below_(input.bytes),
        source_(input.bytes),
        bytes_(source_),
        reader_(open_reader(format,
                            {bytes_, std::move(input.dump), std::move(input.inner), input.limits, input.records})) {}
  std::optional<ReadItem> next() override {
    auto item = reader_->next();
    if (item) std::visit([&](auto& read) { keep_in_file(read.where); }, *item);
    return item;
  }

 private:
  /// UTF-8 of some scripts is longer than the file.
  void keep_in_file(Location& where) const { where.offset = std::min(where.offset, below_.offset()); }

  io::BufferedInput& below_;
  DecodedSource source_;
  io::BufferedInput bytes_;
  std::unique_ptr<RecordReader> reader_;
};

}  // namespace

bool is_decoded_first(Format format, View head) {
  constexpr Format kOfBytes[] = {Format::JsonLines, Format::Json, Format::Csv, Format::Tsv, Format::Markdown};
  return std::find(std::begin(kOfBytes), std::end(kOfBytes), format) != std::end(kOfBytes) &&
         markup::wide_charset(head).has_value();
}

std::unique_ptr<RecordReader> open_wide(Format format, ReaderInput input) {
  return std::make_unique<WideReader>(format, std::move(input));
}

}  // namespace morgue::formats

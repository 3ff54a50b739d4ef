// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/text_pieces.h"

#include <algorithm>

namespace morgue::archive {
namespace {
constexpr std::size_t kMostPieces = 16'384;
}

TextPieces::TextPieces(std::vector<std::uint64_t> pieces, std::vector<std::uint64_t> short_pieces) {
  lengths_[0].hashes = std::move(pieces);
  lengths_[1].hashes = std::move(short_pieces);
  finish();
}

void TextPieces::add(std::string_view text) {
  add(lengths_[text.size() >= kPiece ? 0 : 1], text);
}

void TextPieces::add(Length& length, std::string_view text) {
  if (text.size() < length.bytes) return;
  const std::size_t last = text.size() - length.bytes;
  const std::size_t step = std::max(length.bytes, last / kMostPieces);
  const auto add_at = [&](std::size_t at) {
    const std::string_view piece = text.substr(at, length.bytes);
    // A ruled line is nobody's text.
    if (piece.find_first_not_of(piece.front()) != std::string_view::npos) length.hashes.push_back(hash_of(piece));
  };
  for (std::size_t at = 0; at < last; at += step) add_at(at);
  add_at(last);
}

void TextPieces::finish() {
  for (Length& length : lengths_) {
    std::ranges::sort(length.hashes);
    length.hashes.erase(std::unique(length.hashes.begin(), length.hashes.end()), length.hashes.end());
    length.filter.assign(std::size_t{1} << kFilterBits, false);
    for (const std::uint64_t hash : length.hashes) length.filter[Length::slot(hash)] = true;
  }
}

bool TextPieces::any_in(std::string_view bytes) const {
  bool any = false;
  look_into(bytes, [&any](std::size_t) { any = true; });
  return any;
}

TextPieces TextPieces::without(const std::vector<std::size_t>& numbers) const {
  TextPieces rest;
  std::size_t number = 0;
  for (std::size_t i = 0; i < lengths_.size(); ++i) {
    for (const std::uint64_t hash : lengths_[i].hashes) {
      if (!std::ranges::binary_search(numbers, number++)) rest.lengths_[i].hashes.push_back(hash);
    }
  }
  rest.finish();
  return rest;
}

std::uint64_t TextPieces::hash_of(std::string_view piece) {
  std::uint64_t hash = 0;
  for (const char byte : piece) hash = hash * kBase + value(byte);
  return hash;
}

std::size_t TextPieces::number_of(const Length& length, std::uint64_t hash) {
  const auto at = std::ranges::lower_bound(length.hashes, hash);
  return at != length.hashes.end() && *at == hash ? static_cast<std::size_t>(at - length.hashes.begin())
                                                  : length.hashes.size();
}

}  // namespace morgue::archive

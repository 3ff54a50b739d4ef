// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/hostile/mutant.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <random>

namespace morgue::mutate {
namespace {

constexpr std::size_t kMostGrowth = 64U << 10U;

class Mutator {
 public:
  Mutator(std::string bytes, std::string_view other, std::uint64_t seed)
      : bytes_(std::move(bytes)), other_(other), most_(bytes_.size() + kMostGrowth), random_(seed) {}

  void damage() {
    if (bytes_.empty()) bytes_.push_back('\0');
    switch (below(12)) {
      case 0:
      case 1:
        at() = static_cast<char>(static_cast<unsigned char>(at()) ^ (1U << below(8)));
        break;
      case 2:
        at() = kBytes[below(kBytes.size())];
        break;
      case 3:
        bytes_.resize(below(bytes_.size()));
        break;
      case 4:
        bytes_.erase(below(bytes_.size()), length());
        break;
      case 5:
        insert(bytes_);
        break;
      case 6:
        insert(other_);
        break;
      case 7:
        splice();
        break;
      case 8:
      case 9:
        wrong_number();
        break;
      case 10:
        wrong_field();
        break;
      default:
        wrong_word();
    }
  }

  std::string take() { return std::move(bytes_); }
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

 private:
  static constexpr std::array<char, 16> kBytes = {'\0', '\xFF', '\x80', '<', '>', '"',  '\'',   '&',
                                                  '{',  '[',    '\n',   ',', ';', '\\', '\x1B', '\xC3'};

  char& at() { return bytes_[below(bytes_.size())]; }
  /// Short pieces more often than long ones.
  std::size_t length() { return 1 + below(std::size_t{1} << below(14)); }

  void insert(std::string_view from) {
    if (from.empty()) return;
    const std::string piece(from.substr(below(from.size()), length()));
    const std::size_t place = below(bytes_.size() + 1);
    for (std::size_t times = below(8) == 0 ? 1 + below(200) : 1; times > 0; --times) {
      if (bytes_.size() + piece.size() > most_) return;
      bytes_.insert(place, piece);
    }
  }

  /// The beginning of the one and the end of the other.
  void splice() {
    bytes_.resize(below(bytes_.size()));
    bytes_ += other_.substr(below(other_.size()));
  }

  /// A run of digits somewhere becomes another number.
  void wrong_number() {
    constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
    const std::size_t digits = below(2) == 0 ? 10 : kDigits.size();
    const std::size_t begin = bytes_.find_first_of(kDigits.substr(0, digits), below(bytes_.size()));
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(bytes_.find_first_not_of(kDigits.substr(0, digits), begin), bytes_.size());
    static const std::array<std::string, 12> kNumbers = {"0",
                                                         "-1",
                                                         "1",
                                                         "7777777777",
                                                         "2147483648",
                                                         "4294967295",
                                                         "9223372036854775807",
                                                         "18446744073709551616",
                                                         "1000000000",
                                                         "0000000000",
                                                         "",
                                                         "ffffffff"};
    std::string number = kNumbers[below(kNumbers.size())];
    // Fields of fixed width keep it.
    if (below(2) == 0) number.resize(end - begin, '7');
    bytes_.replace(begin, end - begin, number);
  }

  /// Two or four bytes somewhere become a small, a huge or a slightly different number.
  void wrong_field() {
    const std::size_t width = below(2) == 0 ? 2 : 4;
    if (bytes_.size() < width) return;
    const std::size_t place = below(bytes_.size() - width + 1);
    const std::size_t kind = below(4);
    for (std::size_t i = 0; i < width; ++i) {
      char& byte = bytes_[place + i];
      if (kind == 0) byte = '\0';
      if (kind == 1) byte = '\xFF';
      if (kind == 2) byte = i + 1 == width ? '\x7F' : '\xFF';
      if (kind == 3 && i == 0) byte = static_cast<char>(byte + 1);
    }
  }

  /// A word that says how the rest is to be read becomes another.
  void wrong_word() {
    static const std::array<std::string, 22> kWords = {
        "utf-8",       "UTF-8",    "utf-16",  "utf-32",    "iso-8859-1", "windows-1251", "gb18030", "gzip",
        "deflate",     "br",       "chunked", "CDATA[",    "script",     "/script",      "<!--",    "-->",
        "NewsArticle", "WARC/1.0", "html",    "text/html", "item",       "entry"};
    const std::string& word = kWords[below(kWords.size())];
    const std::size_t place = bytes_.find(word, below(bytes_.size()));
    const std::string& other = kWords[below(kWords.size())];
    if (place != std::string::npos) {
      bytes_.replace(place, word.size(), other);
    } else {
      bytes_.insert(below(bytes_.size()), other);
    }
  }

  std::string bytes_;
  std::string_view other_;
  std::size_t most_;
  std::mt19937_64 random_;
};

}  // namespace

std::string mutant_of(std::string_view bytes, std::string_view other, std::uint64_t seed) {
  Mutator mutator(std::string(bytes), other, seed);
  constexpr std::size_t kMostPlaces = 8;
  for (std::size_t places = 1 + mutator.below(kMostPlaces); places > 0; --places) mutator.damage();
  return mutator.take();
}

}  // namespace morgue::mutate

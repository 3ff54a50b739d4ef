// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/glass_pack.h"

#include <bit>

namespace morgue::index::glass {

void append_uint_last(std::string& out, std::uint64_t number) {
  for (; number != 0; number >>= 8) out.push_back(static_cast<char>(number & 0xFFU));
}

void append_string(std::string& out, std::string_view bytes) {
  append_uint(out, bytes.size());
  out.append(bytes);
}

void append_sortable(std::string& out, std::uint32_t number) {
  // n bytes hold 7n+1 bits: the first begins with n-2 ones and a zero.
  unsigned bytes = 2;
  while (bytes < 5 && number >> (7 * bytes + 1) != 0) ++bytes;
  const auto marker = static_cast<std::uint64_t>(0xFFU << (10 - bytes) & 0xFFU) << (8 * (bytes - 1));
  const std::uint64_t packed = marker | number;
  for (unsigned i = bytes; i-- > 0;) out.push_back(static_cast<char>(packed >> (8 * i) & 0xFFU));
}

bool read_sortable(std::string_view bytes, std::uint32_t& number) {
  if (bytes.size() < 2 || bytes.size() > 5) return false;
  std::uint64_t packed = 0;
  for (const char byte : bytes) packed = packed << 8 | static_cast<unsigned char>(byte);
  const unsigned ones = static_cast<unsigned>(bytes.size()) - 2;
  const auto first = static_cast<unsigned char>(bytes.front());
  if (static_cast<unsigned>(std::countl_one(first)) != ones) return false;
  packed &= (std::uint64_t{1} << (7 * bytes.size() + 1)) - 1;
  number = static_cast<std::uint32_t>(packed);
  return packed == number;
}

void append_term(std::string& out, std::string_view term, bool ends) {
  for (std::size_t zero = term.find('\0'); zero != std::string_view::npos; zero = term.find('\0')) {
    out.append(term, 0, zero + 1);
    out.push_back('\xFF');
    term.remove_prefix(zero + 1);
  }
  out.append(term);
  if (ends) out.push_back('\0');
}

}  // namespace morgue::index::glass

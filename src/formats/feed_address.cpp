// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_address.h"

#include <algorithm>
#include <cstddef>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Size of the scheme with its colon, 0 if there is none.
std::size_t scheme_size(std::string_view address) {
  if (address.empty() || !is_letter(address[0])) return 0;
  const std::size_t end =
      std::find_if_not(
          address.begin(), address.end(),
          [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }) -
      address.begin();
  return end < address.size() && address[end] == ':' ? end + 1 : 0;
}

/// Takes out `.` and `..` segments.
std::string without_dots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    const std::size_t end = path.find('/', 1);
    const std::string_view segment = path.substr(0, end);
    const bool last = end == path.npos;
    path = last ? std::string_view() : path.substr(end);
    if (segment == "/..") {
      out.resize(out.empty() ? 0 : out.rfind('/'));
    } else if (segment != "/.") {
      out += segment;
      continue;
    }
    if (last) out += '/';
  }
  return out;
}

}  // namespace

bool is_absolute_address(std::string_view address) {
  return scheme_size(address) > 0;
}

std::string resolve_address(std::string_view base, std::string_view reference) {
  base = trimmed(base);
  reference = trimmed(reference);
  const std::size_t scheme = scheme_size(base);
  if (scheme == 0 || reference.empty() || is_absolute_address(reference)) return std::string(reference);
  if (!base.substr(scheme).starts_with("//")) return std::string(reference);
  if (reference.starts_with("//")) return std::string(base.substr(0, scheme)).append(reference);
  const std::size_t authority = std::min(base.find_first_of("/?#", scheme + 2), base.size());
  const std::size_t path = std::min(base.find_first_of("?#", authority), base.size());
  if (reference[0] == '#') return std::string(base.substr(0, base.find('#'))).append(reference);
  if (reference[0] == '?') return std::string(base.substr(0, path)).append(reference);
  const std::size_t tail = std::min(reference.find_first_of("?#"), reference.size());
  std::string joined(reference.substr(0, tail));
  if (reference[0] != '/') {
    const std::string_view folder = base.substr(authority, path - authority);
    const std::size_t slash = folder.rfind('/');
    joined.insert(0, slash == folder.npos ? "/" : folder.substr(0, slash + 1));
  }
  return std::string(base.substr(0, authority)) + without_dots(joined) + std::string(reference.substr(tail));
}

}  // namespace morgue::formats

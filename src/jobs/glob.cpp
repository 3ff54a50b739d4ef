// SPDX-License-Identifier: GPL-2.0-or-later
#include "jobs/glob.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace morgue::jobs {
namespace {

constexpr std::string_view kAnyFolders = "**";

/// The sign at `pos`, as many bytes as it has in UTF-8.
std::size_t sign_bytes(std::string_view text, std::size_t pos) {
  std::size_t end = pos + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
  return end - pos;
}

/// Behind the bracket that closes the set begun at `pos`; nothing if none does.
std::optional<std::size_t> end_of_set(std::string_view pattern, std::size_t pos) {
  std::size_t at = pos + 1;
  if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) ++at;
  // A bracket right at the start is a member.
  for (bool first = true; at < pattern.size(); first = false, ++at) {
    if (pattern[at] == ']' && !first) return at + 1;
    if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
  }
  return std::nullopt;
}

bool set_holds(std::string_view set, std::string_view sign) {
  std::size_t at = 0;
  const bool negated = !set.empty() && (set[0] == '!' || set[0] == '^');
  if (negated) ++at;
  bool holds = false;
  const auto member = [&set, &at] {
    if (set[at] == '\\' && at + 1 < set.size()) ++at;
    const std::size_t bytes = sign_bytes(set, at);
    at += bytes;
    return set.substr(at - bytes, bytes);
  };
  while (at < set.size()) {
    const std::string_view low = member();
    std::string_view high = low;
    if (at + 1 < set.size() && set[at] == '-') {
      ++at;
      high = member();
    }
    // UTF-8 orders bytes as code points.
    holds = holds || (low <= sign && sign <= high);
  }
  return holds != negated;
}

/// Matches one sign of the pattern at `p` against the name at `n`; moves both on.
bool match_sign(std::string_view pattern, std::size_t& p, std::string_view name, std::size_t& n) {
  if (n == name.size()) return false;
  const std::size_t bytes = sign_bytes(name, n);
  const std::string_view sign = name.substr(n, bytes);
  if (pattern[p] == '?') {
    ++p;
    n += bytes;
    return true;
  }
  if (const auto end = pattern[p] == '[' ? end_of_set(pattern, p) : std::nullopt) {
    if (!set_holds(pattern.substr(p + 1, *end - p - 2), sign)) return false;
    p = *end;
    n += bytes;
    return true;
  }
  const std::size_t literal = pattern[p] == '\\' && p + 1 < pattern.size() ? p + 1 : p;
  if (pattern[literal] != name[n]) return false;
  p = literal + 1;
  ++n;
  return true;
}

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin) parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

bool has_wildcard(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == '*' || pattern[i] == '?' || (pattern[i] == '[' && end_of_set(pattern, i))) {
      return true;
    }
  }
  return false;
}

bool name_matches(std::string_view pattern, std::string_view name) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  // The last star is the only one to go back to: what an earlier one could take, it can.
  std::optional<std::size_t> star;
  std::size_t star_name = 0;
  std::size_t p = 0;
  std::size_t n = 0;
  while (true) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      star_name = n;
    } else if (p == pattern.size() ? n == name.size() : match_sign(pattern, p, name, n)) {
      if (p == pattern.size() && n == name.size()) return true;
    } else {
      if (!star || star_name == name.size()) return false;
      star_name += sign_bytes(name, star_name);
      p = *star;
      n = star_name;
    }
  }
}

bool path_matches(std::string_view pattern, std::string_view path) {
  const auto patterns = parts_of(pattern);
  const auto parts = parts_of(path);
  // As above, with ** for the star and parts for the signs.
  std::optional<std::size_t> star;
  std::size_t star_part = 0;
  std::size_t p = 0;
  std::size_t n = 0;
  while (p < patterns.size() || n < parts.size()) {
    if (p < patterns.size() && patterns[p] == kAnyFolders) {
      star = ++p;
      star_part = n;
    } else if (p < patterns.size() && n < parts.size() && name_matches(patterns[p], parts[n])) {
      ++p;
      ++n;
    } else {
      if (!star || star_part == parts.size() || parts[star_part].starts_with('.')) return false;
      p = *star;
      n = ++star_part;
    }
  }
  return true;
}

std::string unescaped(std::string_view pattern) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    out += pattern[i];
  }
  return out;
}

}  // namespace morgue::jobs

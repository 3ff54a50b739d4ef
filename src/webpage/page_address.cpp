// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/page_address.h"

#include "text/name_parts.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

/// Length of `http://host:port`, 0 without one.
std::size_t origin_length(View address) {
  const std::size_t scheme = address.find("://");
  if (scheme == View::npos || scheme > 8) return 0;
  return std::min(address.find_first_of("/?#", scheme + 3), address.size());
}

}  // namespace

std::string host_of_address(std::string_view address) {
  const std::size_t end = origin_length(address);
  if (end == 0) return {};
  View host = address.substr(0, end);
  host.remove_prefix(host.find("://") + 3);
  if (const std::size_t user = host.rfind('@'); user != View::npos) host.remove_prefix(user + 1);
  host = host.substr(0, host.find(':'));
  std::string lower = ascii_lower(host);
  if (lower.starts_with("www.")) lower.erase(0, 4);
  return lower;
}

std::string_view path_of_address(std::string_view address) {
  const std::size_t end = origin_length(address);
  return end == 0 ? View() : address.substr(end);
}

std::string absolute_address(std::string_view href, std::string_view page) {
  href = text::trim(href, " \t\r\n");
  if (href.empty() || href.find_first_of(" <>\"") != View::npos) return {};
  const std::size_t colon = href.find(':');
  if (colon != View::npos && colon < href.find_first_of("/?#")) {
    const std::string scheme = ascii_lower(href.substr(0, colon));
    return scheme == "http" || scheme == "https" ? std::string(href) : std::string();
  }
  const std::size_t origin = origin_length(page);
  if (origin == 0) return {};
  if (href.starts_with("//")) return std::string(page.substr(0, page.find(':') + 1)) + std::string(href);
  if (href.starts_with("/")) return std::string(page.substr(0, origin)) + std::string(href);
  View folder = page.substr(0, page.find_first_of("?#"));
  if (href.front() == '?' || href.front() == '#') return std::string(folder) + std::string(href);
  const std::size_t slash = folder.rfind('/');
  const bool bare = slash == View::npos || slash < origin;
  return std::string(bare ? folder : folder.substr(0, slash)) + '/' + std::string(href);
}

}  // namespace morgue::webpage

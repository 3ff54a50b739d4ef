// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/hosts.h"

#include <algorithm>

namespace morgue::index {
namespace {

constexpr std::size_t kMaxLabels = 127;  // DNS allows no more; longer ones are made up

bool is_address(std::string_view host) {
  return host.starts_with('[') ||
         std::all_of(host.begin(), host.end(), [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}

}  // namespace

std::string host_of(std::string_view url) {
  if (const auto scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  } else if (url.starts_with("//")) {
    url.remove_prefix(2);
  }
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  if (url.starts_with('[')) {
    const auto bracket = url.find(']');
    url = bracket == std::string_view::npos ? std::string_view{} : url.substr(0, bracket + 1);
  } else {
    url = url.substr(0, url.find(':'));
  }
  while (url.ends_with('.')) url.remove_suffix(1);
  std::string host(url);
  std::transform(host.begin(), host.end(), host.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return host;
}

std::vector<std::string> domains_of(std::string_view host) {
  std::vector<std::string> domains;
  if (host.empty()) return domains;
  domains.emplace_back(host);
  if (is_address(host)) return domains;
  while (domains.size() < kMaxLabels) {
    const auto dot = host.find('.');
    if (dot == std::string_view::npos) break;
    host.remove_prefix(dot + 1);
    if (!host.empty()) domains.emplace_back(host);
  }
  return domains;
}

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/web_address.h"

#include <algorithm>

namespace morgue::extract {
namespace {

constexpr std::size_t kLongestAddress = 16384;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

/// What comes before the path: at the first of `/?#`.
std::size_t authority_end(std::string_view rest) {
  return std::min(rest.find_first_of("/?#"), rest.size());
}

bool is_host(std::string_view host) {
  const std::size_t dot = host.find('.');
  if (dot == 0 || dot == std::string_view::npos || dot + 2 >= host.size() || host.back() == '.') return false;
  return std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

bool counts_clicks(std::string_view parameter) {
  const std::string name = lower(parameter.substr(0, parameter.find('=')));
  return name.starts_with("utm_") || name == "fbclid" || name == "gclid";
}

std::string without_click_parameters(std::string_view query) {
  std::string out;
  while (!query.empty()) {
    const std::size_t end = std::min(query.find('&'), query.size());
    const std::string_view parameter = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (parameter.empty() || counts_clicks(parameter)) continue;
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
}

/// The address behind `/web/20171231235959if_/`, or empty.
std::string_view archived(std::string_view path) {
  constexpr std::string_view kPrefix = "/web/";
  if (!path.starts_with(kPrefix)) return {};
  path.remove_prefix(kPrefix.size());
  const std::size_t slash = path.find('/');
  if (slash == std::string_view::npos || slash == 0 || path[0] < '0' || path[0] > '9') return {};
  return path.substr(slash + 1);
}

struct Parts {
  std::string scheme;
  std::string host;  ///< with port, unless it is the scheme's own
  std::string_view rest;
};

bool read_parts(std::string_view text, Parts& parts) {
  parts.scheme = "http";
  const std::string start = lower(text.substr(0, 8));
  if (start.starts_with("http://")) {
    text.remove_prefix(7);
  } else if (start.starts_with("https://")) {
    parts.scheme = "https";
    text.remove_prefix(8);
  } else if (start.starts_with("//")) {
    parts.scheme = "https";
    text.remove_prefix(2);
  }
  const std::size_t end = authority_end(text);
  std::string host = lower(text.substr(0, end));
  if (const std::size_t at = host.rfind('@'); at != std::string::npos) {
    if (start.find("//") == std::string::npos) return false;  // an e-mail address
    host.erase(0, at + 1);
  }
  std::string port;
  if (const std::size_t colon = host.find(':'); colon != std::string::npos) {
    port = host.substr(colon + 1);
    host.resize(colon);
    if (port.find_first_not_of("0123456789") != std::string::npos || port.size() > 5) return false;
  }
  if (!is_host(host)) return false;
  if (!port.empty() && port != "80" && port != "443") host += ':' + port;
  parts.host = std::move(host);
  parts.rest = text.substr(end);
  return true;
}

}  // namespace

std::string normal_address(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  text = text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
  if (text.size() > kLongestAddress || text.find_first_of(" \t\r\n<>\"") != std::string_view::npos) return {};
  constexpr int kNestedCopies = 4;
  for (int i = 0; i < kNestedCopies; ++i) {
    Parts parts;
    if (!read_parts(text, parts)) return {};
    if (is_archive_host(parts.host)) {
      if (const std::string_view original = archived(parts.rest); !original.empty()) {
        text = original;
        continue;
      }
    }
    // `#!` and `#/` are pages of their own on sites that are one script.
    const std::size_t hash = parts.rest.find('#');
    const bool page = hash != std::string_view::npos && hash + 1 < parts.rest.size() &&
                      (parts.rest[hash + 1] == '!' || parts.rest[hash + 1] == '/');
    const std::string_view fragment = page ? parts.rest.substr(hash) : std::string_view{};
    const std::string_view before = parts.rest.substr(0, hash);
    const std::size_t question = before.find('?');
    std::string out = parts.scheme + "://" + parts.host + std::string(before.substr(0, question));
    if (question != std::string_view::npos) out += without_click_parameters(before.substr(question + 1));
    out += fragment;
    return out;
  }
  return {};
}

std::string host_of(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return {};
  address.remove_prefix(scheme + 3);
  std::string_view host = address.substr(0, authority_end(address));
  host = host.substr(0, host.find(':'));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host);
}

bool is_front_page(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme == std::string_view::npos) return false;
  address.remove_prefix(scheme + 3);
  const std::string_view rest = address.substr(authority_end(address));
  return rest.empty() || rest == "/";
}

bool is_archive_host(std::string_view host) {
  return host == "web.archive.org" || host == "www.web.archive.org" || host == "web-beta.archive.org";
}

}  // namespace morgue::extract

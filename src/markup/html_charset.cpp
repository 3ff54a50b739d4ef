// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>

#include "markup/charset_label.h"
#include "markup/html.h"
#include "text/charset.h"

namespace morgue::markup {
namespace {

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return out;
}

/// What follows the first `charset=` of the text that has one behind it.
std::string charset_in(std::string_view text) {
  constexpr std::string_view kWord = "charset";
  constexpr std::string_view kBlank = " \t\r\n\f";
  for (std::size_t at = text.find(kWord); at != std::string_view::npos; at = text.find(kWord, at + 1)) {
    std::string_view rest = text.substr(at + kWord.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(kBlank), rest.size()));
    if (!rest.starts_with('=')) continue;
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n\f\"'", 1), rest.size()));
    rest = rest.substr(0, rest.find_first_of(" \t\r\n\f\"';/>"));
    if (!rest.empty()) return std::string(rest);
  }
  return {};
}

/// The charset that a <meta> at the beginning names, or the XML declaration of XHTML.
std::string charset_of_page(std::string_view bytes) {
  // Browsers look at 1024 bytes; many pages have it behind scripts.
  constexpr std::size_t kLooked = 16U << 10U;
  const std::string head = lower_case(bytes.substr(0, kLooked));
  const std::string_view text = head;
  for (std::size_t at = text.find("<meta"); at != std::string_view::npos; at = text.find("<meta", at + 1)) {
    const std::string_view tag = text.substr(at, text.substr(at).find('>'));
    if (std::string found = charset_in(tag); !found.empty()) return found;
  }
  return xml_declared_charset(bytes.substr(0, kLooked));
}

}  // namespace

std::string html_to_utf8(std::string_view bytes, std::string_view http_charset) {
  if (const auto wide = wide_charset(bytes)) return text::to_utf8(bytes, *wide);
  std::string charset = charset_label(http_charset);
  if (charset.empty()) charset = charset_label(charset_of_page(bytes));
  return text::to_utf8(bytes, charset);
}

}  // namespace morgue::markup

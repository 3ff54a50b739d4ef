// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/charset_label.h"

#include <algorithm>
#include <array>

namespace morgue::markup {
namespace {

struct Label {
  std::string_view written;
  std::string_view known;
};

// Labels of the Encoding Standard that pages use and charset libraries do not know, or know as something else.
constexpr auto kLabels = std::to_array<Label>({
    {"ansi", "windows-1252"},
    {"cn-big5", "big5"},
    {"cp819", "iso-8859-1"},
    {"iso-8859-8-i", "windows-1255"},
    {"iso-8859-8-e", "windows-1255"},
    {"iso_8859-1", "iso-8859-1"},
    {"iso88591", "iso-8859-1"},
    {"iso8859_1", "iso-8859-1"},
    {"koi", "koi8-r"},
    {"koi8", "koi8-r"},
    {"ks_c_5601", "euc-kr"},
    {"ksc5601", "euc-kr"},
    {"l1", "iso-8859-1"},
    {"latin-1", "iso-8859-1"},
    {"shift-jis", "shift_jis"},
    {"sjis", "shift_jis"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"win-1251", "windows-1251"},
    {"win1251", "windows-1251"},
    {"windows1251", "windows-1251"},
    {"x-euc", "euc-jp"},
    {"x-euc-jp", "euc-jp"},
    {"x-gbk", "gb2312"},
    {"x-sjis", "shift_jis"},
    {"x-user-defined", "windows-1252"},
    {"x-x-big5", "big5"},
});

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  return out;
}

}  // namespace

std::string charset_label(std::string_view declared) {
  const std::string low = lower(declared);
  const auto* found = std::ranges::find(kLabels, std::string_view(low), &Label::written);
  return found == kLabels.end() ? low : std::string(found->known);
}

std::optional<std::string_view> wide_charset(std::string_view head) {
  if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return "utf-32le";
  if (head.starts_with(std::string_view("\0\0\xFE\xFF", 4))) return "utf-32be";
  if (head.starts_with("\xFF\xFE")) return "utf-16le";
  if (head.starts_with("\xFE\xFF")) return "utf-16be";
  if (head.size() < 4) return std::nullopt;
  const auto is_text = [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; };
  const auto zero = [&](std::size_t i) { return head[i] == '\0'; };
  if (is_text(head[0]) && zero(1) && zero(2) && zero(3)) return "utf-32le";
  if (zero(0) && zero(1) && zero(2) && is_text(head[3])) return "utf-32be";
  if (is_text(head[0]) && zero(1) && is_text(head[2]) && zero(3)) return "utf-16le";
  if (zero(0) && is_text(head[1]) && zero(2) && is_text(head[3])) return "utf-16be";
  return std::nullopt;
}

std::string xml_declared_charset(std::string_view head) {
  constexpr std::string_view kBlank = " \t\r\n";
  constexpr std::string_view kEncoding = "encoding";
  head.remove_prefix(std::min(head.find_first_not_of(kBlank), head.size()));
  if (!head.starts_with("<?xml")) return {};
  std::string_view rest = head.substr(0, head.find('>'));
  const std::size_t at = rest.find(kEncoding);
  if (at == std::string_view::npos) return {};
  rest.remove_prefix(at + kEncoding.size());
  const std::size_t begin = rest.find_first_not_of(" \t\r\n='\"");
  if (begin == std::string_view::npos) return {};
  rest.remove_prefix(begin);
  return std::string(rest.substr(0, rest.find_first_of(" \t\r\n'\"?")));
}

}  // namespace morgue::markup

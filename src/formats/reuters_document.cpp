// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/reuters_document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "formats/reject.h"
#include "text/utf8.h"

namespace morgue::formats {
namespace {

/// The element's content, from the first such tag on; to the end of the document if it is not closed.
std::optional<std::string_view> element(std::string_view document, std::string_view name) {
  for (std::size_t pos = 0; (pos = document.find(name, pos)) != document.npos; pos += name.size()) {
    const std::size_t after = pos + name.size();
    const bool tag = pos > 0 && document[pos - 1] == '<' && after < document.size() &&
                     (document[after] == '>' || document[after] == ' ');
    const std::size_t open_end = tag ? document.find('>', after) : document.npos;
    if (open_end == document.npos) continue;
    const std::string close = "</" + std::string(name) + ">";
    const std::string_view rest = document.substr(open_end + 1);
    return rest.substr(0, rest.find(close));
  }
  return std::nullopt;
}

/// What stands in `content` between its elements.
std::string outside_elements(std::string_view content) {
  std::string out;
  while (true) {
    const std::size_t open = content.find('<');
    out += content.substr(0, open);
    if (open == content.npos) return out;
    const std::size_t name_end = std::min(content.find_first_of("> \t\r\n", open), content.size());
    const std::string_view name = content.substr(open + 1, name_end - open - 1);
    const std::string close = "</" + std::string(name) + ">";
    std::size_t end = content.find(close, name_end);
    end = end == content.npos ? content.find('>', open) : end + close.size() - 1;
    if (end == content.npos) return out;
    content.remove_prefix(end + 1);
  }
}

std::string attribute(std::string_view document, std::string_view name) {
  const std::string_view tag = document.substr(0, document.find('>'));
  const std::string start = " " + std::string(name) + "=\"";
  const std::size_t begin = tag.find(start);
  if (begin == tag.npos) return {};
  const std::string_view value = tag.substr(begin + start.size());
  return sgml_text(value.substr(0, value.find('"')));
}

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (blank && out.ends_with(' ')) continue;
    out += blank ? ' ' : c;
  }
  return out;
}

void append_reference(std::string& out, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, char>, 5> kNamed = {
      {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}}};
  if (!name.starts_with('#')) {
    const auto* found = std::find_if(kNamed.begin(), kNamed.end(), [&](const auto& one) { return one.first == name; });
    if (found != kNamed.end()) {
      out += found->second;
    } else {
      out.append("&").append(name).append(";");
    }
    return;
  }
  std::uint32_t code = 0;
  const auto parsed = std::from_chars(name.data() + 1, name.data() + name.size(), code);
  if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size()) {
    out.append("&").append(name).append(";");
    return;
  }
  const bool control = (code < ' ' && code != '\t' && code != '\n') || (code >= 0x7F && code < 0xA0);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (!control && !surrogate && code <= 0x10FFFF) text::append_utf8(out, code);
}

}  // namespace

std::string sgml_text(std::string_view content) {
  constexpr std::size_t kLongestReference = 10;
  std::string sound(content);
  make_sound(sound);
  std::string out;
  out.reserve(sound.size());
  for (std::string_view rest = sound; !rest.empty();) {
    const std::size_t start = std::min(rest.find('&'), rest.size());
    out += rest.substr(0, start);
    rest.remove_prefix(start);
    if (rest.empty()) break;
    const std::size_t end = rest.substr(0, kLongestReference).find(';');
    if (end == rest.npos || end == 1) {
      out += '&';
      rest.remove_prefix(1);
    } else {
      append_reference(out, rest.substr(1, end - 1));
      rest.remove_prefix(end + 1);
    }
  }
  return out;
}

std::vector<Field> reuters_fields(std::string_view document) {
  std::vector<Field> fields;
  const auto add = [&](std::string_view path, std::string value) {
    if (!value.empty()) fields.push_back({std::string(path), std::move(value), Field::Kind::Text});
  };
  const auto add_list = [&](std::string_view path, std::string_view name) {
    std::string_view rest = element(document, name).value_or("");
    for (std::size_t open = 0; (open = rest.find("<D>")) != rest.npos;) {
      rest.remove_prefix(open + 3);
      add(path, one_line(sgml_text(rest.substr(0, rest.find('<')))));
    }
  };
  add("key", attribute(document, "NEWID"));
  add("source", "Reuters");
  add("language", "en");
  add("date", one_line(sgml_text(element(document, "DATE").value_or(""))));
  add_list("topics", "TOPICS");
  add_list("places", "PLACES");
  add_list("people", "PEOPLE");
  add_list("organizations", "ORGS");
  add_list("organizations", "EXCHANGES");
  add_list("organizations", "COMPANIES");

  const std::string_view text = element(document, "TEXT").value_or("");
  const auto title = element(text, "TITLE");
  const auto body = element(text, "BODY");
  add("headline", one_line(sgml_text(title.value_or(""))));
  add("authors", one_line(sgml_text(element(text, "AUTHOR").value_or(""))));
  add("dateline", one_line(sgml_text(element(text, "DATELINE").value_or(""))));
  // Some documents were never taken apart: their text stands as it came over the wire. A brief has a title only, and
  // what stands beside it is decoration.
  std::string plain = sgml_text(body ? *body : std::string_view());
  if (!body && !title) plain = sgml_text(outside_elements(text));
  if (!trimmed(plain).empty()) add("body", std::move(plain));
  return fields;
}

}  // namespace morgue::formats

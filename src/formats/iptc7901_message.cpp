// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/iptc7901_message.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>

#include "formats/field_list.h"
#include "formats/iptc7901_text.h"
#include "formats/reject.h"
#include "formats/wire_category.h"
#include "formats/wire_charset.h"
#include "text/date_words.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_number(View word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

std::vector<View> words_of(View line) {
  std::vector<View> words;
  constexpr View kBlank = " \t\r\n";
  for (std::size_t begin = line.find_first_not_of(kBlank); begin != View::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlank, begin), line.size());
    words.push_back(line.substr(begin, end - begin));
    begin = line.find_first_not_of(kBlank, end);
  }
  return words;
}

/// `eca062 4 i 211 ccccb   dpa 061`, and the keywords on the lines below.
struct Header {
  std::string number;
  std::string category;
  std::string source;
  std::vector<std::string> keywords;
};

Header read_header(View bytes) {
  Header header;
  const std::string text = wire_text(bytes);
  const std::size_t end = std::min(text.find('\n'), text.size());
  const auto words = words_of(View(text).substr(0, end));
  if (!words.empty()) header.number = words[0];
  if (words.size() > 2) header.category = words[2];
  // Last comes the agency, with a number of its own behind it or not. What may stand before it is for routing.
  for (std::size_t i = 4; i < words.size(); ++i) {
    if (!is_number(words[i])) header.source = words[i];
  }
  for (View rest = trimmed(View(text).substr(end)); !rest.empty();) {
    const std::size_t slash = std::min(rest.find_first_of("/\r\n"), rest.size());
    const View keyword = trimmed(rest.substr(0, slash));
    if (!keyword.empty()) header.keywords.emplace_back(keyword);
    rest.remove_prefix(std::min(slash + 1, rest.size()));
  }
  return header;
}

/// RFC 3339 from `131137 GMT Nov 13`: day, hour, minute, zone if any, month, year.
std::string read_time(View trailer) {
  const std::string text = wire_text(trailer);
  auto words = words_of(text);
  if (words.empty() || words[0].size() != 6 || !is_number(words[0])) return {};
  const View moment = words[0];
  words.erase(words.begin());
  std::string offset;
  std::optional<int> month;
  for (std::size_t i = 0; i < words.size() && !month; ++i) {
    const std::string folded = text::fold_date_word(words[i]);
    month = text::month_from_word(folded);
    if (!month && text::zone_offset_from_word(folded) == 0) offset = "Z";
    if (!month || i + 1 == words.size()) continue;
    const View year = words[i + 1];
    if (!is_number(year) || (year.size() != 2 && year.size() != 4)) return {};
    constexpr View kFirstYearOfWires = "60";
    std::string date = year.size() == 4 ? "" : year < kFirstYearOfWires ? "20" : "19";
    date.append(year).append(*month < 10 ? "-0" : "-").append(std::to_string(*month)).append("-");
    date.append(moment.substr(0, 2)).append("T").append(moment.substr(2, 2)).append(":").append(moment.substr(4, 2));
    return date + ":00" + offset;
  }
  return {};
}

}  // namespace

std::vector<Field> iptc7901_fields(const WireMessage& message) {
  const Header header = read_header(message.header);
  const std::string published = read_time(message.trailer);
  const Iptc7901Text text = read_iptc7901_text(wire_text(message.text), header.source);
  FieldList fields;
  fields.line("headline", text.headline);
  fields.line("authors", text.byline);
  for (const std::string& paragraph : text.paragraphs) fields.line("body", paragraph);
  fields.line("published", published);
  fields.line("source", header.source);
  fields.line("section", wire_category(header.category));
  for (const std::string& keyword : header.keywords) fields.item("topics", keyword);
  if (!published.empty() && !header.number.empty()) fields.line("key", header.number + " " + published.substr(0, 10));
  return fields.take();
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/crawl_header.h"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include "formats/http_message.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

void read_length(std::string_view text, CrawlHeader& header) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), header.record.length);
  if (!text.empty() && error == std::errc{} && end == text.data() + text.size()) return;
  header.problem = text.empty() ? "the record does not say how long it is"
                                : "the record's length is no number: " + std::string(text.substr(0, 40));
  make_sound(header.problem);
}

std::string address(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

/// `2017-03-06T04:03:53Z`, fractions left out; empty for anything else.
std::string warc_date(std::string_view text) {
  constexpr std::string_view kShape = "0000-00-00T00:00:00";
  if (text.size() <= kShape.size()) return {};
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    if (kShape[i] == '0' ? !is_digit(text[i]) : text[i] != kShape[i]) return {};
  }
  return std::string(text.substr(0, kShape.size())) + "Z";
}

/// `20140216050221`, of which some tools wrote more digits and some fewer.
std::string arc_date(std::string_view digits) {
  constexpr std::size_t kToSeconds = 14;
  if (digits.size() < kToSeconds) return {};
  const auto part = [&](std::size_t from, std::size_t size) { return std::string(digits.substr(from, size)); };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" + part(12, 2) +
         "Z";
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::size_t end = line.find(' ');
    words.push_back(line.substr(0, end));
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
  }
  return words;
}

}  // namespace

bool begins_warc_record(std::string_view text) {
  constexpr std::string_view kMark = "WARC/";
  return text.starts_with(kMark) && text.size() > kMark.size() && is_digit(text[kMark.size()]);
}

std::optional<CrawlHeader> read_warc_header(std::string_view text) {
  if (!begins_warc_record(text)) return std::nullopt;
  const std::size_t first_line = text.find('\n');
  CrawlHeader header;
  if (first_line == std::string_view::npos) {
    header.bytes = text.size();
    header.problem = "the file ends inside the record's header";
    return header;
  }
  HeaderLines lines;
  header.bytes = first_line + 1 + lines.read(text.substr(first_line + 1));
  header.record.type = lower(lines.get("warc-type"));
  header.record.url = address(lines.get("warc-target-uri"));
  header.record.date = warc_date(lines.get("warc-date"));
  header.record.content_type = lines.get("content-type");
  const std::string_view whole = text.substr(0, header.bytes);
  if (!whole.ends_with("\n\r\n") && !whole.ends_with("\n\n")) {
    header.problem = "the record's header does not end";
  } else {
    read_length(lines.get("content-length"), header);
  }
  return header;
}

std::optional<CrawlHeader> read_arc_header(std::string_view text) {
  constexpr std::size_t kLongest = 16U << 10U;
  const std::size_t end = text.substr(0, kLongest).find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = trimmed(text.substr(0, end));
  const std::vector<std::string_view> words = words_of(line);
  // Counted from the end, as addresses may have blanks in them: version 1 has four words behind, version 2 nine.
  for (const std::size_t behind : {std::size_t{4}, std::size_t{9}}) {
    if (words.size() <= behind) break;
    const std::size_t host = words.size() - behind;
    const std::string_view date = words[host + 1];
    constexpr std::size_t kShortestDate = 8;
    if (!all_digits(date) || date.size() < kShortestDate) continue;
    if (words[host].find_first_not_of("0123456789abcdefABCDEF.:-") != std::string_view::npos) continue;
    const std::string_view url = line.substr(0, static_cast<std::size_t>(words[host].data() - line.data()) - 1);
    if (url.find(':') == std::string_view::npos) continue;
    CrawlHeader header;
    header.bytes = end + 1;
    header.record.type = url.starts_with("filedesc:") ? "warcinfo" : "response";
    header.record.url = address(url);
    header.record.date = arc_date(date);
    header.record.content_type = words[host + 2];
    read_length(words.back(), header);
    return header;
  }
  return std::nullopt;
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/crawl_record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "formats/detect_markup.h"
#include "formats/http_message.h"
#include "formats/media_kind.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

struct Named {
  std::string_view type;
  std::string_view kind;
};

constexpr auto kTypes = std::to_array<Named>({
    {"request", "request"},
    {"warcinfo", "description of the crawl"},
    {"metadata", "metadata record"},
    {"revisit", "revisit"},
    {"conversion", "conversion"},
    {"continuation", "continuation"},
});

// By the beginning of the media type.
constexpr auto kMedia = std::to_array<Named>({
    {"image/", "image"},
    {"video/", "film"},
    {"audio/", "sound recording"},
    {"font/", "font"},
    {"application/font", "font"},
    {"application/x-font", "font"},
    {"application/vnd.ms-fontobject", "font"},
    {"text/css", "style sheet"},
    {"text/javascript", "script"},
    {"application/javascript", "script"},
    {"application/x-javascript", "script"},
    {"application/ecmascript", "script"},
    {"text/ecmascript", "script"},
    {"application/json", "data file"},
    {"application/ld+json", "data file"},
    {"application/manifest+json", "data file"},
    {"text/json", "data file"},
    {"text/csv", "data file"},
    {"application/pdf", "PDF document"},
    {"application/rss+xml", "feed"},
    {"application/atom+xml", "feed"},
    {"application/rdf+xml", "feed"},
    {"application/zip", "archive"},
    {"application/gzip", "archive"},
    {"application/x-gzip", "archive"},
    {"application/x-shockwave-flash", "film"},
    {"application/wasm", "program"},
    {"application/msword", "Office document"},
    {"application/vnd.", "Office document"},
    {"application/ocsp", "certificate"},
    {"application/pkix", "certificate"},
    {"text/dns", "name lookup"},
    {"text/calendar", "calendar"},
    {"text/vtt", "subtitles"},
});

std::string_view kind_of_media(std::string_view type) {
  const auto* found = std::ranges::find_if(kMedia, [&](const Named& named) { return type.starts_with(named.type); });
  return found == kMedia.end() ? std::string_view() : found->kind;
}

bool is_html_type(std::string_view type) {
  return type == "text/html" || type == "application/xhtml+xml" || type == "application/vnd.wap.xhtml+xml";
}

/// Error pages come in all languages; the number is known to many.
std::string status_words(int status) {
  switch (status) {
    case 401:
    case 402:
    case 403:
      return "access was refused";
    case 404:
    case 410:
      return "there was no such page";
    case 429:
      return "the server wanted fewer requests";
    default:
      return status >= 500 ? "the server failed" : "the page could not be had";
  }
}

/// A page by its bytes where its type does not say so; or else what it is.
std::string_view kind_by_bytes(std::string_view body, std::string_view type) {
  constexpr std::size_t kHead = 4096;
  const std::string_view head = body.substr(0, kHead);
  const bool unknown = type.empty() || type == "application/octet-stream" || type == "unknown/unknown" ||
                       type == "application/unknown" || type == "no-type";
  if (!not_text(head).empty()) return "file of another kind";
  const auto markup = detect_markup(head, "");
  if (markup && markup->format == Format::Html && (unknown || type.find("xml") != type.npos || type == "text/plain")) {
    return {};
  }
  if (markup && markup->format == Format::Feed) return "feed";
  if (markup && markup->is_xml) return "data file";
  return type.starts_with("text/") ? "text file" : "file of another kind";
}

void add_field(Record& record, std::string_view path, std::string_view value) {
  if (value.empty()) return;
  std::string sound(value);
  make_sound(sound);
  record.fields.push_back({std::string(path), std::move(sound), Field::Kind::Text});
}

bool is_web_address(std::string_view url) {
  return url.starts_with("http://") || url.starts_with("https://") || url.starts_with("HTTP://") ||
         url.starts_with("HTTPS://");
}

/// Addresses with blanks in them were written by crawlers that did not escape them.
std::string sound_address(std::string_view url) {
  std::string out;
  for (const char c : trimmed(url)) {
    if (c == ' ') {
      out += "%20";
    } else if (static_cast<unsigned char>(c) >= ' ') {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string kind_passed_over(const CrawlRecord& record) {
  const auto* named = std::ranges::find(kTypes, std::string_view(record.type), &Named::type);
  if (named != kTypes.end()) return std::string(named->kind);
  if (record.type != "response" && record.type != "resource") return "record of an unknown type";
  if (record.url.starts_with("dns:")) return "name lookup";
  const std::string type = media_type(record.content_type);
  if (type == "application/http" || record.type == "response") return {};
  return std::string(kind_of_media(type));
}

bool holds_whole_body(std::string_view block) {
  const HttpMessage message = parse_http(block);
  const std::string_view length = message.headers.get("content-length");
  std::size_t promised = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), promised);
  return !length.empty() && error == std::errc{} && message.body.size() >= promised;
}

ReadItem page_of(const CrawlRecord& record, std::string_view block, Location where, const ReaderLimits& limits) {
  const HttpMessage message = parse_http(block);
  const std::string_view content_type =
      message.status != 0 ? message.headers.get("content-type") : std::string_view(record.content_type);
  std::string type = media_type(content_type);
  if (type == "application/http") type.clear();
  if (message.status >= 300 && message.status < 400) return PassedOver{std::move(where), "redirect"};
  if (const std::string_view kind = kind_of_media(type); !kind.empty()) {
    return PassedOver{std::move(where), std::string(kind)};
  }
  if (message.status != 0 && message.status != 200) {
    const std::string number = "HTTP " + std::to_string(message.status);
    if (message.status < 200) return PassedOver{std::move(where), "interim answer"};
    if (message.status < 300 && trimmed(message.body).empty())
      return PassedOver{std::move(where), "answer without content"};
    if (message.status == 206) return make_reject(std::move(where), "only a part of the page (" + number + ")", block);
    if (message.status >= 400) {
      return make_reject(std::move(where), "an error page: " + status_words(message.status) + " (" + number + ")",
                         block);
    }
  }
  const std::size_t most = std::min(limits.page_bytes, limits.record_bytes);
  HttpBody body = decode_body(message, most);
  if (!is_html_type(type) && body.problem.empty()) {
    const std::string_view kind = kind_by_bytes(body.bytes, type);
    if (!kind.empty()) return PassedOver{std::move(where), std::string(kind)};
  }
  if (!body.problem.empty()) return make_reject(std::move(where), std::move(body.problem), block);
  if (body.bytes.size() > most) {
    return make_reject(std::move(where), "the page is larger than the limit of " + size_words(most), body.bytes);
  }
  if (trimmed(body.bytes).empty()) return make_reject(std::move(where), "there is nothing in the page", block);
  constexpr std::size_t kHead = 4096;
  if (const std::string_view kind = not_text(std::string_view(body.bytes).substr(0, kHead)); !kind.empty()) {
    return make_reject(std::move(where), "no web page but " + std::string(kind), body.bytes);
  }
  Record page;
  page.where = std::move(where);
  page.kind = Record::Kind::Html;
  if (is_web_address(record.url)) add_field(page, "url", sound_address(record.url));
  add_field(page, "crawled", record.date);
  add_field(page, "http.charset", charset_of(content_type));
  page.content = std::move(body.bytes);
  return page;
}

}  // namespace morgue::formats

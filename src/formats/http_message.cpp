// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/http_message.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "formats/reject.h"
#include "io/inflate.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kMostHeaders = 1000;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

/// Takes a line and its end from the front of the text.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Size in front of a chunk, and nothing where there is none.
std::optional<std::size_t> chunk_size(std::string_view line) {
  line = trimmed(line.substr(0, line.find(';')));
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), size, 16);
  if (line.empty() || error != std::errc{} || end != line.data() + line.size()) return std::nullopt;
  return size;
}

/// Crawlers often store what a server said was chunked without its chunks, and servers get the sizes wrong: then the
/// rest is taken as it stands.
std::string join_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    std::string_view rest = body;
    const auto size = chunk_size(take_line(rest));
    if (!size) return out.append(body);
    if (*size == 0) return out;
    const std::string_view chunk = rest.substr(0, *size);
    const std::string_view behind = rest.substr(chunk.size());
    if (!behind.empty() && !behind.starts_with("\r\n") && !behind.starts_with('\n')) return out.append(rest);
    out.append(chunk);
    body = behind;
    take_line(body);
  }
  return out;
}

std::optional<io::Coding> coding_of(std::string_view name) {
  if (name == "gzip" || name == "x-gzip") return io::Coding::Gzip;
  if (name == "deflate") return io::Coding::Deflate;
  if (name == "br") return io::Coding::Brotli;
  return std::nullopt;
}

}  // namespace

std::size_t HeaderLines::read(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    if (line.empty()) break;
    if (lines_.size() == kMostHeaders) continue;
    if ((line[0] == ' ' || line[0] == '\t') && !lines_.empty()) {
      lines_.back().second.append(" ").append(trimmed(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    lines_.emplace_back(lower(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
  }
  return text.size() - rest.size();
}

std::string_view HeaderLines::get(std::string_view name) const {
  const auto found = std::ranges::find(lines_, name, &std::pair<std::string, std::string>::first);
  return found == lines_.end() ? std::string_view() : std::string_view(found->second);
}

HttpMessage parse_http(std::string_view bytes) {
  HttpMessage message;
  std::string_view rest = bytes;
  const std::string_view status = take_line(rest);
  const std::size_t blank = status.find(' ');
  if (!status.starts_with("HTTP/") || blank == std::string_view::npos) {
    message.body = bytes;
    return message;
  }
  const std::string_view number = trimmed(status.substr(blank));
  std::from_chars(number.data(), number.data() + number.size(), message.status);
  rest.remove_prefix(message.headers.read(rest));
  message.body = rest;
  return message;
}

HttpBody decode_body(const HttpMessage& message, std::size_t most) {
  HttpBody out;
  const bool chunked = lower(message.headers.get("transfer-encoding")).find("chunked") != std::string::npos;
  out.bytes = chunked ? join_chunks(message.body) : std::string(message.body);
  // The coding named last was applied last.
  std::string codings = lower(message.headers.get("content-encoding"));
  constexpr int kMostCodings = 4;
  for (int i = 0; i < kMostCodings && !codings.empty(); ++i) {
    const std::size_t comma = codings.rfind(',');
    const std::string name(trimmed(std::string_view(codings).substr(comma == std::string::npos ? 0 : comma + 1)));
    codings.resize(comma == std::string::npos ? 0 : comma);
    const auto coding = coding_of(name);
    if (!coding) {
      if (name == "zstd" || name == "compress" || name == "x-compress" || name == "bzip2") {
        out.problem = "the page is compressed with " + name + ", which is not supported";
      }
      continue;
    }
    io::Inflated inflated = io::inflate(out.bytes, *coding, most);
    if (inflated.end == io::Inflated::End::TooMuch) {
      out.problem = "the page expands to more than the limit of " + size_words(most);
      out.bytes.clear();
      return out;
    }
    // Stored without the compression its server speaks of.
    if (inflated.end != io::Inflated::End::Foreign) out.bytes = std::move(inflated.bytes);
  }
  return out;
}

std::string media_type(std::string_view content_type) {
  return lower(trimmed(content_type.substr(0, content_type.find_first_of(";,"))));
}

std::string charset_of(std::string_view content_type) {
  const std::string low = lower(content_type);
  constexpr std::string_view kName = "charset=";
  const std::size_t at = low.find(kName);
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(low).substr(at + kName.size());
  value = value.substr(0, value.find_first_of(";, \t", 1));
  std::string charset;
  for (const char c : value) {
    if (c != '"' && c != '\'' && c != ';' && c != ' ') charset += c;
  }
  return charset;
}

}  // namespace morgue::formats

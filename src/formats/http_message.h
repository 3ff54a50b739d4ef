// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace morgue::formats {

/// `Name: value` lines, as HTTP and WARC have them.
class HeaderLines {
 public:
  /// Reads lines up to an empty one, or the end. Bytes read, the empty line included.
  std::size_t read(std::string_view text);
  /// The first value of that name (lower case), without blanks around it; empty: none.
  [[nodiscard]] std::string_view get(std::string_view name) const;
  [[nodiscard]] bool empty() const { return lines_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> lines_;  ///< names in lower case
};

/// What a web server answered.
struct HttpMessage {
  int status = 0;  ///< 0: there was no HTTP header, all bytes are the body
  HeaderLines headers;
  std::string_view body;  ///< as transferred
};
HttpMessage parse_http(std::string_view bytes);

/// The body without transfer and content coding; where these are damaged or were taken off already, what there is.
struct HttpBody {
  std::string bytes;
  std::string problem;  ///< why there is no body to be had, a sentence for a person; else empty
};
HttpBody decode_body(const HttpMessage& message, std::size_t most);

/// `text/html` of `Text/HTML; charset=utf-8`, in lower case; and its charset.
std::string media_type(std::string_view content_type);
std::string charset_of(std::string_view content_type);

}  // namespace morgue::formats

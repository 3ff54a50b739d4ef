// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace morgue {

/// Where in the dumps a record stands, for messages and for the catalog.
struct Location {
  std::string dump;         ///< path as given; `archive.zip!member` inside containers; `-` for standard input
  std::int64_t record = 0;  ///< 1-based in its dump; 0: the dump as a whole
  std::int64_t offset = 0;  ///< byte offset of the record in the decompressed dump
};

/// One value of a record under its path. A list gives one Field an element, all with the same path; nested objects
/// join names with dots: `{"a":{"b":[1,2]}}` is (a.b, 1), (a.b, 2). Empty and null values are left out.
struct Field {
  enum class Kind : std::uint8_t { Text, Number, Boolean };
  std::string path;
  std::string value;  ///< UTF-8; numbers as written
  Kind kind = Kind::Text;
};

/// What a format reader makes of one record, before anything is interpreted.
struct Record {
  /// Fields: named values (JSON, CSV, SGML ...). Page: `content` is the text of a saved web page. Html: `content` is a
  /// page as served, in its own charset, and `fields` what is known from around it: `url`, `crawled` (RFC 3339),
  /// `http.charset`.
  enum class Kind : std::uint8_t { Fields, Page, Html };
  Location where;
  Kind kind = Kind::Fields;
  std::vector<Field> fields;
  std::string content;
};

/// A record that cannot become an article. Never thrown: kept in the catalog, counted and listed.
struct Reject {
  Location where;
  std::string reason;   ///< one sentence for a person: what is wrong with which field or byte
  std::string excerpt;  ///< the first bytes of the record, valid UTF-8, at most 200 bytes
};

/// A record that is no article by its very kind (a request in a WARC, a picture item of an agency): neither an article
/// nor a fault. Not among the records read, but counted by kind.
struct PassedOver {
  Location where;
  std::string kind;  ///< for people, in the singular: `request`, `picture item`
};

}  // namespace morgue

// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/generator/json_line.h"

namespace morgue::bench {
namespace {

// No other control characters are made.
void append_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_member(std::string_view name, std::string_view value, std::string& out) {
  if (value.empty()) return;
  out += out.back() == '{' ? "\"" : ",\"";
  out += name;
  out += "\":";
  append_string(value, out);
}

void append_list(std::string_view name, const std::vector<std::string>& values, std::string& out) {
  if (values.empty()) return;
  out += ",\"";
  out += name;
  out += "\":[";
  for (const auto& value : values) {
    if (out.back() != '[') out += ',';
    append_string(value, out);
  }
  out += ']';
}

}  // namespace

void append_json_line(const MadeArticle& article, std::string& out) {
  out += '{';
  append_member("id", article.id, out);
  append_member("headline", article.headline, out);
  append_list("authors", article.authors, out);
  append_member("published", article.published, out);
  append_member("updated", article.updated, out);
  append_member("source", article.source, out);
  append_member("section", article.section, out);
  append_list("topics", article.topics, out);
  append_member("place", article.place, out);
  append_member("language", article.language, out);
  append_member("url", article.url, out);
  append_member("summary", article.summary, out);
  append_member("body", article.body, out);
  out += "}\n";
}

}  // namespace morgue::bench

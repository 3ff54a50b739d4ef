// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/bench/dump.h"

#include <simdjson.h>

#include <fstream>
#include <stdexcept>
#include <string>

namespace morgue::bench {
namespace {

void read(simdjson::dom::object record, const char* name, std::string& value) {
  std::string_view text;
  value.clear();
  if (record[name].get(text) == simdjson::SUCCESS) value = text;
}

void read(simdjson::dom::object record, const char* name, std::vector<std::string>& values) {
  simdjson::dom::array list;
  values.clear();
  if (record[name].get(list) != simdjson::SUCCESS) return;
  for (const auto value : list) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) values.emplace_back(text);
  }
}

}  // namespace

void for_each_article(const std::filesystem::path& dump, const std::function<void(Article&)>& visit) {
  std::ifstream lines(dump, std::ios::binary);
  if (!lines) throw std::runtime_error("cannot open " + dump.string());
  simdjson::dom::parser parser;
  Article article;
  std::string published;
  std::string updated;
  for (std::string line; std::getline(lines, line);) {
    line.reserve(line.size() + simdjson::SIMDJSON_PADDING);
    simdjson::dom::object record;
    if (parser.parse(line.data(), line.size(), false).get(record) != simdjson::SUCCESS) {
      throw std::runtime_error(dump.string() + ": a line that is no JSON object");
    }
    read(record, "key", article.key);
    read(record, "headline", article.headline);
    read(record, "summary", article.summary);
    read(record, "body", article.body);
    read(record, "authors", article.authors);
    read(record, "published", published);
    read(record, "updated", updated);
    article.published = Timestamp::from_string(published);
    article.updated = Timestamp::from_string(updated);
    read(record, "source", article.source);
    read(record, "section", article.section);
    read(record, "topics", article.topics);
    read(record, "language", article.language);
    read(record, "url", article.url);
    visit(article);
  }
}

}  // namespace morgue::bench

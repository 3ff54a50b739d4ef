// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "extract/extract.h"

namespace morgue::extract {

struct Value {
  Value(std::string p, std::string v, Field::Kind k = Field::Kind::Text)
      : path(std::move(p)), value(std::move(v)), kind(k) {}
  std::string path;
  std::string value;
  Field::Kind kind;
};

inline Record record_of(const std::vector<Value>& values) {
  Record record;
  record.where = {"dump.jsonl", 7, 100};
  for (const Value& value : values) record.fields.push_back({value.path, value.value, value.kind});
  return record;
}

inline Extracted run(const std::vector<Value>& values, const Options& options = {}) {
  Extractor extractor(options);
  return extractor.extract(record_of(values));
}

inline Article article_of(const std::vector<Value>& values, const Options& options = {}) {
  auto result = run(values, options);
  if (const auto* reject = std::get_if<Reject>(&result)) {
    ADD_FAILURE() << reject->reason;
    return {};
  }
  return std::get<Article>(std::move(result));
}

inline std::string day_of(const std::vector<Value>& values) {
  const Article article = article_of(values);
  return article.published ? article.published->to_string() : "";
}

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "archive/intake.h"
#include "text/utf8.h"

namespace morgue::test {

/// Whether it counts among the records read.
inline bool is_record(const archive::Intake::Item& item) {
  return std::holds_alternative<Article>(item) || std::holds_alternative<Reject>(item);
}

inline std::string fault_of_date(const std::optional<Timestamp>& date, std::string_view name) {
  const bool sound = !date || (date->day.valid() && date->second_of_day >= 0 && date->second_of_day < 86400);
  return sound ? "" : "impossible " + std::string(name);
}

/// What no article may be, whatever it was made from. Empty: sound.
inline std::string fault_of(const Article& article) {
  // Of some, a dump keeps no more than number and date.
  const bool known = article.published && !article.key.empty();
  if (article.headline.empty() && article.body.empty() && article.summary.empty() && !known) return "no text at all";
  for (const std::string* one : {&article.key, &article.headline, &article.summary, &article.body, &article.source,
                                 &article.section, &article.language, &article.url, &article.dateline}) {
    if (!text::is_valid_utf8(*one)) return "not UTF-8: " + *one;
    if (one->find('\0') != std::string::npos) return "a NUL in: " + *one;
  }
  for (const auto* list :
       {&article.authors, &article.topics, &article.places, &article.people, &article.organizations}) {
    for (const std::string& value : *list) {
      if (value.empty() || !text::is_valid_utf8(value)) return "a value of a list: " + value;
    }
  }
  for (const std::string* line : {&article.headline, &article.source, &article.section}) {
    if (line->find_first_of("\n\r\x1B") != std::string::npos) return "more than a line: " + *line;
  }
  if (article.body.find('\x1B') != std::string::npos) return "an escape sequence in the body";
  if (article.published.has_value() == (article.published_origin == DateOrigin::None)) return "a date without origin";
  if (std::string fault = fault_of_date(article.published, "published"); !fault.empty()) return fault;
  if (std::string fault = fault_of_date(article.updated, "updated"); !fault.empty()) return fault;
  return article.words < 0 ? "fewer than no words" : "";
}

inline std::string fault_of(const Reject& reject) {
  if (reject.reason.empty()) return "a reject without a reason";
  if (!text::is_valid_utf8(reject.reason)) return "a reason that is not UTF-8";
  if (reject.excerpt.size() > 200 || !text::is_valid_utf8(reject.excerpt)) return "an excerpt: " + reject.excerpt;
  return "";
}

inline std::string fault_of(const archive::Intake::Item& item) {
  if (const auto* article = std::get_if<Article>(&item)) return fault_of(*article);
  if (const auto* reject = std::get_if<Reject>(&item)) return fault_of(*reject);
  if (const auto* passed = std::get_if<PassedOver>(&item)) return passed->kind.empty() ? "passed over as nothing" : "";
  if (const auto* unreadable = std::get_if<archive::Unreadable>(&item)) {
    return unreadable->error.message().empty() ? "unreadable without a reason" : "";
  }
  return "";
}

}  // namespace morgue::test

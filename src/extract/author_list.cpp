// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/author_list.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "extract/html_strip.h"
#include "extract/name_order.h"
#include "extract/value_list.h"
#include "text/names.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

std::vector<std::string> folded_words(View text) {
  const std::string folded = text::fold_value(text);
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

/// A sentence about somebody: `Jane Doe Is A Writer At Example`.
bool is_biography(const std::vector<std::string>& words) {
  constexpr View kVerbs[] = {"is", "was", "has", "covers", "covered", "writes", "wrote", "works", "worked", "joined"};
  if (words.size() < 4) return false;
  if (words.front() == "as") return true;
  return std::any_of(words.begin() + 1, words.end() - 1, [&](const std::string& word) {
    return std::find(std::begin(kVerbs), std::end(kVerbs), word) != std::end(kVerbs);
  });
}

/// Whether `next` is the biography of the person `name`.
bool introduces(View name, View next) {
  const auto words = folded_words(next);
  const auto own = folded_words(name);
  return is_biography(words) && !own.empty() && words.front() == own.front();
}

}  // namespace

std::vector<std::string> author_list(const std::vector<const Field*>& values) {
  std::vector<std::string> elements;
  for (const Field* field : values) {
    if (field->kind != Field::Kind::Text) continue;
    for (std::string& element : values.size() == 1 ? unwrap_list(field->value) : std::vector{field->value}) {
      elements.push_back(text::clean_line(looks_like_html(element) ? strip_html(element) : element));
    }
  }
  std::vector<std::string> authors;
  std::vector<std::string> keys;
  bool in_biography = false;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (is_biography(folded_words(elements[i]))) {
      in_biography = elements.size() > 1;
      if (in_biography) continue;
    }
    // What follows a biography is the rest of it, unless it is a person whose own biography comes next.
    if (in_biography && (i + 1 == elements.size() || !introduces(elements[i], elements[i + 1]))) continue;
    in_biography = false;
    for (std::string& name : text::split_byline(in_reading_order(elements[i]))) {
      std::string key = text::fold_value(name);
      if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
      keys.push_back(std::move(key));
      authors.push_back(std::move(name));
    }
  }
  return authors;
}

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/forms.h"

#include <algorithm>
#include <set>

#include "index/schema.h"
#include "text/word_glob.h"

namespace morgue::index {
namespace {

bool has_stemmer(const std::string& language) {
  const auto& all = text::Stemmer::languages();
  return std::binary_search(all.begin(), all.end(), language);
}

Forms plain(const std::set<std::string>& words) {
  Forms forms;
  for (const auto& word : words) forms.push_back({word, {}});
  return forms;
}

}  // namespace

Forms FormFinder::stemmed(const std::string& word) {
  std::vector<std::string> stems;  // of the word, by language
  std::set<std::string> found;
  std::set<std::string> keys;
  for (const auto& language : languages_) {
    stems.emplace_back(stemmer_.stem(word, language));
    const std::string& stem = stems.back();
    if (!has_stemmer(language)) continue;
    if (stem != word && stemmer_.stem(stem, language) == stem) found.insert(stem);
    keys.insert(stem_key(language, stem));
  }
  for (const auto& segment : segments_) {
    for (const auto& key : keys) {
      const auto end = segment.database().synonyms_end(key);
      for (auto at = segment.database().synonyms_begin(key); at != end; ++at) found.insert(*at);
    }
  }
  found.erase(word);
  Forms forms = just(word);
  for (const auto& form : found) {
    Form other{form, {}};
    for (std::size_t i = 0; i < languages_.size(); ++i) {
      if (stemmer_.stem(form, languages_[i]) != stems[i]) other.not_in.push_back(languages_[i]);
    }
    forms.push_back(std::move(other));
  }
  return forms;
}

Forms FormFinder::matching(std::string_view prefix, std::string_view pattern) const {
  return plain(vocabulary_.matching(prefix, text::WordGlob(pattern), pattern));
}

Forms FormFinder::within(std::string_view prefix, std::string_view word, std::size_t distance) const {
  return plain(vocabulary_.within(prefix, word, distance));
}

}  // namespace morgue::index

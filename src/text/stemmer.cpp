// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <functional>
#include <new>
#include <unordered_map>

#include "core/error.h"

namespace morgue::text {
namespace {

struct Algorithm {
  std::string_view language;
  const char* name;
};

// Sorted by language. Norwegian is written nb or nn, and declared as no.
constexpr std::array<Algorithm, 30> kAlgorithms = {{
    {"ar", "arabic"},    {"ca", "catalan"},    {"da", "danish"},     {"de", "german"},   {"el", "greek"},
    {"en", "english"},   {"es", "spanish"},    {"eu", "basque"},     {"fi", "finnish"},  {"fr", "french"},
    {"ga", "irish"},     {"hi", "hindi"},      {"hu", "hungarian"},  {"hy", "armenian"}, {"id", "indonesian"},
    {"it", "italian"},   {"lt", "lithuanian"}, {"nb", "norwegian"},  {"ne", "nepali"},   {"nl", "dutch"},
    {"nn", "norwegian"}, {"no", "norwegian"},  {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},
    {"sr", "serbian"},   {"sv", "swedish"},    {"ta", "tamil"},      {"tr", "turkish"},  {"yi", "yiddish"},
}};
static_assert(std::ranges::is_sorted(kAlgorithms, {}, &Algorithm::language));

const Algorithm* find_algorithm(std::string_view language) {
  const auto* found = std::ranges::lower_bound(kAlgorithms, language, {}, &Algorithm::language);
  return found != kAlgorithms.end() && found->language == language ? found : nullptr;
}

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

// A year of a newspaper has about this many different words; the cache starts again when it is full.
constexpr std::size_t kMaxCached = 100'000;
// No word of any language; the few Snowball algorithms that loop over suffixes are not run on hostile input.
constexpr std::size_t kMaxStemmed = 200;

/// Turkish sets suffixes of names off with an apostrophe; 's is English, and borrowed by German, Dutch and others.
std::string_view without_suffix(std::string_view term, std::string_view language) {
  const auto apostrophe = term.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return term;
  const bool cut = language == "tr" || term.substr(apostrophe) == "'s";
  return cut ? term.substr(0, apostrophe) : term;
}

class LanguageStemmer {
 public:
  explicit LanguageStemmer(const Algorithm& algorithm)
      : language_(algorithm.language), stemmer_(sb_stemmer_new(algorithm.name, "UTF_8")) {
    if (!stemmer_) {
      throw Error(ErrorCode::Internal, std::string("libstemmer has no algorithm ") + algorithm.name,
                  "install Debian's libstemmer");
    }
  }

  std::string_view stem(std::string_view term) {
    if (const auto found = cache_.find(term); found != cache_.end()) return found->second;
    if (cache_.size() >= kMaxCached) cache_.clear();
    return cache_.emplace(term, stem_once(term)).first->second;
  }

  std::string_view stem_once(std::string_view term) {
    const auto word = without_suffix(term, language_);
    const auto* stem =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
    if (stem == nullptr) throw std::bad_alloc();
    const std::string_view result(reinterpret_cast<const char*>(stem),
                                  static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
    // A stem of nothing would make all such words one.
    return result.empty() ? word : result;
  }

 private:
  std::string_view language_;
  std::unique_ptr<sb_stemmer, DeleteStemmer> stemmer_;
  std::unordered_map<std::string, std::string, Hash, std::equal_to<>> cache_;
};

}  // namespace

struct Stemmer::State {
  std::array<std::unique_ptr<LanguageStemmer>, kAlgorithms.size()> languages;
  std::string unstemmed;
};

Stemmer::Stemmer() : state_(std::make_unique<State>()) {}
Stemmer::~Stemmer() = default;

std::string_view Stemmer::stem(std::string_view term, std::string_view language) {
  return stem(term, language, true);
}

std::string_view Stemmer::stem_once(std::string_view term, std::string_view language) {
  return stem(term, language, false);
}

std::string_view Stemmer::stem(std::string_view term, std::string_view language, bool keep) {
  const Algorithm* algorithm = term.size() > kMaxStemmed ? nullptr : find_algorithm(language);
  if (algorithm == nullptr) {
    state_->unstemmed = term;
    return state_->unstemmed;
  }
  auto& stemmer = state_->languages[static_cast<std::size_t>(algorithm - kAlgorithms.data())];
  if (!stemmer) stemmer = std::make_unique<LanguageStemmer>(*algorithm);
  return keep ? stemmer->stem(term) : stemmer->stem_once(term);
}

const std::vector<std::string>& Stemmer::languages() {
  static const std::vector<std::string> kLanguages = [] {
    std::vector<std::string> tags;
    for (const auto& algorithm : kAlgorithms) tags.emplace_back(algorithm.language);
    return tags;
  }();
  return kLanguages;
}

}  // namespace morgue::text

// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_matcher.h"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

namespace morgue::text {
namespace {

/// A place to go on from: the token position that must match next, and where the last match ended in the text.
struct Reached {
  std::size_t position = 0;
  std::size_t end = 0;
  std::uint32_t last = 0;  ///< position covered: a pair of CJK characters covers the next one, too
};

class Matcher {
 public:
  Matcher(std::vector<PhrasePattern>& phrases, const std::vector<Token>& tokens, std::string_view language,
          Stemmer& stemmer)
      : phrases_(phrases), tokens_(tokens), language_(language), stemmer_(stemmer) {
    index_positions();
    index_first_words();
  }

  std::vector<WordMatch> run() {
    std::vector<WordMatch> matches;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (i > 0 && tokens_[i].position == tokens_[i - 1].position) continue;
      for (std::size_t phrase = 0; phrase < phrases_.size(); ++phrase) {
        if (!may_start(first_elements_[phrase], i)) continue;
        const auto reached = match_phrase(phrases_[phrase], tokens_[i].position);
        if (!reached || is_beyond(phrases_[phrase], *reached)) continue;
        matches.push_back({tokens_[i].begin, reached->end, phrase, tokens_[i].position, reached->last});
      }
    }
    return matches;
  }

 private:
  static bool is_beyond(const PhrasePattern& phrase, const Reached& reached) {
    return phrase.first_words != 0 && reached.last >= phrase.first_words;
  }

  void index_positions() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (tokens_[i].position == starts_.size()) starts_.push_back(i);
    }
    starts_.push_back(tokens_.size());
  }

  void index_first_words() {
    for (auto& phrase : phrases_) {
      std::vector<TokenPattern*> elements;
      if (!phrase.words.empty()) {
        for (auto& alternative : phrase.words.front().alternatives) elements.push_back(&alternative.front());
      }
      first_elements_.push_back(std::move(elements));
    }
  }

  /// Whether one of the tokens at the position of token `first` can be the first of a phrase.
  bool may_start(const std::vector<TokenPattern*>& elements, std::size_t first) {
    const std::size_t end = starts_[tokens_[first].position + 1];
    for (std::size_t i = first; i < end; ++i) {
      for (auto* element : elements) {
        if (is_match(*element, tokens_[i])) return true;
      }
    }
    return false;
  }

  bool is_match(TokenPattern& element, const Token& token) {
    switch (element.by) {
      case TokenPattern::By::Term:
        return token.term == element.text;
      case TokenPattern::By::Exact:
        return token.exact == element.text;
      case TokenPattern::By::Prefix:
        return (token.kind == TokenKind::Cjk || token.kind == TokenKind::CjkTail) &&
               token.term.starts_with(element.text);
      case TokenPattern::By::Wildcard:
        return element.glob->matches(token.term);
      case TokenPattern::By::Fuzzy:
        return element.walker->feed(token.term).distance.has_value();
      case TokenPattern::By::Stem:
        break;
    }
    if (token.kind != TokenKind::Word && token.kind != TokenKind::Compound) return false;
    return stem_of(token) == element.text;
  }

  std::string_view stem_of(const Token& token) {
    if (stemmed_ != &token) {
      stem_ = stemmer_.stem(token.term, language_);
      stemmed_ = &token;
    }
    return stem_;
  }

  /// Moves on over one token that matches `element`, in each way there is.
  void step(TokenPattern& element, const Reached& from, std::vector<Reached>& to) {
    if (from.position + 1 >= starts_.size()) return;
    for (std::size_t i = starts_[from.position]; i < starts_[from.position + 1]; ++i) {
      if (!is_match(element, tokens_[i])) continue;
      // A single character is the beginning of the pair that is its token.
      const bool first_half = element.by == TokenPattern::By::Prefix;
      const std::size_t end = first_half ? end_of_character(i) : tokens_[i].end;
      const std::size_t next = from.position + 1;
      const bool pair = tokens_[i].kind == TokenKind::Cjk && !first_half;
      to.push_back({next, std::max(from.end, end), static_cast<std::uint32_t>(pair ? next : next - 1)});
    }
  }

  std::size_t end_of_character(std::size_t token) const {
    const std::size_t next = token + 1;
    const bool overlaps = tokens_[token].kind == TokenKind::Cjk && next < tokens_.size();
    return overlaps ? std::min(tokens_[token].end, tokens_[next].begin) : tokens_[token].end;
  }

  std::optional<Reached> match_phrase(PhrasePattern& phrase, std::size_t position) {
    std::vector<Reached> reached = {{position, 0, 0}};
    for (auto& word : phrase.words) {
      std::vector<Reached> behind_word;
      for (auto& alternative : word.alternatives) {
        std::vector<Reached> places = reached;
        for (auto& element : alternative) {
          std::vector<Reached> next;
          for (const auto& place : places) step(element, place, next);
          places = std::move(next);
          if (places.empty()) break;
        }
        behind_word.insert(behind_word.end(), places.begin(), places.end());
      }
      reached = without_repeats(std::move(behind_word));
      if (reached.empty()) return std::nullopt;
    }
    return reached.back();
  }

  /// One way to each position is enough; without this, the ways would double with each compound of a long phrase.
  static std::vector<Reached> without_repeats(std::vector<Reached> places) {
    std::ranges::sort(places, {}, [](const Reached& place) { return std::tuple(place.position, place.end); });
    const auto same = [](const Reached& a, const Reached& b) { return a.position == b.position; };
    places.erase(std::unique(places.begin(), places.end(), same), places.end());
    return places;
  }

  std::vector<PhrasePattern>& phrases_;
  const std::vector<Token>& tokens_;
  std::string_view language_;
  Stemmer& stemmer_;
  std::vector<std::size_t> starts_;  ///< first token of each position, and the end
  std::vector<std::vector<TokenPattern*>> first_elements_;
  const Token* stemmed_ = nullptr;  ///< the token whose stem is in stem_
  std::string_view stem_;
};

}  // namespace

void stem_patterns(std::vector<PhrasePattern>& phrases, std::string_view language, Stemmer& stemmer) {
  for (auto& phrase : phrases) {
    for (auto& word : phrase.words) {
      for (auto& alternative : word.alternatives) {
        for (auto& element : alternative) {
          if (element.by == TokenPattern::By::Stem) element.text = stemmer.stem(element.word, language);
        }
      }
    }
  }
}

std::vector<WordMatch> find_matches(std::vector<PhrasePattern>& phrases, const std::vector<Token>& tokens,
                                    std::string_view language, Stemmer& stemmer) {
  return Matcher(phrases, tokens, language, stemmer).run();
}

}  // namespace morgue::text

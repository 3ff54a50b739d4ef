// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_glob.h"

#include <algorithm>

#include "text/char_reader.h"
#include "text/utf8.h"
#include "text/word_builder.h"

namespace morgue::text {
namespace {

constexpr char kAny = '\xFF';
constexpr char kOne = '\xFE';
constexpr std::string_view kWildcards = "\xFE\xFF";

bool is_wildcard(char32_t c) {
  return c == U'*' || c == U'?';
}

/// Accents, which have been folded away with the letter that the wildcard before them stands for.
bool is_accent(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

/// Folds the pattern sign by sign. Its words are not whole, so the scanner's rules about what may stand where do not
/// hold: punctuation that a term can have in it is kept, punctuation that terms leave out is left out.
class GlobFolder {
 public:
  explicit GlobFolder(std::string_view pattern) : reader_(table_, pattern), numbers_(is_numeric()) {}

  std::string run() {
    for (Char c = reader_.at(0); c.info != nullptr; c = reader_.after(c)) {
      if (is_wildcard(c.code_point)) {
        end_run();
        add_wildcard(c.code_point == U'*');
      } else {
        add(c);
        if (!c.is(CharClass::Mark)) previous_ = c;
      }
    }
    builder_.drop_possessive();
    end_run();
    return std::move(folded_);
  }

 private:
  /// No letter, so that hyphens and slashes stay in the terms: 9/11, 1939-45.
  bool is_numeric() const {
    for (Char c = reader_.at(0); c.info != nullptr; c = reader_.after(c)) {
      if (c.is(CharClass::Letter)) return false;
    }
    return true;
  }

  void add(const Char& c) {
    switch (c.cls()) {
      case CharClass::Letter:
      case CharClass::Digit:
      case CharClass::Cjk:
        builder_.add(c, reader_.source(c));
        return;
      case CharClass::Mark:
        if (!builder_.empty() || !is_accent(c.code_point)) builder_.attach(c, reader_.source(c));
        return;
      case CharClass::Apostrophe:
        builder_.add_inner('\'');
        return;
      case CharClass::Ampersand:
        builder_.add_inner('&');
        return;
      case CharClass::Dot:
        if (!previous_.is(CharClass::Letter)) builder_.add_inner('.');
        return;
      case CharClass::Comma:
        builder_.add_inner(',');
        return;
      case CharClass::Hyphen:
        if (numbers_) builder_.add_inner('-');
        return;
      case CharClass::Slash:
        if (numbers_) builder_.add_inner('/');
        return;
      case CharClass::MiddleDot:
      case CharClass::HebrewQuote:
        return;
      default:
        // Nothing to fold: no term has it.
        end_run();
        append_utf8(folded_, c.code_point);
    }
  }

  void add_wildcard(bool any) {
    if (any && folded_.ends_with(kAny)) return;
    folded_ += any ? kAny : kOne;
    previous_ = Char{};
  }

  void end_run() {
    folded_ += builder_.term();
    builder_.clear();
  }

  CharTable table_;
  WordBuilder builder_{table_};
  CharReader reader_;
  bool numbers_;
  Char previous_;
  std::string folded_;
};

std::size_t next_position(std::string_view text, std::size_t pos) {
  next_code_point(text, pos);
  return pos;
}

}  // namespace

WordGlob::WordGlob(std::string_view pattern)
    : folded_(GlobFolder(pattern).run()), prefix_(std::min(folded_.find_first_of(kWildcards), folded_.size())) {}

std::string_view WordGlob::longest_piece() const {
  std::string_view longest;
  std::string_view rest = folded_;
  while (!rest.empty()) {
    const std::string_view piece = rest.substr(0, rest.find_first_of(kWildcards));
    if (piece.size() > longest.size()) longest = piece;
    rest.remove_prefix(std::min(piece.size() + 1, rest.size()));
  }
  return longest;
}

bool WordGlob::matches(std::string_view folded_term) const {
  if (!folded_term.starts_with(fixed_prefix())) return false;
  const std::string_view pattern = folded_;
  std::size_t at = prefix_;
  std::size_t pos = prefix_;
  // Only the last `*` needs to be tried again: what stands between two of them may as well be taken where it comes
  // first.
  std::size_t behind_any = std::string_view::npos;
  std::size_t retry = 0;
  for (;;) {
    if (at < pattern.size() && pattern[at] == kAny) {
      behind_any = ++at;
      retry = pos;
      if (at == pattern.size()) return true;
    } else if (pos == folded_term.size()) {
      return at == pattern.size();
    } else if (at < pattern.size() && pattern[at] == kOne) {
      ++at;
      pos = next_position(folded_term, pos);
    } else if (at < pattern.size() && pattern[at] == folded_term[pos]) {
      ++at;
      ++pos;
    } else if (behind_any == std::string_view::npos) {
      return false;
    } else {
      at = behind_any;
      pos = retry = next_position(folded_term, retry);
    }
  }
}

}  // namespace morgue::text

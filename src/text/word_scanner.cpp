// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_scanner.h"

#include "text/word_rules.h"

namespace morgue::text {
namespace {

class WordScan {
 public:
  WordScan(const CharReader& reader, WordBuilder& builder) : reader_(reader), builder_(builder) {}

  ScannedWord run(std::size_t begin) {
    word_.end = word_.next = begin;
    for (;;) {
      take_ascii();
      const Char c = reader_.at(word_.next);
      if (!take(c)) break;
    }
    word_.is_number = letters_ == 0;
    return word_;
  }

 private:
  void advance(std::size_t end) { word_.end = word_.next = end; }

  /// The common case, without looking anything up.
  void take_ascii() {
    const std::string_view text = reader_.text();
    const std::size_t begin = word_.next;
    std::size_t pos = begin;
    for (; pos < text.size(); ++pos) {
      const char c = text[pos];
      const char lowered = static_cast<char>(c | 0x20);
      if (lowered >= 'a' && lowered <= 'z') {
        ++letters_;
      } else if (c >= '0' && c <= '9') {
        ++digits_;
      } else {
        break;
      }
    }
    if (pos == begin) return;
    builder_.add_ascii(text.substr(begin, pos - begin));
    const char last = text[pos - 1];
    last_ = Char{.code_point = static_cast<unsigned char>(last), .begin = pos - 1, .end = pos};
    last_class_ = last >= '0' && last <= '9' ? CharClass::Digit : CharClass::Letter;
    advance(pos);
  }

  bool take(const Char& c) {
    switch (c.cls()) {
      case CharClass::Letter:
      case CharClass::Digit:
        builder_.add(c, reader_.source(c));
        ++(c.is(CharClass::Letter) ? letters_ : digits_);
        last_ = c;
        last_class_ = c.cls();
        advance(c.end);
        return true;
      case CharClass::Mark:
        builder_.attach(c, reader_.source(c));
        advance(c.end);
        return true;
      case CharClass::Apostrophe:
        return take_apostrophe(c);
      case CharClass::Dot:
      case CharClass::Comma:
        return take_dot_or_comma(c);
      case CharClass::Ampersand:
        return take_ampersand(c);
      case CharClass::MiddleDot:
        return take_middle_dot(c);
      case CharClass::HebrewQuote:
        return take_hebrew_quote(c);
      default:
        return false;
    }
  }

  bool take_inner(const Char& c, char punctuation) {
    builder_.add_inner(punctuation);
    has_punctuation_ = true;
    advance(c.end);
    return true;
  }

  bool take_apostrophe(const Char& c) {
    const Char next = reader_.after(c);
    if (!next.is(CharClass::Letter)) return false;
    if (is_elision(builder_.term(), next)) {
      word_.is_elided = true;
      word_.next = c.end;
      return false;
    }
    return take_inner(c, '\'');
  }

  bool take_dot_or_comma(const Char& c) {
    if (last_class_ == CharClass::Digit) {
      return reader_.after(c).is(CharClass::Digit) && take_inner(c, c.is(CharClass::Dot) ? '.' : ',');
    }
    if (!c.is(CharClass::Dot) || has_punctuation_ || digits_ > 0 || letters_ > 2) return false;
    const std::size_t end = find_abbreviation(reader_, c, letters_);
    if (end == 0) return false;
    has_punctuation_ = true;
    for (Char part = reader_.after(c); part.end <= end && part.info != nullptr; part = reader_.after(part)) {
      if (part.is(CharClass::Letter)) {
        builder_.add(part, reader_.source(part));
        ++letters_;
      } else if (part.is(CharClass::Mark)) {
        builder_.attach(part, reader_.source(part));
      }
    }
    advance(end);
    return take_possessive();
  }

  /// After an abbreviation only 's goes on with the word: `the U.S.'s share`, but `the U.S.The next`.
  bool take_possessive() {
    const Char apostrophe = reader_.at(word_.next);
    if (!apostrophe.is(CharClass::Apostrophe)) return false;
    const Char s = reader_.after(apostrophe);
    if (s.code_point != U's' && s.code_point != U'S') return false;
    const Char behind = reader_.after(s);
    if (behind.is_alphanumeric() || behind.is(CharClass::Mark)) return false;
    return take_inner(apostrophe, '\'');
  }

  bool take_ampersand(const Char& c) {
    if (has_punctuation_ || !joins_names(reader_, c, letters_ + digits_)) return false;
    return take_inner(c, '&');
  }

  /// Catalan l·l, which many write without the dot.
  bool take_middle_dot(const Char& c) {
    const Char next = reader_.after(c);
    if (!builder_.term().ends_with('l') || next.info == nullptr || next.info->term() != "l") return false;
    builder_.add_inner_exact("\xC2\xB7");
    advance(c.end);
    return true;
  }

  bool take_hebrew_quote(const Char& c) {
    const Char next = reader_.after(c);
    const bool inside = last_.info != nullptr && last_.info->script == ScriptGroup::Hebrew && next.info != nullptr &&
                        next.is(CharClass::Letter) && next.info->script == ScriptGroup::Hebrew;
    if (inside) advance(c.end);
    return inside;
  }

  const CharReader& reader_;
  WordBuilder& builder_;
  ScannedWord word_;
  Char last_;  ///< last letter or digit; without info if it is ASCII
  CharClass last_class_ = CharClass::Other;
  std::size_t letters_ = 0;
  std::size_t digits_ = 0;
  bool has_punctuation_ = false;
};

}  // namespace

ScannedWord scan_word(const CharReader& reader, const Char& first, WordBuilder& builder) {
  builder.clear();
  return WordScan(reader, builder).run(first.begin);
}

}  // namespace morgue::text

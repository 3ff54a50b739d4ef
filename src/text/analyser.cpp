// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/analyser.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>

#include "text/char_reader.h"
#include "text/long_term.h"
#include "text/term_arena.h"
#include "text/word_builder.h"
#include "text/word_scanner.h"

namespace morgue::text {
namespace {

// Raise with every change of the rules.
constexpr int kRules = 1;
constexpr std::size_t kMaxParts = 8;
constexpr std::size_t kMaxPartsWithSlash = 3;
constexpr std::size_t kPortion = 16'384;
// A dot behind fewer letters may belong to an abbreviation.
constexpr std::size_t kMostAbbreviated = 2;

bool is_ascii_letter(char c) {
  const char lowered = static_cast<char>(c | 0x20);
  return lowered >= 'a' && lowered <= 'z';
}

bool is_ascii_separator(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !is_ascii_letter(c) && (c < '0' || c > '9');
}

/// Whether a word of plain letters may go on at this byte, for all one can tell without a look at what follows.
bool may_go_on(char c, std::size_t letters) {
  switch (c) {
    case '\'':
    case '`':
    case '-':
    case '/':
    case '&':
      return true;
    case '.':
      return letters <= kMostAbbreviated;
    default:
      return !is_ascii_separator(c);
  }
}

}  // namespace

struct Analyser::State {
  CharTable table;
  WordBuilder builder{table};
  TermArena arena;
  std::vector<Token> tokens;
  std::uint32_t position = 0;
  const std::function<void(const std::vector<Token>&)>* take = nullptr;  ///< none: all tokens are kept

  // The character of a CJK run before the current one.
  std::string previous_term;
  std::string previous_exact;

  std::string joined_term;
  std::string joined_exact;
  std::string separators;

  void run(std::string_view text);
  bool hand_over();
  std::size_t add_plain_word(std::string_view text, std::size_t begin);
  std::size_t add_words(const CharReader& reader, Char first);
  void add_compound(std::size_t first_part);
  std::size_t add_cjk(const CharReader& reader, Char first);
  Token make(std::string_view term, std::string_view exact, std::size_t begin, std::size_t end, TokenKind kind);
};

Token Analyser::State::make(std::string_view term, std::string_view exact, std::size_t begin, std::size_t end,
                            TokenKind kind) {
  const auto keep = [this](std::string_view text) {
    return text.size() > kMaxTermBytes ? arena.store(shorten_term(text)) : arena.store(text);
  };
  Token token;
  token.term = keep(term);
  token.exact = exact == term ? token.term : keep(exact);
  token.position = position;
  token.begin = begin;
  token.end = end;
  token.kind = kind;
  return token;
}

void Analyser::State::run(std::string_view text) {
  arena.clear();
  tokens.clear();
  position = 0;
  const CharReader reader(table, text);
  std::size_t pos = 0;
  for (;;) {
    hand_over();
    while (pos < text.size() && is_ascii_separator(text[pos])) ++pos;
    if (const std::size_t end = add_plain_word(text, pos); end != pos) {
      pos = end;
      continue;
    }
    const Char c = reader.at(pos);
    if (c.info == nullptr) break;
    if (c.is_alphanumeric()) {
      pos = add_words(reader, c);
    } else if (c.is(CharClass::Cjk)) {
      pos = add_cjk(reader, c);
    } else {
      pos = c.end;
    }
  }
}

/// Gives away the tokens so far, if that is wanted and they are many.
bool Analyser::State::hand_over() {
  if (take == nullptr || tokens.size() < kPortion) return false;
  (*take)(tokens);
  tokens.clear();
  arena.clear();
  return true;
}

/// Most words are ASCII letters between blanks, which no rule changes; where one might, it is left to add_words. Where
/// the word ends; `begin` if there is none.
std::size_t Analyser::State::add_plain_word(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_ascii_letter(text[end])) ++end;
  const std::size_t size = end - begin;
  if (size == 0 || size > kMaxTermBytes || (end < text.size() && may_go_on(text[end], size))) return begin;
  char* term = arena.allocate(size);
  std::transform(text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
                 term, [](char c) { return static_cast<char>(c | 0x20); });
  const std::string_view view(term, size);
  tokens.push_back({view, view, position++, begin, end, TokenKind::Word});
  return end;
}

/// Words joined by hyphens and slashes, and the compound they make.
std::size_t Analyser::State::add_words(const CharReader& reader, Char first) {
  std::size_t first_part = tokens.size();
  separators.clear();
  for (;;) {
    // Of so many parts there is no compound, which would need all of them.
    if (separators.size() > kMaxParts && hand_over()) first_part = 0;
    const ScannedWord word = scan_word(reader, first, builder);
    builder.drop_possessive();
    // Only a combining mark without a letter under it can leave nothing.
    if (!builder.empty()) {
      const TokenKind kind = word.is_number ? TokenKind::Number : TokenKind::Word;
      tokens.push_back(make(builder.term(), builder.exact(), first.begin, word.end, kind));
      ++position;
    }
    if (word.is_elided) return word.next;
    const Char separator = reader.at(word.next);
    const bool hyphen = separator.is(CharClass::Hyphen);
    const Char next = hyphen || separator.is(CharClass::Slash) ? reader.after(separator) : Char{};
    if (!next.is_alphanumeric()) {
      add_compound(first_part);
      return word.next;
    }
    separators.push_back(hyphen ? '-' : '/');
    first = next;
  }
}

void Analyser::State::add_compound(std::size_t first_part) {
  const std::size_t parts = tokens.size() - first_part;
  const bool has_slash = separators.find('/') != std::string::npos;
  if (parts < 2 || parts != separators.size() + 1 || parts > (has_slash ? kMaxPartsWithSlash : kMaxParts)) return;
  bool numbers = true;
  for (std::size_t i = first_part; i < tokens.size(); ++i) numbers = numbers && tokens[i].kind == TokenKind::Number;
  joined_term.clear();
  joined_exact.clear();
  for (std::size_t i = 0; i < parts; ++i) {
    if (i > 0 && numbers) {
      joined_term += separators[i - 1];
      joined_exact += separators[i - 1];
    }
    joined_term += tokens[first_part + i].term;
    joined_exact += tokens[first_part + i].exact;
  }
  Token compound = make(joined_term, joined_exact, tokens[first_part].begin, tokens.back().end, TokenKind::Compound);
  compound.position = tokens[first_part].position;
  tokens.insert(tokens.begin() + static_cast<std::ptrdiff_t>(first_part) + 1, compound);
}

std::size_t Analyser::State::add_cjk(const CharReader& reader, Char first) {
  std::size_t previous_begin = 0;
  std::size_t previous_end = 0;
  bool has_previous = false;
  Char c = first;
  while (c.is(CharClass::Cjk)) {
    builder.clear();
    builder.add(c, reader.source(c));
    const std::size_t begin = c.begin;
    std::size_t end = c.end;
    for (c = reader.after(c); c.is(CharClass::Mark) || (c.is(CharClass::Cjk) && c.info->composes);
         c = reader.after(c)) {
      builder.attach(c, reader.source(c));
      end = c.end;
    }
    if (has_previous) {
      previous_term += builder.term();
      previous_exact += builder.exact();
      tokens.push_back(make(previous_term, previous_exact, previous_begin, end, TokenKind::Cjk));
      ++position;
      hand_over();
    }
    previous_term = builder.term();
    previous_exact = builder.exact();
    previous_begin = begin;
    previous_end = end;
    has_previous = true;
  }
  tokens.push_back(make(previous_term, previous_exact, previous_begin, previous_end, TokenKind::CjkTail));
  ++position;
  return previous_end;
}

Analyser::Analyser() : state_(std::make_unique<State>()) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;

std::string_view Analyser::fingerprint() {
  static const std::string kFingerprint = [] {
    UVersionInfo version{};
    u_getUnicodeVersion(version);
    return "morgue-" + std::to_string(kRules) + "/unicode-" + std::to_string(version[0]) + "." +
           std::to_string(version[1]);
  }();
  return kFingerprint;
}

const std::vector<Token>& Analyser::analyse(std::string_view text) {
  state_->run(text);
  return state_->tokens;
}

void Analyser::analyse(std::string_view text, const std::function<void(const std::vector<Token>&)>& take) {
  state_->take = &take;
  try {
    state_->run(text);
  } catch (...) {
    state_->take = nullptr;
    throw;
  }
  state_->take = nullptr;
  if (!state_->tokens.empty()) take(state_->tokens);
}

std::int64_t Analyser::count_words(std::string_view text) {
  analyse(text, [](const std::vector<Token>&) {});
  return state_->position;
}

}  // namespace morgue::text

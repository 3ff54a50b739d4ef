// SPDX-License-Identifier: GPL-2.0-or-later
#include "index/query_reading.h"

#include "core/error.h"

namespace morgue::index {

using text::Token;
using text::TokenKind;

Reading QueryReader::read(std::string_view text) {
  const std::vector<Token>& tokens = analyser_.analyse(text);
  Reading reading;
  const Token* compound = nullptr;
  const Token* last = nullptr;
  std::uint32_t first_position = 0;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::Compound) {
      compound = &token;
      continue;
    }
    const bool ends_run = token.kind == TokenKind::CjkTail && last != nullptr && last->kind == TokenKind::Cjk;
    last = &token;
    if (ends_run) continue;  // the pair before it holds this character
    if (reading.words.empty()) first_position = token.position;
    reading.words.push_back({std::string(token.term), std::string(token.exact), token.position - first_position,
                             token.kind == TokenKind::Cjk ? 2U : 1U, token.kind == TokenKind::CjkTail});
  }
  if (reading.words.empty()) {
    throw Error(ErrorCode::Query, "there is no word to search for in \"" + std::string(text) + "\"",
                "write at least one letter or digit; punctuation is not indexed");
  }
  if (reading.words.size() == 1) {
    if (last->kind == TokenKind::Word) reading.stemmed = last->term;
  } else if (compound != nullptr && compound->begin <= tokens.front().begin && compound->end >= last->end) {
    reading.compound = compound->term;
    reading.stemmed = compound->term;
  }
  return reading;
}

bool QueryReader::is_pair_with(std::string_view term, std::string_view character) {
  const auto& tokens = analyser_.analyse(term);
  return tokens.size() == 2 && tokens[0].kind == TokenKind::Cjk && tokens[1].begin == character.size();
}

}  // namespace morgue::index

// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/quotation.h"

#include <utility>
#include <vector>

#include "query/characters.h"
#include "text/utf8.h"

namespace morgue::query {
namespace {

constexpr std::string_view kEscapable = "\"\\*?";

/// Whether the sign at `pos` stands where a typist would put a wildcard: what ends a word in `?` is a question.
bool wildcard_at(std::string_view text, std::size_t pos) {
  if (text[pos] != '?') return text[pos] == '*';
  std::size_t next = pos + 1;
  return next < text.size() && is_word_like(text::next_code_point(text, next));
}

class Reader {
 public:
  Reader(std::string_view query, std::size_t pos) : query_(query), pos_(pos) {}

  std::optional<Quotation> run() {
    const std::u32string_view closers = closing_quotes(text::next_code_point(query_, pos_));
    while (pos_ < query_.size()) {
      const std::size_t here = pos_;
      const char32_t c = text::next_code_point(query_, pos_);
      if (closers.find(c) != std::u32string_view::npos) return finish();
      if (is_blank(c)) {
        gap_ = true;
      } else if (c == U'\\' && pos_ < query_.size() && kEscapable.find(query_[pos_]) != std::string_view::npos) {
        add(query_.substr(pos_++, 1), false);
      } else {
        add(query_.substr(here, pos_ - here), c == U'*' || c == U'?');
      }
    }
    return std::nullopt;
  }

 private:
  void add(std::string_view bytes, bool candidate) {
    if (gap_ && !text_.empty()) text_ += ' ';
    gap_ = false;
    if (candidate) candidates_.push_back(text_.size());
    text_ += bytes;
  }

  Quotation finish() {
    std::erase_if(candidates_, [this](std::size_t at) { return !wildcard_at(text_, at); });
    return {std::move(text_), pos_, std::move(candidates_)};
  }

  std::string_view query_;
  std::size_t pos_;
  std::string text_;
  std::vector<std::size_t> candidates_;  ///< in text_: decided when their right neighbours are known
  bool gap_ = false;
};

}  // namespace

std::optional<Quotation> read_quotation(std::string_view query, std::size_t pos) {
  return Reader(query, pos).run();
}

std::string quote(std::string_view text, bool wildcards) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool sign = text[i] == '"' || text[i] == '\\';
    if (sign || (wildcards && wildcard_at(text, i))) out += '\\';
    out += text[i];
  }
  return out += '"';
}

}  // namespace morgue::query

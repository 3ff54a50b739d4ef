// SPDX-License-Identifier: GPL-2.0-or-later
#include "text/word_builder.h"

#include <span>

namespace morgue::text {
namespace {

/// The accents that mark stress in Cyrillic textbooks and names; where they make a letter of its own (ѓ, ќ) they have
/// been composed into it before anybody asks.
bool is_stress(char32_t mark) {
  return mark == 0x0300 || mark == 0x0301;
}

bool is_mark_dropped(ScriptGroup script, char32_t mark) {
  return script == ScriptGroup::MarksFold || (script == ScriptGroup::Cyrillic && is_stress(mark));
}

}  // namespace

void WordBuilder::clear() {
  term_.clear();
  exact_.clear();
  differs_ = false;
  unit_size_ = 0;
}

void WordBuilder::append(std::string_view term, std::string_view exact) {
  if (!differs_ && term != exact) {
    exact_ = term_;
    differs_ = true;
  }
  term_ += term;
  if (differs_) exact_ += exact;
}

void WordBuilder::start_unit(const Char& character) {
  unit_[0] = character.code_point;
  unit_size_ = 1;
  unit_term_ = term_.size();
  unit_exact_ = differs_ ? exact_.size() : term_.size();
  unit_script_ = character.info->script;
  last_order_ = character.info->order;
}

void WordBuilder::add(const Char& character, std::string_view source) {
  start_unit(character);
  if (character.info->verbatim) {
    append(source, source);
  } else {
    append(character.info->term(), character.info->exact());
  }
}

void WordBuilder::add_ascii(std::string_view run) {
  if (run.empty()) return;
  const std::size_t start = term_.size();
  term_.resize(start + run.size());
  for (std::size_t i = 0; i < run.size(); ++i) {
    const char c = run[i];
    term_[start + i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  }
  if (differs_) exact_.append(term_, start);
  unit_[0] = static_cast<unsigned char>(run.back());
  unit_size_ = 1;
  unit_term_ = term_.size() - 1;
  unit_exact_ = (differs_ ? exact_.size() : term_.size()) - 1;
  const bool digit = run.back() >= '0' && run.back() <= '9';
  unit_script_ = digit ? ScriptGroup::Other : ScriptGroup::MarksFold;
  last_order_ = 0;
}

void WordBuilder::attach(const Char& character, std::string_view source) {
  if (unit_size_ == kMaxUnit) return;
  if (unit_size_ == 0) {
    add(character, source);
    return;
  }
  unit_[unit_size_++] = character.code_point;
  const CharInfo& info = *character.info;
  if (info.composes || (info.order != 0 && last_order_ > info.order)) {
    rebuild_unit();
    return;
  }
  last_order_ = info.order;
  append(is_mark_dropped(unit_script_, character.code_point) ? std::string_view() : info.term(), info.exact());
}

void WordBuilder::rebuild_unit() {
  term_.resize(unit_term_);
  if (differs_) exact_.resize(unit_exact_);
  bool first = true;
  for (const char32_t code_point : CharTable::compose(std::span(unit_).first(unit_size_))) {
    const CharInfo& info = table_.info(code_point);
    if (info.verbatim) {
      std::string bytes;
      append_utf8(bytes, code_point);
      append(bytes, bytes);
    } else {
      append(!first && is_mark_dropped(unit_script_, code_point) ? std::string_view() : info.term(), info.exact());
    }
    last_order_ = info.order;
    first = false;
  }
}

void WordBuilder::add_inner(char punctuation) {
  const std::string_view text(&punctuation, 1);
  append(text, text);
  unit_size_ = 0;
}

void WordBuilder::add_inner_exact(std::string_view punctuation) {
  append({}, punctuation);
  unit_size_ = 0;
}

void WordBuilder::drop_possessive() {
  constexpr std::string_view kPossessive = "'s";
  if (term_.size() <= kPossessive.size() || !term_.ends_with(kPossessive)) return;
  if (!differs_) exact_ = term_;
  differs_ = true;
  term_.resize(term_.size() - kPossessive.size());
}

}  // namespace morgue::text

// SPDX-License-Identifier: GPL-2.0-or-later
// Which key does what.
#include <algorithm>
#include <optional>

#include "browse/browser.h"
#include "browse/view.h"

namespace morgue::browse {
namespace {

constexpr std::ptrdiff_t kFar = 1'000'000'000;

/// Rows that a key moves by in a window of so many; none: the key does not move.
std::optional<std::ptrdiff_t> rows_of(Key::Kind kind, std::size_t window) {
  const auto page = static_cast<std::ptrdiff_t>(std::max<std::size_t>(window, 2) - 1);
  switch (kind) {
    case Key::Kind::Up:
      return -1;
    case Key::Kind::Down:
      return 1;
    case Key::Kind::PageUp:
      return -page;
    case Key::Kind::PageDown:
      return page;
    case Key::Kind::Home:
      return -kFar;
    case Key::Kind::End:
      return kFar;
    default:
      return std::nullopt;
  }
}

std::optional<Facet> facet_of(const Key& key) {
  if (key.kind != Key::Kind::Character) return std::nullopt;
  for (const Facet facet : kEveryFacet) {
    if (key.character == key_of(facet)) return facet;
  }
  return std::nullopt;
}

Facet neighbour(Facet facet, bool right) {
  return static_cast<Facet>((static_cast<std::size_t>(facet) + (right ? 1 : kFacets - 1)) % kFacets);
}

bool is(const Key& key, char32_t character) {
  return key.kind == Key::Kind::Character && key.character == character;
}

}  // namespace

void Browser::key(const Key& key) {
  state_.notice = {};
  if (!key_anywhere(key)) {
    switch (state_.focus) {
      case Focus::Query:
        key_in_query(key);
        break;
      case Focus::List:
        key_in_list(key);
        break;
      case Focus::Reading:
        key_in_reading(key);
        break;
      case Focus::Facets:
        key_in_facets(key);
        break;
      case Focus::File:
        key_in_file(key);
        break;
      case Focus::Replace:
        key_in_replace(key);
        break;
      case Focus::Help:
        key_in_help(key);
        break;
    }
  }
  arrange();
}

bool Browser::key_anywhere(const Key& key) {
  using Kind = Key::Kind;
  if (key.kind == Kind::Click || key.kind == Kind::WheelUp || key.kind == Kind::WheelDown) {
    mouse(key);
  } else if (key.kind == Kind::Control && key.character == U'l') {
    effects_.push_back({Effect::Kind::Redraw, {}, {}});
  } else if (key.kind == Kind::Refresh) {
    ++snapshot_;
  } else if (key.kind == Kind::Help && state_.focus != Focus::Help) {
    focus(Focus::Help);
  } else {
    return false;
  }
  return true;
}

void Browser::key_in_query(const Key& key) {
  using Kind = Key::Kind;
  if (key.kind == Kind::Enter || key.kind == Kind::Escape || key.kind == Kind::Tab) {
    focus(Focus::List);
  } else if (key.kind == Kind::Home || key.kind == Kind::End || !move_list(key.kind)) {
    state_.query.handle(key);
  }
}

bool Browser::move_list(Key::Kind kind) {
  const auto rows = rows_of(kind, state_.layout.list.rows);
  if (rows) state_.list.move(*rows);
  return rows.has_value();
}

void Browser::key_in_list(const Key& key) {
  using Kind = Key::Kind;
  if (move_list(key.kind)) return;
  if (key.kind == Kind::Enter || key.kind == Kind::Right) {
    if (state_.list.current() != nullptr) focus(Focus::Reading);
  } else if (key.kind == Kind::Tab || key.kind == Kind::BackTab) {
    focus(key.kind == Kind::Tab ? Focus::Facets : Focus::Query);
  } else if (key.kind == Kind::Backspace && !state_.narrowings.empty()) {
    state_.narrowings.pop_back();
  } else if (const auto facet = facet_of(key)) {
    state_.facet = *facet;
    focus(Focus::Facets);
  } else if (key.kind == Kind::Character) {
    character_in_list(key.character);
  }
}

void Browser::character_in_list(char32_t character) {
  const auto page = static_cast<std::ptrdiff_t>(std::max<std::size_t>(state_.layout.reading.rows, 3) - 2);
  switch (character) {
    case U'j':
      return state_.list.move(1);
    case U'k':
      return state_.list.move(-1);
    case U'g':
      return state_.list.select(0);
    case U'G':
      return state_.list.move(kFar);
    case U' ':
      return state_.reading.scroll(page);
    case U'b':
      return state_.reading.scroll(-page);
    case U'n':
      return step_hit(true);
    case U'N':
      return step_hit(false);
    case U'x':
      if (!state_.narrowings.empty()) state_.narrowings.pop_back();
      return;
    case U'X':
      return state_.narrowings.clear();
    case U'r':
      return next_sort();
    case U'o':
      return act(Pending::Open);
    case U'c':
      return act(Pending::Cite);
    case U'C':
      return act(Pending::CiteBibtex);
    case U'e':
      return ask_for_file();
    case U'/':
      return focus(Focus::Query);
    case U'?':
      return focus(Focus::Help);
    case U'q':
      effects_.push_back({Effect::Kind::Quit, {}, {}});
      return;
    default:
      notice("? shows what the keys do", false);
  }
}

/// As in the list, but that it is the article that moves.
void Browser::key_in_reading(const Key& key) {
  using Kind = Key::Kind;
  const std::size_t window = state_.layout.reading.rows;
  if (key.kind == Kind::Escape || key.kind == Kind::Left || is(key, U'q')) {
    focus(Focus::List);
  } else if (const auto rows = rows_of(key.kind, window)) {
    state_.reading.scroll(*rows);
  } else if (key.kind == Kind::Enter || is(key, U'j')) {
    state_.reading.scroll(1);
  } else if (is(key, U'k')) {
    state_.reading.scroll(-1);
  } else if (is(key, U'g') || is(key, U'G')) {
    state_.reading.scroll_to_end(is(key, U'G'));
  } else if (is(key, U'J') || is(key, U'K')) {
    state_.list.move(is(key, U'J') ? 1 : -1);
  } else {
    key_in_list(key);
  }
}

void Browser::key_in_facets(const Key& key) {
  using Kind = Key::Kind;
  FacetColumn& column = state_.facets[state_.facet];
  const std::size_t window = state_.layout.facets.at(static_cast<std::size_t>(state_.facet)).rows;
  if (key.kind == Kind::Escape || is(key, U'q')) {
    focus(Focus::List);
  } else if (const auto rows = rows_of(key.kind, window)) {
    column.move(*rows);
  } else if (is(key, U'j') || is(key, U'k')) {
    column.move(is(key, U'j') ? 1 : -1);
  } else if (key.kind == Kind::Enter) {
    narrow(column.current());
    focus(Focus::List);
  } else if (key.kind == Kind::Left || key.kind == Kind::BackTab) {
    state_.facet = neighbour(state_.facet, false);
  } else if (key.kind == Kind::Right || key.kind == Kind::Tab) {
    state_.facet = neighbour(state_.facet, true);
  } else if (const auto facet = facet_of(key)) {
    state_.facet = *facet;
  } else {
    key_in_list(key);
  }
}

void Browser::key_in_file(const Key& key) {
  if (key.kind == Key::Kind::Escape) {
    focus(Focus::List);
  } else if (key.kind == Key::Kind::Enter) {
    order_export(false);
  } else {
    state_.file.handle(key);
  }
}

void Browser::key_in_help(const Key& key) {
  const auto rows = rows_of(key.kind, state_.size.rows);
  const auto last = static_cast<std::ptrdiff_t>(last_help_top(state_.size));
  if (!rows || last == 0) return focus(state_.before_help);
  const auto top = static_cast<std::ptrdiff_t>(state_.help_top) + *rows;
  state_.help_top = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(top, 0, last));
}

void Browser::key_in_replace(const Key& key) {
  focus(Focus::List);
  if (is(key, U'y') || is(key, U'Y')) {
    order_export(true);
  } else {
    notice("nothing was written", false);
  }
}

}  // namespace morgue::browse

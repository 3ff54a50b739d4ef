// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "browse/browser.h"
#include "browse/view.h"

namespace morgue::browse {

/// What a person sees, line by line.
inline std::string picture(const Browser& browser) {
  const Surface surface = draw(browser.state());
  std::string out;
  for (std::size_t row = 0; row < surface.size().rows; ++row) out += surface.line(row) + "\n";
  return out;
}

inline void type(Browser& browser, std::u32string_view text) {
  for (const char32_t c : text) browser.key(typed(c));
}

inline void press(Browser& browser, Key::Kind kind) {
  browser.key(pressed(kind));
}

/// So many hits, named `Story 1` and so on.
inline Found found(std::uint64_t number, std::int64_t total) {
  Found out{number, total, {}, std::make_shared<query::Node>(), {}, 1};
  for (std::int64_t i = 1; i <= std::min<std::int64_t>(total, kPage); ++i) {
    out.hits.push_back({i, Timestamp::from_string("1987-03-0" + std::to_string(i % 9 + 1)),
                        Snippet{"Story " + std::to_string(i), {}}, "Herald"});
  }
  return out;
}

/// An article whose body has the word `oil` three times, marked.
inline Read read(std::uint64_t number, ArticleId id) {
  Read out{number, id, true, {}, {"Story " + std::to_string(id), {}}, {}, {}};
  out.article.id = id;
  out.article.headline = out.headline.text;
  out.article.source = "Herald";
  out.article.url = "https://herald.example/" + std::to_string(id);
  out.body = {"oil and more oil\n\nand at the end oil", {{0, 3}, {13, 16}, {33, 36}}};
  return out;
}

}  // namespace morgue::browse

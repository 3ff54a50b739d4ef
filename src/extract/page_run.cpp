// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_run.h"

#include <algorithm>

namespace morgue::extract {
namespace {

/// What a line says for (in words of prose) or against the story being here.
double weight(const PageLines& page, std::size_t at) {
  constexpr double kLongest = 80;
  const PageLine& line = page.lines[at];
  const double words = line.words;
  switch (line.kind) {
    case LineKind::Prose: {
      // The standfirst of a teaser: one sentence right below a headline.
      const bool teaser =
          at > 0 && page.lines[at - 1].kind == LineKind::Title && !line.several_sentences && !line.blank_before;
      return teaser ? 3 : std::min(words, kLongest);
    }
    case LineKind::Sentence:
      return words * 0.6;
    case LineKind::Title:
      return -12;
    case LineKind::Label:
      return -8;
    case LineKind::Box:
      return -16;
    case LineKind::Promotion:
      return -5;
    case LineKind::Wall:
      return -60;
    case LineKind::Caption:
    case LineKind::ReadingTime:
    case LineKind::Byline:
    case LineKind::DateLine:
    case LineKind::Skip:
      return -3;
  }
  return 0;
}

}  // namespace

std::optional<Run> find_main_run(const PageLines& page) {
  // The densest run is the one with the largest sum. Feeds and comments below the story may have more words than it:
  // a later run must beat an earlier one of some size clearly.
  constexpr double kLeast = 12;
  constexpr double kSomeStory = 90;
  constexpr double kClearly = 2.5;
  std::optional<Run> best;
  double best_sum = 0;
  double sum = 0;
  std::size_t begin = 0;
  Run peak;
  double peak_sum = 0;
  const auto close = [&] {
    const double needed = best_sum >= kSomeStory ? best_sum * kClearly : best_sum;
    if (peak_sum > kLeast && peak_sum > needed) {
      best = peak;
      best_sum = peak_sum;
    }
    peak_sum = 0;
    sum = 0;
  };
  for (std::size_t at = 0; at < page.lines.size(); ++at) {
    if (sum <= 0) begin = at;
    sum += weight(page, at);
    if (sum > peak_sum) {
      peak_sum = sum;
      peak = {begin, at + 1};
    }
    // A run is over when most of it, or a page of prose, is lost again.
    constexpr double kPage = 150;
    if (sum <= 0 || sum < peak_sum - std::max(kPage, peak_sum / 2)) close();
  }
  close();
  return best;
}

}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_body.h"

#include <algorithm>

#include "extract/page_author_box.h"
#include "extract/page_furniture.h"
#include "extract/page_marks.h"
#include "extract/page_vocabulary.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

bool is_metadata(const PageLine& line) {
  return line.kind == LineKind::Byline || line.kind == LineKind::DateLine || line.kind == LineKind::ReadingTime;
}

bool is_list_item(View line) {
  for (const View mark : {"\xE2\x80\xA2", "- ", "* ", "\xE2\x80\x93 ", "\xE2\x96\xA0", "\xE2\x97\x8F"}) {
    if (line.starts_with(mark)) return true;
  }
  return false;
}

/// A caption whose credit stands on the line below it.
bool credited_below(const PageLines& page, std::size_t at, bool body_begun) {
  if (at + 1 >= page.lines.size()) return false;
  const PageLine& next = page.lines[at + 1];
  if (next.kind != LineKind::Caption || !is_credit(next.text)) return false;
  return page.lines[at].words <= 45 && (!next.blank_before || !body_begun);
}

class BodyReader {
 public:
  BodyReader(const PageLines& page, const Headline& headline, const Run& run, const std::vector<std::string>& authors)
      : page_(page),
        authors_(authors),
        headline_(folded(headline.text)),
        section_(folded(headline.section)),
        run_end_(run.end) {
    story_.add(headline.text);
  }

  Body read(const Headline& headline, const Run& run);

 private:
  [[nodiscard]] std::size_t body_begin(std::size_t from, const Run& run, Body& body) const;
  [[nodiscard]] bool is_author_line(const PageLine& line) const;
  [[nodiscard]] bool opens_body(std::size_t at) const;
  [[nodiscard]] std::size_t prose_in_a_row(std::size_t at) const;
  [[nodiscard]] std::size_t resume(std::size_t at, std::size_t reach, bool below_teaser) const;
  [[nodiscard]] std::size_t behind_list(std::size_t at) const;
  [[nodiscard]] bool is_teaser(std::size_t at) const;
  [[nodiscard]] bool is_subhead(std::size_t at) const;
  [[nodiscard]] bool over(std::size_t at) const;
  void take(std::size_t at, Body& body);

  const PageLines& page_;
  const std::vector<std::string>& authors_;
  std::string headline_;
  std::string section_;
  std::size_t run_end_;
  Vocabulary story_;
};

/// Paragraphs that follow each other from `at` on; pictures and furniture do not interrupt them.
std::size_t BodyReader::prose_in_a_row(std::size_t at) const {
  constexpr std::size_t kEnough = 3;
  std::size_t count = 0;
  for (std::size_t i = at; i < page_.lines.size() && count < kEnough; ++i) {
    const PageLine& line = page_.lines[i];
    if (is_prose(line)) {
      ++count;
    } else if (line.kind != LineKind::Caption && line.kind != LineKind::Skip && line.kind != LineKind::Promotion) {
      break;
    }
  }
  return count;
}

/// First paragraph behind the matter below the headline; fills the summary.
std::size_t BodyReader::body_begin(std::size_t from, const Run& run, Body& body) const {
  constexpr std::size_t kLooked = 60;     // lines between headline and body
  constexpr std::size_t kFurniture = 3;   // short lines that part a standfirst from the body
  constexpr std::size_t kStandfirst = 2;  // paragraphs
  const std::size_t limit = std::min(page_.lines.size(), std::max(run.end, from + kLooked));
  for (std::size_t i = from; i < limit; ++i) {
    if (const auto box = author_box_at(page_, i)) {
      i = box->end - 1;
      continue;
    }
    if (!opens_body(i)) continue;
    std::size_t last = i;
    while (last + 1 < limit && opens_body(last + 1)) ++last;
    // What parts these paragraphs from the next ones?
    bool metadata = false;
    std::size_t furniture = 0;
    std::size_t next = last + 1;
    for (; next < limit && !opens_body(next); ++next) {
      const PageLine& line = page_.lines[next];
      metadata = metadata || is_metadata(line) || is_byline_lead(line.text) || is_author_line(line);
      furniture += line.kind == LineKind::Label || line.kind == LineKind::Title ? 1 : 0;
    }
    const bool story_is_here = next >= limit || (i >= run.begin && next >= run.end);
    const bool parted = metadata || (furniture >= kFurniture && last < run.begin);
    if (story_is_here || last - i >= kStandfirst || !parted) return i;
    for (; i <= last; ++i) body.summary.push_back(i);
    --i;
  }
  // Nothing came behind what looked like a standfirst: it is the body.
  if (body.summary.empty()) return page_.lines.size();
  const std::size_t first = body.summary.front();
  body.summary.clear();
  return first;
}

/// The byline as names alone. Other names alone on a line are subheads of portraits.
bool BodyReader::is_author_line(const PageLine& line) const {
  return is_name_line(line) && std::ranges::any_of(authors_, [&](const std::string& name) {
           return folded(line.text).find(folded(name)) != std::string::npos;
         });
}

/// A paragraph that can be the first of the story.
bool BodyReader::opens_body(std::size_t at) const {
  const PageLine& line = page_.lines[at];
  return is_prose(line) && folded(line.text.substr(0, 300)) != headline_ && !credited_below(page_, at, false) &&
         !is_biography_of(line, authors_);
}

/// Where the story goes on behind a box or a teaser within `reach` lines: two paragraphs on end that speak of the same
/// things as the story so far. The size of the page if nowhere.
std::size_t BodyReader::resume(std::size_t at, std::size_t reach, bool below_teaser) const {
  constexpr double kSameThings = 0.18;
  constexpr double kSurelySameThings = 0.2;
  const std::size_t limit = std::min(page_.lines.size(), at + reach);
  for (std::size_t i = at; i < limit; ++i) {
    const PageLine& line = page_.lines[i];
    if (line.kind == LineKind::Wall || author_box_at(page_, i)) break;
    // Teasers on end, or with the head of a list below them, are the feed that follows a story.
    if (below_teaser && (line.kind == LineKind::Box || is_teaser(i))) break;
    if (!is_prose(line)) continue;
    const bool below_title = !line.blank_before && page_.lines[i - 1].kind == LineKind::Title && page_.spaced;
    if (below_title && !line.several_sentences) continue;
    const std::size_t row = prose_in_a_row(i);
    if (row >= 2 && story_.share(line.text) >= kSameThings) return i;
    if (row >= 3 || (row == 2 && i < run_end_)) return i;
    if (i < run_end_ && line.several_sentences && story_.share(line.text) >= kSurelySameThings) return i;
  }
  return page_.lines.size();
}

/// A headline with one sentence below it: another story.
bool BodyReader::is_teaser(std::size_t at) const {
  constexpr std::uint32_t kLongSubhead = 7;
  constexpr double kOtherThings = 0.34;
  const PageLine& title = page_.lines[at];
  if (title.kind != LineKind::Title && title.kind != LineKind::Label) return false;
  if (is_list_item(title.text)) return false;
  if (at + 1 >= page_.lines.size()) return true;
  const PageLine& below = page_.lines[at + 1];
  if (!is_prose(below) || below.several_sentences) return false;
  const bool apart = at + 2 >= page_.lines.size() || page_.lines[at + 2].blank_before;
  if (page_.spaced && !below.blank_before && apart) return true;
  // Without blank lines to tell: one sentence and then no more prose.
  if (prose_in_a_row(at + 2) > 0) return false;
  const bool furniture_follows = at + 2 >= page_.lines.size() || (page_.lines[at + 2].kind != LineKind::Title &&
                                                                  page_.lines[at + 2].kind != LineKind::Label);
  if (furniture_follows && title.words >= kLongSubhead) return true;
  // Inside the dense run a subhead is the likelier.
  return story_.share(below.text) < (at < run_end_ ? kOtherThings / 2 : kOtherThings);
}

/// First line behind a list of headlines that stands inside the story; the size of the page if the story is over.
std::size_t BodyReader::behind_list(std::size_t at) const {
  constexpr std::size_t kLongestList = 30;
  constexpr std::size_t kFewest = 2;
  constexpr double kSameThings = 0.18;
  std::size_t titles = 0;
  for (std::size_t i = at + 1; i < std::min(run_end_, at + kLongestList); ++i) {
    const PageLine& line = page_.lines[i];
    if (is_prose(line)) {
      const bool same = titles >= kFewest && prose_in_a_row(i) >= 2 && story_.share(line.text) >= kSameThings;
      if (same) return i;
      if (line.kind == LineKind::Prose) break;
    }
    if (line.kind == LineKind::Wall || author_box_at(page_, i)) break;
    titles += line.kind == LineKind::Title || line.kind == LineKind::Sentence ? 1 : 0;
  }
  return page_.lines.size();
}

/// A short line with the paragraph it heads.
bool BodyReader::is_subhead(std::size_t at) const {
  constexpr std::uint32_t kMostWords = 12;
  const PageLine& line = page_.lines[at];
  if (line.words > kMostWords || at + 1 >= page_.lines.size()) return false;
  return page_.lines[at + 1].kind == LineKind::Prose && prose_in_a_row(at + 1) >= 1;
}

/// Nothing of the story comes from here on.
bool BodyReader::over(std::size_t at) const {
  const PageLine& line = page_.lines[at];
  if (line.kind == LineKind::Wall || author_box_at(page_, at)) return true;
  if (is_biography_of(line, authors_)) return true;
  // The section's own list of stories.
  if (!section_.empty() && !is_prose(line) && line.text.size() <= 60 && folded(line.text) == section_) return true;
  if (is_name_line(line) && std::ranges::find(authors_, line.text) != authors_.end()) return true;
  return line.kind != LineKind::Sentence && line.text.size() <= 300 && folded(line.text) == headline_;
}

void BodyReader::take(std::size_t at, Body& body) {
  body.lines.push_back(at);
  body.end = at + 1;
  story_.add(page_.lines[at].text);
}

Body BodyReader::read(const Headline& headline, const Run& run) {
  constexpr std::size_t kFurtherBox = 14;  // lines that a box of related stories may take
  constexpr std::size_t kFurtherGap = 10;
  constexpr std::size_t kMostItems = 40;
  const std::size_t count = page_.lines.size();
  Body body;
  body.begin = body.end = body_begin(headline.last + 1, run, body);
  for (std::size_t i = body.begin; i < count;) {
    const PageLine& line = page_.lines[i];
    // Counters of comments and credits of graphics look like the end of a story; they are not when it has just begun.
    const bool too_early = line.kind == LineKind::Wall && i + 2 < run.end && body.lines.size() < 2;
    if (line.kind == LineKind::Wall && is_list_head(line.text)) {
      i = behind_list(i);
      continue;
    }
    if (i > body.begin && !too_early && over(i)) break;
    switch (line.kind) {
      case LineKind::Prose:
      case LineKind::Sentence:
        if (!credited_below(page_, i, true)) take(i, body);
        ++i;
        continue;
      case LineKind::Caption:
      case LineKind::Skip:
      case LineKind::ReadingTime:
      case LineKind::Promotion:
      case LineKind::Byline:
      case LineKind::DateLine:
        ++i;
        continue;
      case LineKind::Box:
        i = resume(i + 1, kFurtherBox, false);
        continue;
      case LineKind::Label:
      case LineKind::Title:
      case LineKind::Wall:
        break;
    }
    if (is_teaser(i)) {
      i = resume(i + 2, kFurtherGap, true);
      continue;
    }
    const bool items_come =
        !body.lines.empty() && page_.lines[body.lines.back()].text.ends_with(':') && body.lines.back() + kMostItems > i;
    if (is_list_item(line.text) || items_come || is_subhead(i)) {
      take(i, body);
      ++i;
      continue;
    }
    i = resume(i + 1, kFurtherGap, false);
  }
  // A subhead that lost its paragraph heads nothing.
  while (!body.lines.empty() && !is_prose(page_.lines[body.lines.back()]) &&
         !is_list_item(page_.lines[body.lines.back()].text)) {
    body.lines.pop_back();
  }
  body.end = body.lines.empty() ? body.begin : body.lines.back() + 1;
  // What speaks of other things is a notice of the site.
  constexpr double kSameThings = 0.2;
  std::erase_if(body.summary, [&](std::size_t i) { return story_.share(page_.lines[i].text) < kSameThings; });
  return body;
}

}  // namespace

Body find_body(const PageLines& page, const Headline& headline, const Run& run,
               const std::vector<std::string>& authors) {
  return BodyReader(page, headline, run, authors).read(headline, run);
}

}  // namespace morgue::extract

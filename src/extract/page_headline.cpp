// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/page_headline.h"

#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "extract/page_marks.h"
#include "extract/page_vocabulary.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

constexpr std::size_t kLongest = 300;
constexpr std::size_t kWindow = 45;     // lines above the body that are looked at, pictures and furniture apart
constexpr std::size_t kFarthest = 400;  // and with them

/// A window's title is the headline with the outlet behind a bar or a dash.
View without_outlet(View line) {
  constexpr std::array<View, 5> kBars = {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xB7 "};
  std::size_t cut = View::npos;
  for (const View bar : kBars) {
    const std::size_t at = line.rfind(bar);
    if (at != View::npos && at > line.size() / 3) cut = std::min(cut, at);
  }
  return cut == View::npos ? View() : line.substr(0, cut);
}

/// How often lines stand above the body, and where first.
class Repeats {
 public:
  Repeats(const PageLines& page, std::size_t end) {
    for (std::size_t i = 0; i < end; ++i) {
      const View line = page.lines[i].text;
      if (line.size() < kShortest || line.size() > kLongest) continue;
      ++counts_[folded(line)];
      if (const View bare = without_outlet(line); bare.size() >= kShortest) ++titles_[folded(bare)];
    }
  }
  /// Other lines above the body with this text, the title of the window among them.
  [[nodiscard]] int others(View line) const {
    const std::string key = folded(line);
    int count = -1;
    if (const auto found = counts_.find(key); found != counts_.end()) count += found->second;
    if (const auto found = titles_.find(key); found != titles_.end()) count += found->second;
    return std::max(count, 0);
  }

 private:
  static constexpr std::size_t kShortest = 12;
  std::map<std::string, int, std::less<>> counts_;
  std::map<std::string, int, std::less<>> titles_;
};

bool can_be_headline(const PageLine& line) {
  if (line.text.size() > kLongest || line.words > 40) return false;
  return line.kind == LineKind::Title || line.kind == LineKind::Label || line.kind == LineKind::Sentence ||
         line.kind == LineKind::Prose;
}

bool is_metadata(const PageLine& line) {
  return line.kind == LineKind::Byline || line.kind == LineKind::DateLine || line.kind == LineKind::ReadingTime ||
         line.kind == LineKind::Caption;
}

bool metadata_below(const PageLines& page, std::size_t at, bool pictures) {
  constexpr std::size_t kNear = 4;
  for (std::size_t next = at + 1; next <= std::min(at + kNear, page.lines.size() - 1); ++next) {
    if (is_metadata(page.lines[next]) && (pictures || page.lines[next].kind != LineKind::Caption)) return true;
  }
  return false;
}

/// One of many short lines in a row.
bool in_menu(const PageLines& page, std::size_t at) {
  constexpr std::uint32_t kMenuWords = 4;
  std::size_t before = 0;
  while (before < 3 && before < at && page.lines[at - before - 1].words <= kMenuWords) ++before;
  std::size_t after = 0;
  while (after < 3 && at + after + 1 < page.lines.size() && page.lines[at + after + 1].words <= kMenuWords) ++after;
  return page.lines[at].words <= kMenuWords && before >= 2 && after >= 2;
}

/// Lines between headline and body that are not of the kinds that stand there.
bool is_distance(const PageLine& line) {
  return line.kind == LineKind::Label || line.kind == LineKind::Title || is_prose(line);
}

double score(const PageLines& page, std::size_t at, std::size_t distance, const Repeats& repeats,
             const Vocabulary& story) {
  const PageLine& line = page.lines[at];
  const int others = repeats.others(line.text);
  double value = 0;
  if (line.words >= 5) {
    value += line.words <= 30 ? 4 : 1;
  } else if (line.words >= 3) {
    value += 2;
  }
  const double shared = story.share(line.text);
  if (others > 0) value += line.words >= 4 ? 1 + 5 * std::min(1.0, 2.5 * shared) : 2;
  if (line.text.ends_with('.') && !line.text.ends_with("..")) value -= others > 0 ? 0 : 4;
  if (line.several_sentences) value -= 2;
  value += 6 * shared;
  value -= 0.12 * static_cast<double>(distance);
  if (metadata_below(page, at, true)) value += 2;
  if (at + 1 < page.lines.size() && is_role_line(page.lines[at + 1]) && is_name_line(line)) value -= 5;
  if (is_name_line(line) && others == 0) value -= 3;
  if (in_menu(page, at)) value -= 5;
  return value;
}

std::size_t first_of_cluster(const PageLines& page, const std::string& key, std::size_t at) {
  // Copies further above than this are the title of the window or an entry of a menu.
  constexpr std::size_t kNear = 8;
  std::size_t first = at;
  for (std::size_t i = at; i-- > 0 && first - i <= kNear;) {
    if (page.lines[i].text.size() <= kLongest && folded(page.lines[i].text) == key) first = i;
  }
  return first;
}

bool is_section_label(const PageLine& line) {
  constexpr std::size_t kLongestLabel = 40;
  // `News Feed` is the name of a section as well as the head of a list; `Contact us` is not.
  const bool list = line.kind == LineKind::Wall || line.kind == LineKind::Box;
  const std::string low = folded(line.text.substr(0, kLongestLabel + 1));
  const bool news = low.find("news") != std::string::npos || low.find("feed") != std::string::npos ||
                    low.find("latest") != std::string::npos || low.find("nachrichten") != std::string::npos;
  if (!(list && news) && line.kind != LineKind::Label) return false;
  if (line.words > 4 || line.text.size() > kLongestLabel || line.ends_sentence) return false;
  const auto first = static_cast<unsigned char>(line.text.front());
  if (!((first >= 'A' && first <= 'Z') || first >= 0x80)) return false;
  return line.text.find_first_of("0123456789@:©|?!()<>+=") == View::npos;
}

/// `Home > World > Europe`: the last step.
View last_step(View line) {
  constexpr std::array<View, 5> kSteps = {" > ", " / ", " \xE2\x80\xBA ", " \xC2\xBB ", " \xE2\x80\xA2 "};
  std::size_t cut = 0;
  for (const View step : kSteps) {
    const std::size_t at = line.rfind(step);
    if (at != View::npos) cut = std::max(cut, at + step.size());
  }
  return line.substr(cut);
}

/// The section label above the headline.
std::string find_section(const PageLines& page, const Headline& headline) {
  constexpr std::size_t kMostLabels = 2;
  if (headline.first == 0) return {};
  const std::size_t at = headline.first - 1;
  const PageLine& line = page.lines[at];
  const View step = last_step(line.text);
  if (step.size() < line.text.size() && line.words <= 14) {
    PageLine part = line;
    part.text = step;
    part.words = static_cast<std::uint32_t>(words_of(step).size());
    part.kind = LineKind::Label;
    if (is_section_label(part) && folded(step) != folded(headline.text)) return text::clean_line(step);
  }
  if (!is_section_label(line)) return {};
  std::size_t labels = 0;
  while (labels <= kMostLabels && labels <= at && page.lines[at - labels].words <= 4 &&
         page.lines[at - labels].kind != LineKind::ReadingTime && !is_metadata(page.lines[at - labels])) {
    ++labels;
  }
  if (labels <= kMostLabels) return text::clean_line(line.text);
  // Below a menu: a section if the menu has it too, but not as the same entry of the same list once more.
  const std::string key = folded(line.text);
  const std::string before = at > 0 ? folded(page.lines[at - 1].text) : std::string();
  bool in_menus = false;
  for (std::size_t i = 0; i < at; ++i) {
    if (page.lines[i].text.size() > key.size() + 8 || folded(page.lines[i].text) != key) continue;
    if (i > 0 && folded(page.lines[i - 1].text) == before) return {};
    in_menus = true;
  }
  return in_menus ? text::clean_line(line.text) : std::string();
}

}  // namespace

std::optional<Headline> find_headline(const PageLines& page, const Run& run) {
  Vocabulary story;
  constexpr std::size_t kLead = 12;
  for (std::size_t i = run.begin; i < std::min(run.end, run.begin + kLead); ++i) {
    if (is_prose(page.lines[i])) story.add(page.lines[i].text);
  }
  // A standfirst is prose too: the run may begin above the headline by a few lines.
  std::size_t top = run.begin;
  std::uint32_t above = 0;
  constexpr std::uint32_t kStandfirst = 70;  // words
  for (std::size_t i = run.begin; i < std::min(run.end, run.begin + kLead) && above <= kStandfirst; ++i) {
    if (page.lines[i].kind == LineKind::Title) top = i + 1;
    above += is_prose(page.lines[i]) ? page.lines[i].words : 0;
  }
  const Repeats repeats(page, top);
  std::optional<std::size_t> best;
  double best_score = 2.5;  // less is no evidence
  std::size_t distance = 0;
  for (std::size_t i = top; i-- > 0 && distance <= kWindow && top - i <= kFarthest;) {
    if (i < run.begin && is_distance(page.lines[i])) ++distance;
    const PageLine& line = page.lines[i];
    if (!can_be_headline(line)) continue;
    // Inside the run only what was announced above it: everything else is a subhead.
    if (i >= run.begin && repeats.others(line.text) == 0 && !metadata_below(page, i, false)) continue;
    const double value = score(page, i, distance, repeats, story);
    // Of two alike the upper one: below the headline may stand a standfirst without a full stop. Of copies the lower.
    const bool copy = best && folded(page.lines[*best].text) == folded(line.text);
    if (!copy && value >= best_score) {
      best = i;
      best_score = std::max(value, best_score);
    }
  }
  if (!best) return std::nullopt;
  const View text = page.lines[*best].text;
  const View bare = without_outlet(text);
  const bool window_title = !bare.empty() && *best == 0;
  Headline out{first_of_cluster(page, folded(text), *best), *best, text::clean_line(window_title ? bare : text), {}};
  out.section = find_section(page, out);
  return out;
}

}  // namespace morgue::extract

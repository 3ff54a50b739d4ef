// SPDX-License-Identifier: GPL-2.0-or-later
#include "browse/browser.h"

#include <algorithm>
#include <utility>

namespace morgue::browse {

Browser::Browser(Settings settings, Size size, std::string query) : settings_(std::move(settings)) {
  state_.ascii = settings_.ascii;
  state_.size = size;
  state_.query.set(std::move(query));
  state_.focus = state_.query.text().empty() ? Focus::Query : Focus::List;
  arrange();
}

void Browser::resize(Size size) {
  state_.size = size;
  arrange();
}

void Browser::notice(std::string text, bool problem) {
  state_.notice = {std::move(text), problem};
}

void Browser::arrange() {
  state_.layout = layout_of(state_.size, state_.focus == Focus::Help ? state_.before_help : state_.focus, state_.facet);
  const Layout& layout = state_.layout;
  if (!layout.list.empty()) state_.list.keep_in_sight(layout.list.rows);
  if (!layout.reading.empty()) state_.reading.fit(layout.reading.rows - 1, layout.reading.columns);
  for (const Facet facet : kEveryFacet) {
    const Area& area = layout.facets.at(static_cast<std::size_t>(facet));
    if (!area.empty()) state_.facets[facet].keep_in_sight(area.rows - 1);
  }
}

std::optional<Wanted> Browser::next_wanted() {
  const bool typing = state_.focus == Focus::Query && state_.query.at_end();
  const Question now{state_.query.text(), typing, state_.narrowings, state_.sort, snapshot_};
  Question same = asked_;
  same.typing = typing;
  // Whoever is done typing gets exactly what was typed.
  const bool finished = asked_.typing && !typing && is_shown(number_) && !state_.unfinished.empty();
  if (number_ == 0 || now != same || finished) {
    asked_ = now;
    ++number_;
    state_.searching = true;
  }
  Wanted wanted{number_, asked_, {}, {}, nullptr, false, false};
  const bool failed = state_.trouble && state_.trouble->number == number_;
  if (failed && state_.found != nullptr) {  // one can go on with the last results
    wanted.number = shown_;
    wanted.question = answered_;
  }
  if (is_shown(wanted.number)) {
    const Layout& layout = state_.layout;
    wanted.page = state_.list.missing(layout.list.rows);
    if (lacks_article()) wanted.article = state_.list.current()->id;
    wanted.query = state_.found;
    wanted.facets = std::ranges::any_of(layout.facets, [](const Area& area) { return !area.empty(); });
    wanted.spread = !layout.timeline.empty();
  }
  if (last_ == wanted) return std::nullopt;
  last_ = wanted;
  return wanted;
}

bool Browser::lacks_article() const {
  if (state_.list.current() == nullptr) return false;
  if (state_.layout.reading.empty() && pending_ == Pending::Nothing) return false;
  const auto& read = state_.reading.article();
  return !read || read->number != shown_ || read->id != state_.list.current()->id;
}

std::vector<Effect> Browser::take_effects() {
  return std::exchange(effects_, {});
}

void Browser::answer(Answer answer) {
  std::visit([this](auto& each) { take(std::move(each)); }, answer);
  arrange();
}

void Browser::take(Found found) {
  if (found.number != number_) return;  // something else was asked in the meantime
  shown_ = number_;
  answered_ = asked_;
  state_.searching = false;
  state_.trouble.reset();
  state_.total = found.total;
  state_.took_ms = found.took_ms;
  state_.unfinished = std::move(found.unfinished);
  state_.found = std::move(found.query);
  state_.list.reset(found.total, std::move(found.hits));
  state_.facets.grow_stale();
  state_.spread_stale = true;
  pending_ = Pending::Nothing;
  enter_at_hit_.reset();
  if (state_.list.size() == 0) {
    state_.reading.clear();
    if (state_.focus == Focus::Reading) focus(Focus::List);
  }
}

void Browser::take(Page page) {
  if (is_shown(page.number)) state_.list.add(page.page, std::move(page.hits));
}

void Browser::take(Read read) {
  const Hit* current = state_.list.current();
  if (!is_shown(read.number) || current == nullptr || current->id != read.id) return;
  state_.reading.show(std::move(read));
  arrange();
  if (enter_at_hit_) state_.reading.step_to_end(!*enter_at_hit_);
  enter_at_hit_.reset();
  do_pending();
}

void Browser::take(Spread spread) {
  if (!is_shown(spread.number)) return;
  state_.facets.set(spread);
  state_.spread = std::move(spread);
  state_.spread_stale = false;
}

void Browser::take(const Counts& counts) {
  if (is_shown(counts.number)) state_.facets.set(counts);
}

void Browser::take(Failed failed) {
  if (failed.number == number_ && !is_shown(number_)) {
    state_.searching = false;
    state_.trouble = std::move(failed);
  } else if (is_shown(failed.number)) {  // a part of the answer
    notice(failed.message + (failed.hint.empty() ? "" : ": " + failed.hint), true);
  }
}

void Browser::take(const Exported& exported) {
  if (exported.exists && state_.focus != Focus::File) {
    state_.replace = exported.message;
    focus(Focus::Replace);
    return;
  }
  notice(exported.exists ? exported.message + " is there already" : exported.message, !exported.done);
}

}  // namespace morgue::browse

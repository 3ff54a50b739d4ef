// SPDX-License-Identifier: GPL-2.0-or-later
// What keys bring about.
#include <algorithm>
#include <utility>

#include "browse/browser.h"
#include "render/citation.h"
#include "render/text_parts.h"
#include "render/web_address.h"

namespace morgue::browse {

void Browser::focus(Focus focus) {
  if (focus == Focus::Help && state_.focus != Focus::Help) state_.before_help = state_.focus;
  state_.help_top = 0;
  state_.focus = focus;
  arrange();
}

/// One period takes the place of another, as it lies within it or is meant instead; other facets add up.
void Browser::narrow(const std::optional<Narrowing>& narrowing) {
  if (!narrowing) return;
  auto& all = state_.narrowings;
  if (std::ranges::find(all, *narrowing) != all.end()) {
    notice("the results are narrowed to that already", false);
    return;
  }
  if (narrowing->facet == Facet::Period)
    std::erase_if(all, [](const auto& each) { return each.facet == Facet::Period; });
  all.push_back(*narrowing);
}

void Browser::step_hit(bool forward) {
  if (state_.layout.reading.empty()) focus(Focus::Reading);
  if (!lacks_article() && state_.reading.step(forward)) return;
  const std::size_t before = state_.list.selected();
  state_.list.move(forward ? 1 : -1);
  if (state_.list.selected() == before) {
    notice(forward ? "this is the last match" : "this is the first match", false);
    return;
  }
  enter_at_hit_ = forward;
}

void Browser::next_sort() {
  using index::Sort;
  const bool relevance = state_.sort == Sort::Relevance;
  state_.sort = relevance ? Sort::Newest : state_.sort == Sort::Newest ? Sort::Oldest : Sort::Relevance;
}

void Browser::act(Pending action) {
  if (state_.list.current() == nullptr) return;
  pending_ = action;
  if (!lacks_article()) do_pending();
}

void Browser::do_pending() {
  const Pending action = std::exchange(pending_, Pending::Nothing);
  if (action == Pending::Nothing || !state_.reading.article() || !state_.reading.article()->there) return;
  const StoredArticle& article = state_.reading.article()->article;
  if (action == Pending::Open) {
    if (article.url.empty()) {
      notice("the article has no address", true);
    } else if (!render::is_web_address(article.url)) {
      notice("not an address of the web: " + article.url, true);
    } else {
      effects_.push_back({Effect::Kind::Open, render::uri_characters(article.url), {}});
    }
    return;
  }
  const bool bibtex = action == Pending::CiteBibtex;
  effects_.push_back(
      {Effect::Kind::Copy, bibtex ? render::bibtex_reference(article) : render::text_reference(article), {}});
  notice(std::string(bibtex ? "BibTeX entry" : "citation") + " copied", false);
}

void Browser::ask_for_file() {
  if (state_.found == nullptr || state_.total == 0) {
    notice("there is nothing to export", true);
    return;
  }
  focus(Focus::File);
}

void Browser::order_export(bool replace) {
  std::string path = state_.file.text();
  if (format_of(path).empty()) {
    notice("the end of the name is the format: " + export_endings(), true);
    return;
  }
  if (path.starts_with("~/") && !settings_.home.empty()) path = settings_.home + path.substr(1);
  effects_.push_back({Effect::Kind::Export, {}, {state_.found, path, replace}});
  notice("writing " + render::grouped(state_.total) + (state_.total == 1 ? " article to " : " articles to ") + path,
         false);
  focus(Focus::List);
}

}  // namespace morgue::browse

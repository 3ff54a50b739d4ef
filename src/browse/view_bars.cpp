// SPDX-License-Identifier: GPL-2.0-or-later
// The lines at the top and at the bottom.
#include <algorithm>
#include <string>
#include <string_view>

#include "browse/exporter.h"
#include "browse/view.h"
#include "core/width.h"
#include "render/text_parts.h"

namespace morgue::browse {
namespace {

constexpr std::string_view kPrompt = "/ ";
constexpr std::size_t kShortestEdit = 12;

/// Columns of the text that do not fit before the cursor.
std::size_t hidden_columns(std::size_t cursor, std::size_t width) {
  return cursor < width ? 0 : cursor - width + 1;
}

/// A line that is edited, scrolled so that the cursor is in it. Returns the columns that are hidden on its left.
std::size_t draw_edit(Surface& surface, const Area& area, const LineEdit& edit, bool focused) {
  if (area.columns == 0) return 0;
  const std::size_t before = column_width(std::string_view(edit.text()).substr(0, edit.cursor()));
  const std::size_t hidden = focused ? hidden_columns(before, area.columns) : 0;
  const std::size_t cut = fit_columns(edit.text(), hidden).size();
  std::string_view rest = std::string_view(edit.text()).substr(cut);
  // A wide character may be cut in two.
  std::size_t skipped = column_width(std::string_view(edit.text()).substr(0, cut));
  if (skipped < hidden && !rest.empty()) {
    const std::size_t next = fit_columns(rest, 2).size();
    skipped += column_width(rest.substr(0, next));
    rest.remove_prefix(next);
  }
  surface.put(area.row, area.column, area.columns, rest, Style::Plain);
  if (focused) surface.cursor = {true, area.row, area.column + before - std::min(skipped, before)};
  return skipped;
}

std::string_view name_of(index::Sort sort) {
  if (sort == index::Sort::Newest) return "newest";
  return sort == index::Sort::Oldest ? "oldest" : "relevance";
}

std::string total_of(const State& state) {
  if (state.found == nullptr) return state.searching ? "searching" : "";
  return render::grouped(state.total) + (state.total == 1 ? " match" : " matches");
}

std::string summary_of(const State& state) {
  return state.found == nullptr ? total_of(state) : total_of(state) + ", " + std::string(name_of(state.sort));
}

/// Where the query is edited: what the summary and the prompt leave.
Area edit_area(const State& state) {
  const Area& area = state.layout.query;
  Area edit{area.row, area.column + kPrompt.size(), 1, 0};
  if (area.columns > kPrompt.size()) edit.columns = area.columns - kPrompt.size();
  const std::size_t summary = column_width(summary_of(state)) + 2;
  if (edit.columns >= summary + 2 * kShortestEdit) edit.columns -= summary;
  return edit;
}

std::string_view hints_of(const State& state) {
  switch (state.focus) {
    case Focus::Query:
      return "Enter list  Up/Down move  F1 help  Ctrl-C quit";
    case Focus::Reading:
      return "Esc list  n next hit  J K next, previous  o open  c cite  ? help";
    case Focus::Facets:
      return "Enter narrow  Left/Right column  Esc list";
    default:
      return "/ query  Enter read  n next hit  a t s p narrow  e export  ? help  q quit";
  }
}

void draw_question(Surface& surface, const Area& area, std::string_view question, const LineEdit* answer) {
  std::size_t used = surface.put(area.row, area.column, area.columns, question, Style::Key);
  if (answer == nullptr) {
    surface.cursor = {true, area.row, std::min(area.column + used, area.column + area.columns - 1)};
    return;
  }
  draw_edit(surface, {area.row, area.column + used, 1, area.columns - used}, *answer, true);
}

}  // namespace

void draw_query(Surface& surface, const State& state) {
  const Area& area = state.layout.query;
  if (area.empty()) return;
  const bool focused = state.focus == Focus::Query;
  surface.put(area.row, area.column, area.columns, kPrompt, focused ? Style::Key : Style::Dim);
  const Area edit = edit_area(state);
  const std::size_t hidden = draw_edit(surface, edit, state.query, focused);
  if (state.query.text().empty() && state.found != nullptr) {
    surface.put(edit.row, edit.column, edit.columns, "everything: type to search", Style::Dim);
  }
  const std::string summary = summary_of(state);
  const std::size_t width = column_width(summary);
  if (edit.column + edit.columns + width < area.columns) {
    surface.put(area.row, area.columns - width, width, summary, state.searching ? Style::Dim : Style::Bold);
  }
  if (!state.trouble || !state.trouble->span || state.layout.info.empty()) return;
  const std::string_view text = state.query.text();
  const std::size_t begin = std::min(state.trouble->span->begin, text.size());
  const std::size_t end = std::clamp(state.trouble->span->end, begin, text.size());
  const std::size_t left = column_width(text.substr(0, begin));
  const std::size_t carets = std::max<std::size_t>(column_width(text.substr(begin, end - begin)), 1);
  if (left + carets <= hidden) return;
  const std::size_t first = left > hidden ? left - hidden : 0;
  const std::size_t last = std::min(left + carets - hidden, edit.columns);
  if (first >= last) return;
  surface.put(state.layout.info.row, edit.column + first, last - first, std::string(last - first, '^'), Style::Problem);
}

void draw_info(Surface& surface, const State& state) {
  const Area& area = state.layout.info;
  if (area.empty() || (state.trouble && state.trouble->span)) return;  // that is where the carets go
  std::size_t used = 0;
  const auto put = [&](std::string_view text, Style style) {
    used += surface.put(area.row, area.column + used, area.columns - std::min(used, area.columns), text, style);
  };
  if (!state.unfinished.empty()) put("as yet " + state.unfinished + "  ", Style::Dim);
  if (state.narrowings.empty()) return;
  for (const Narrowing& narrowing : state.narrowings) {
    put(std::string(title_of(narrowing.facet)) + " ", Style::Dim);
    put(narrowing.value, Style::Bold);
    put("  ", Style::Plain);
  }
  put("x widens", Style::Dim);
}

void draw_status(Surface& surface, const State& state) {
  Area area = state.layout.status;
  // Where there is no line for it a question takes that of the query.
  if (area.empty()) area = state.focus == Focus::File || state.focus == Focus::Replace ? state.layout.query : area;
  if (area.empty()) return;
  const auto put = [&](std::string_view text, Style style) {
    surface.put(area.row, area.column, area.columns, Snippet{std::string(text), {}}, style, style, true);
  };
  if (!state.notice.text.empty() && state.focus != Focus::Replace) {
    put(state.notice.text, state.notice.problem ? Style::Problem : Style::Bold);
    return;
  }
  if (state.focus == Focus::File) {
    const bool wide = area.columns >= 70;
    draw_question(surface, area, wide ? "Export to (" + export_endings() + "): " : "File: ", &state.file);
  } else if (state.focus == Focus::Replace) {
    draw_question(surface, area, state.replace + " is there already: replace it? (y/n) ", nullptr);
  } else if (state.trouble) {
    put(state.trouble->message + (state.trouble->hint.empty() ? "" : ": " + state.trouble->hint), Style::Problem);
  } else if (state.layout.query.columns < 60 && state.found != nullptr) {
    put(total_of(state), Style::Dim);  // the line of the query has no room for it
  } else {
    put(hints_of(state), Style::Dim);
  }
}

}  // namespace morgue::browse

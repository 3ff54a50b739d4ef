// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/watch.h"

#include <algorithm>

#include "render/columns.h"
#include "render/painter.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

std::string_view name_of(WatchedAs as, std::string_view fresh = "new") {
  switch (as) {
    case WatchedAs::Changed:
      return "changed";
    case WatchedAs::Withdrawn:
      return "withdrawn";
    case WatchedAs::New:
      break;
  }
  return fresh;
}

const Columns& columns() {
  static const Columns all = [] {
    Columns out;
    for (const Field& field : all_fields()) {
      if (field.of < Field::Of::Search && field.name != "body") out.emplace_back(field);
    }
    return out;
  }();
  return all;
}

void write_members(JsonWriter& json, const WatchedArticle& article, std::string_view fresh = "new") {
  json.key("change").string(name_of(article.as, fresh)).key("reason");
  if (article.reason.empty()) {
    json.null();
  } else {
    json.string(article.reason);
  }
  json.key("article");
  if (article.article) {
    write_object(json, columns(), {.article = &*article.article, .stored = &*article.article});
  } else {
    json.begin_object().key("id").integer(article.id).end_object();
  }
}

std::string explained(const std::string& reason) {
  if (reason == "removed") return "no longer in the archive";
  if (reason == "withheld") return "withheld: it may not be shown";
  if (reason == "canceled") return "withdrawn by its publisher";
  if (reason == "revised") return "revised, and no longer matches";
  return "no longer matches";
}

std::string withdrawn_text(const std::vector<const WatchedArticle*>& articles, const Painter& painter) {
  std::string out;
  for (const WatchedArticle* each : articles) {
    std::string line = "id:" + std::to_string(each->id) + "  " + explained(each->reason);
    if (each->article) add_part(line, ": ", sanitise_line(each->article->headline));
    out += painter.paint(line, Look::Plain) + "\n";
  }
  return out;
}

std::string hits_text(const std::vector<const WatchedArticle*>& articles, const TextStyle& style) {
  Results results;
  for (const WatchedArticle* each : articles) {
    if (!each->article) continue;
    ResultHit& hit = results.hits.emplace_back();
    hit.article = *each->article;
    hit.headline.text = hit.article.headline;
  }
  return results_text(results, style);
}

}  // namespace

std::string watch_counts(const WatchHeading& heading) {
  std::string out;
  const auto add = [&out](std::int64_t count, std::string_view what) {
    if (count > 0) add_part(out, ", ", grouped(count) + " " + std::string(what));
  };
  add(heading.fresh, "new");
  add(heading.changed, "changed");
  add(heading.withdrawn, "withdrawn");
  return out.empty() ? "nothing new" : out;
}

std::string watched_parts(const std::vector<WatchedArticle>& articles, const TextStyle& style, std::string_view fresh) {
  const Painter painter(style);
  std::string out;
  for (const WatchedAs as : {WatchedAs::New, WatchedAs::Changed, WatchedAs::Withdrawn}) {
    std::vector<const WatchedArticle*> part;
    for (const WatchedArticle& each : articles) {
      if (each.as == as) part.push_back(&each);
    }
    if (part.empty()) continue;
    std::string title(name_of(as, fresh));
    title.front() = static_cast<char>(title.front() - 'a' + 'A');
    out += "\n" + painter.paint(title, Look::Bold) + "\n";
    out += as == WatchedAs::Withdrawn ? withdrawn_text(part, painter) : hits_text(part, style);
  }
  return out;
}

std::string watch_text(const WatchHeading& heading, const std::vector<WatchedArticle>& articles,
                       const TextStyle& style) {
  const Painter painter(style);
  return painter.paint(sanitise_line(heading.name), Look::Heading) + ": " + watch_counts(heading) +
         painter.paint(" (report " + grouped(heading.report) + ")", Look::Dim) + "\n" + watched_parts(articles, style);
}

std::string watch_line(const WatchHeading& heading, const WatchedArticle& article) {
  JsonWriter json;
  json.begin_object().key("saved").string(heading.name).key("report").integer(heading.report);
  write_members(json, article);
  return json.end_object().take() + "\n";
}

void begin_watch(JsonWriter& json, const WatchHeading& heading) {
  json.begin_object().key("saved").string(heading.name).key("query").string(heading.query);
  json.key("report").integer(heading.report).key("new").integer(heading.fresh);
  json.key("changed").integer(heading.changed).key("withdrawn").integer(heading.withdrawn);
  json.key("articles").begin_array();
}

void write_watched(JsonWriter& json, const WatchedArticle& article, std::string_view fresh) {
  json.begin_object();
  write_members(json, article, fresh);
  json.end_object();
}

void end_watch(JsonWriter& json) {
  json.end_array().end_object();
}

}  // namespace morgue::render

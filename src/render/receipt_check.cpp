// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/receipt_check.h"

#include <string_view>

#include "render/painter.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

constexpr int kFormatVersion = 1;
constexpr std::string_view kFresh = "added";

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
  return grouped(count) + " " + (count == 1 ? one : many);
}

std::string verdict(const ReceiptHeading& heading) {
  if (heading.same) return "the same " + counted(heading.now.total, "match", "matches");
  std::string changes;
  const auto add = [&changes](std::int64_t count, std::string_view what) {
    if (count > 0) add_part(changes, ", ", grouped(count) + " " + std::string(what));
  };
  add(heading.added, kFresh);
  add(heading.changed, "changed");
  add(heading.withdrawn, "withdrawn");
  if (changes.empty()) changes = "in another order";
  return counted(heading.then.total, "match", "matches") + " then, " + grouped(heading.now.total) + " now: " + changes;
}

std::string side_line(std::string_view label, const ReceiptSide& side) {
  return std::string(label) + sanitise_line(side.time) + "  " + counted(side.articles, "article", "articles") +
         ", run " + std::to_string(side.run) + ", change " + std::to_string(side.seq) + ", morgue " +
         sanitise_line(side.morgue);
}

void write_side(JsonWriter& json, std::string_view name, const ReceiptSide& side) {
  json.key(name).begin_object().key("time").string(side.time).key("morgue").string(side.morgue);
  json.key("analyser").string(side.analyser).key("articles").integer(side.articles).key("run").integer(side.run);
  json.key("seq").integer(side.seq).key("total").integer(side.total).key("ids_hash").string(side.ids_hash);
  json.end_object();
}

}  // namespace

std::string receipt_check_text(const ReceiptHeading& heading, const std::vector<WatchedArticle>& articles,
                               const TextStyle& style) {
  const Painter painter(style);
  std::string out = painter.paint(sanitise_line(heading.query), Look::Heading) + ": " + verdict(heading) + "\n";
  out += painter.paint(side_line("Then  ", heading.then), Look::Dim) + "\n";
  out += painter.paint(side_line("Now   ", heading.now), Look::Dim) + "\n";
  return out + watched_parts(articles, style, kFresh);
}

std::string receipt_check_json(const ReceiptHeading& heading, const std::vector<WatchedArticle>& articles) {
  JsonWriter json;
  json.begin_object().key("format_version").integer(kFormatVersion).key("query").string(heading.query);
  json.key("tree").string(heading.tree).key("same").boolean(heading.same);
  write_side(json, "then", heading.then);
  write_side(json, "now", heading.now);
  json.key("added").integer(heading.added).key("changed").integer(heading.changed);
  json.key("withdrawn").integer(heading.withdrawn).key("articles").begin_array();
  for (const auto& article : articles) write_watched(json, article, kFresh);
  return json.end_array().end_object().take() + "\n";
}

}  // namespace morgue::render

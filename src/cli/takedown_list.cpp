// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/takedown_list.h"

#include "cli/ages.h"
#include "cli/plain_facts.h"
#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

using catalog::Takedown;
using catalog::TakedownState;
using render::grouped;

constexpr std::size_t kMostIds = 12;

std::string day(std::int64_t seconds) {
  return moment(seconds).substr(0, 10);
}

std::string state_name(const Takedown& takedown, std::int64_t now) {
  const bool over = takedown.state == TakedownState::Withheld && !takedown.in_force(now);
  return over ? "ended" : std::string(to_string(takedown.state));
}

/// `withheld until 2027-01-31`, `purged`, `undone on 2026-11-30`.
std::string state_text(const Takedown& takedown, std::int64_t now) {
  std::string out = state_name(takedown, now);
  if (takedown.state == TakedownState::Withheld && takedown.until) {
    return out + (takedown.in_force(now) ? " until " : " on ") + takedown.until->to_string();
  }
  if (takedown.state == TakedownState::Purging) return "purge not finished (morgue reindex finishes it)";
  return takedown.ended ? out + " on " + day(*takedown.ended) : out;
}

std::string articles_text(const Takedown& takedown) {
  const auto& ids = takedown.articles;
  std::string out = grouped(static_cast<std::int64_t>(ids.size())) + (ids.size() == 1 ? " article: " : " articles: ");
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i == kMostIds) return out + " and " + grouped(static_cast<std::int64_t>(ids.size() - i)) + " more";
    out += (i == 0 ? "" : ", ") + std::to_string(ids[i]);
  }
  return out;
}

std::string until_of(const Takedown& takedown) {
  return takedown.until ? takedown.until->to_string() : std::string();
}

std::string written(const std::optional<std::int64_t>& seconds) {
  const auto time = seconds ? Timestamp::from_utc_seconds(*seconds) : std::nullopt;
  return time ? time->to_string() : std::string();
}

}  // namespace

std::string takedowns_text(const std::vector<Takedown>& all, std::int64_t now) {
  std::string out;
  for (const Takedown& takedown : all) {
    const std::string number = std::to_string(takedown.number);
    out +=
        number + "  " + day(takedown.made) + "  " + state_text(takedown, now) + "  " + articles_text(takedown) + "\n";
    out += std::string(number.size(), ' ') + "  " + render::sanitise_line(takedown.reason);
    if (!takedown.ref.empty()) out += " (ref " + render::sanitise_line(takedown.ref) + ")";
    out += "\n";
  }
  return out;
}

std::string takedowns_json(const std::vector<Takedown>& all, std::int64_t now) {
  render::JsonWriter json;
  json.begin_array();
  for (const Takedown& takedown : all) {
    json.begin_object().key("number").integer(takedown.number).key("made");
    write_moment(json, takedown.made);
    json.key("state").string(state_name(takedown, now)).key("reason").string(takedown.reason);
    write_text(json, "ref", takedown.ref);
    write_text(json, "until", until_of(takedown));
    json.key("ended");
    write_moment(json, takedown.ended);
    json.key("articles").begin_array();
    for (const ArticleId id : takedown.articles) json.integer(id);
    json.end_array().end_object();
  }
  return json.end_array().take() + "\n";
}

std::string takedowns_csv(const std::vector<Takedown>& all, std::int64_t now) {
  render::CsvWriter csv(',');
  for (const char* name : {"number", "made", "state", "reason", "ref", "until", "ended", "articles"}) csv.plain(name);
  csv.end_row();
  for (const Takedown& takedown : all) {
    csv.plain(std::to_string(takedown.number));
    csv.plain(written(takedown.made));
    csv.plain(state_name(takedown, now));
    csv.text(takedown.reason);
    csv.text(takedown.ref);
    csv.plain(until_of(takedown));
    csv.plain(written(takedown.ended));
    std::string ids;
    for (const ArticleId id : takedown.articles) ids += (ids.empty() ? "" : "; ") + std::to_string(id);
    csv.plain(ids);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace morgue::cli

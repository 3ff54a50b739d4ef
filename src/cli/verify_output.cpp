// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/verify_output.h"

#include "cli/command.h"
#include "render/json_writer.h"
#include "render/sanitise.h"

namespace morgue::cli {
namespace {

using archive::Check;

std::string name_of(Check::Kind kind) {
  switch (kind) {
    case Check::Kind::Catalog:
      return "catalog";
    case Check::Kind::References:
      return "references";
    case Check::Kind::Articles:
      return "articles";
    case Check::Kind::Texts:
      return "texts";
    case Check::Kind::Families:
      return "families";
    case Check::Kind::Places:
      return "places";
    case Check::Kind::Files:
      return "files";
    case Check::Kind::Segment:
      return "segment";
    case Check::Kind::Documents:
      return "documents";
    case Check::Kind::Terms:
      return "terms";
    case Check::Kind::Stub:
      return "current";
    case Check::Kind::Debris:
      return "debris";
    case Check::Kind::Lag:
      return "lag";
  }
  return {};
}

std::string state_of(Check::State state) {
  switch (state) {
    case Check::State::Ok:
      return "ok";
    case Check::State::Problem:
      return "problem";
    case Check::State::Skipped:
      return "skipped";
  }
  return {};
}

std::string counted(std::int64_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

std::string check_text(const Check& check) {
  std::string label = state_of(check.state);
  if (check.state == Check::State::Problem) label = "PROBLEM";
  label.resize(9, ' ');
  std::string out = label + render::sanitise_line(check.said) + "\n";
  for (const auto& example : check.found.examples) out += "         - " + render::sanitise_line(example) + "\n";
  const auto more = check.found.count - static_cast<std::int64_t>(check.found.examples.size());
  if (more > 0) out += "         - and " + grouped(more) + " more\n";
  return out;
}

std::string verdict_text(const archive::Verification& verification, bool repaired) {
  if (verification.clean()) {
    return "The archive is sound: " + counted(verification.articles, "article") + ", " +
           counted(verification.segments, "segment") + "\n";
  }
  std::string out = "Still fine: " + render::sanitise_line(verification.still_fine()) + "\n";
  if (repaired) return out + "What is left cannot be made again: bring a backup back with morgue restore DIR\n";
  return out + "Run: " + verification.command() + "\n";
}

std::string verification_json(const archive::Verification& verification, const std::vector<std::string>& repaired,
                              const std::string& archive, double seconds) {
  render::JsonWriter json;
  json.begin_object().key("archive").string(archive).key("clean").boolean(verification.clean());
  json.key("articles").integer(verification.articles).key("segments").integer(verification.segments);
  json.key("checks").begin_array();
  for (const Check& check : verification.checks) {
    json.begin_object().key("check").string(name_of(check.kind)).key("segment");
    if (check.segment == 0) {
      json.null();
    } else {
      json.integer(check.segment);
    }
    json.key("state").string(state_of(check.state)).key("said").string(check.said);
    json.key("problems").integer(check.found.count).key("examples").begin_array();
    for (const auto& example : check.found.examples) json.string(example);
    json.end_array().end_object();
  }
  json.end_array().key("repaired").begin_array();
  for (const auto& line : repaired) json.string(line);
  json.end_array();
  json.key("still_fine").string(verification.still_fine()).key("command").string(verification.command());
  return json.key("seconds").number(seconds, 3).end_object().take() + "\n";
}

}  // namespace morgue::cli

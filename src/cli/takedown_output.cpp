// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/takedown_output.h"

#include <algorithm>

#include "cli/ages.h"
#include "render/json_writer.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

using render::grouped;

constexpr std::size_t kMostLines = 20;
constexpr std::size_t kMostIds = 12;

std::string counted(std::int64_t count, const std::string& noun) {
  return grouped(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string counted(std::size_t count, const std::string& noun) {
  return counted(static_cast<std::int64_t>(count), noun);
}

/// `12, 40, 41`; of many the first.
std::string list_of(const std::vector<ArticleId>& ids) {
  std::string out;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (i == kMostIds) return out + " and " + grouped(static_cast<std::int64_t>(ids.size() - i)) + " more";
    out += (i == 0 ? "" : ", ") + std::to_string(ids[i]);
  }
  return out;
}

std::vector<ArticleId> ids_of(const archive::TakedownPlan& plan) {
  std::vector<ArticleId> ids;
  for (const StoredArticle& article : plan.articles) ids.push_back(article.id);
  return ids;
}

std::string article_line(const StoredArticle& article) {
  std::string out = "  " + std::to_string(article.id) + "  ";
  out += article.published ? article.published->to_string().substr(0, 10) : "undated";
  if (!article.source.empty()) out += "  " + render::sanitise_line(article.source);
  return out + "  " + render::sanitise_line(article.headline) + "\n";
}

std::string article_lines(const archive::TakedownPlan& plan) {
  std::string out;
  for (std::size_t i = 0; i < plan.articles.size(); ++i) {
    if (i == kMostLines) {
      return out + "  and " + grouped(static_cast<std::int64_t>(plan.articles.size() - i)) + " more\n";
    }
    out += article_line(plan.articles[i]);
  }
  return out;
}

std::string staying(const archive::TakedownPlan& plan) {
  const auto& ids = plan.near_duplicates;
  if (ids.empty()) return {};
  return counted(ids.size(), "near-duplicate") + (ids.size() == 1 ? " stays: " : " stay: ") + list_of(ids) +
         " (--family takes them, too)\n";
}

void write_ids(render::JsonWriter& json, const char* key, const std::vector<ArticleId>& ids) {
  json.key(key).begin_array();
  for (const ArticleId id : ids) json.integer(id);
  json.end_array();
}

void write_plan(render::JsonWriter& json, const archive::TakedownPlan& plan) {
  write_ids(json, "articles", ids_of(plan));
  write_ids(json, "near_duplicates", plan.near_duplicates);
}

std::string left_text(const archive::PurgeProof& proof) {
  std::string out = "NOT everything is gone:\n";
  for (const std::string& sentence : proof.left) out += "  " + render::sanitise_line(sentence) + "\n";
  return out;
}

std::string shared_text(const archive::PurgeProof& proof) {
  std::string out;
  if (proof.shared > 0) {
    out += counted(proof.shared, "piece") + (proof.shared == 1 ? " stands" : " stand") +
           " also in articles that stay, and there " + (proof.shared == 1 ? "it stays" : "they stay");
    std::vector<ArticleId> copies;
    for (const auto& [id, pieces] : proof.copies) copies.push_back(id);
    if (!copies.empty()) out += "; most of what these say is the same: " + list_of(copies);
    out += "\n";
  }
  for (const auto& [place, pieces] : proof.elsewhere) {
    out += counted(pieces, "piece") + (pieces == 1 ? " stands" : " stand") + " also in what is no article, and " +
           (pieces == 1 ? "stays: " : "stay: ") + place + "\n";
  }
  return out;
}

}  // namespace

std::string plan_text(const archive::TakedownPlan& plan, bool purge) {
  if (plan.articles.empty()) return "no article would go\n";
  return counted(plan.articles.size(), "article") + (purge ? " to be purged\n" : " to be withheld\n") +
         article_lines(plan) + staying(plan);
}

std::string plan_json(const archive::TakedownPlan& plan) {
  render::JsonWriter json;
  json.begin_object().key("takedown").null();
  write_plan(json, plan);
  return json.end_object().take() + "\n";
}

std::string withheld_text(std::int64_t number, const archive::TakedownPlan& plan,
                          const archive::TakedownOptions& options) {
  std::string out =
      "takedown " + std::to_string(number) + ": " + counted(plan.articles.size(), "article") + " withheld";
  if (options.until) out += " until " + options.until->to_string();
  return out + "\n" + article_lines(plan) + staying(plan);
}

std::string withheld_json(std::int64_t number, const archive::TakedownPlan& plan) {
  render::JsonWriter json;
  json.begin_object().key("takedown").integer(number).key("state").string("withheld");
  write_plan(json, plan);
  return json.end_object().take() + "\n";
}

std::string purge_text(const archive::PurgeResult& result) {
  if (result.held_up) return "not proved yet: a search is in the way";
  const archive::PurgeProof& proof = result.proof;
  std::string out = result.finished()
                        ? "nothing is left of " + std::string(result.articles.size() == 1 ? "it" : "them") + "\n"
                        : left_text(proof);
  out += "looked for " + counted(proof.pieces, "piece") + " of text and " + counted(proof.own_words, "word") +
         " that nothing else has\nin " + counted(proof.files, "file") + " byte by byte (" + size_text(proof.bytes) +
         "), " + counted(proof.texts, "text") + " of other articles and " + counted(proof.words, "word") +
         " of the index\n";
  out += shared_text(proof);
  out.pop_back();
  return out;
}

std::string purged_text(const archive::PurgeResult& result, const archive::TakedownPlan& plan) {
  return "takedown " + std::to_string(result.takedown) + ": " + counted(result.articles.size(), "article") +
         (result.finished() ? " purged: " : " withdrawn: ") + list_of(result.articles) + "\n" + purge_text(result) +
         "\n" + staying(plan);
}

std::string purged_json(const archive::PurgeResult& result, const archive::TakedownPlan& plan) {
  const archive::PurgeProof& proof = result.proof;
  render::JsonWriter json;
  json.begin_object().key("takedown").integer(result.takedown);
  json.key("state").string(result.finished() ? "purged" : "purging");
  write_plan(json, plan);
  json.key("proof");
  if (result.held_up) return json.null().end_object().take() + "\n";
  json.begin_object().key("pieces").integer(proof.pieces).key("own_words").integer(proof.own_words);
  json.key("files").integer(proof.files).key("bytes").integer(proof.bytes).key("texts").integer(proof.texts);
  json.key("words").integer(proof.words).key("shared").integer(proof.shared).key("copies").begin_array();
  for (const auto& [id, pieces] : proof.copies) {
    json.begin_object().key("id").integer(id).key("pieces").integer(pieces).end_object();
  }
  json.end_array().key("elsewhere").begin_object();
  for (const auto& [place, pieces] : proof.elsewhere) json.key(place).integer(pieces);
  json.end_object().key("left").begin_array();
  for (const std::string& sentence : proof.left) json.string(sentence);
  return json.end_array().end_object().end_object().take() + "\n";
}

std::string undone_text(const catalog::Takedown& takedown) {
  return "takedown " + std::to_string(takedown.number) + " undone: " + counted(takedown.articles.size(), "article") +
         (takedown.articles.size() == 1 ? " is" : " are") + " shown again: " + list_of(takedown.articles) + "\n";
}

std::string undone_json(const catalog::Takedown& takedown) {
  render::JsonWriter json;
  json.begin_object().key("takedown").integer(takedown.number).key("state").string("undone");
  write_ids(json, "articles", takedown.articles);
  return json.end_object().take() + "\n";
}

}  // namespace morgue::cli

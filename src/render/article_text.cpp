// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "render/article.h"
#include "render/revisions.h"
#include "render/sheet.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

std::string published(const StoredArticle& article) {
  if (!article.published) return "undated";
  std::string out = human_date(*article.published);
  // A date the dump states needs no comment; one that was worked out should not pass for one.
  if (article.published_origin != DateOrigin::Declared && article.published_origin != DateOrigin::None) {
    out.append(" (").append(to_string(article.published_origin)).append(")");
  }
  return out;
}

std::string identity(const StoredArticle& article) {
  std::string out = std::to_string(article.id);
  if (article.revision > 1) out += ", revision " + std::to_string(article.revision);
  if (article.cluster) out += ", cluster " + std::to_string(*article.cluster);
  return out;
}

std::string origin(const StoredArticle& article) {
  if (article.record == 0) return article.dump;
  return article.dump + ", record " + std::to_string(article.record);
}

using Facts = std::vector<std::pair<std::string_view, std::string>>;

std::string page_of(const StoredArticle& article, const Facts& more, const TextStyle& style) {
  Sheet sheet(style);
  sheet.headline(article.headline, article.url);
  sheet.blank();
  sheet.fact("Authors", article.authors, ", ");
  sheet.fact("Published", published(article));
  sheet.fact("Updated", article.updated ? human_date(*article.updated) : "");
  sheet.fact("Embargo", article.embargo ? "until " + human_date(*article.embargo) : "");
  if (article.status != ItemStatus::Usable) {
    sheet.fact("Status", std::string(to_string(article.status)) + " by its publisher");
  }
  sheet.fact("Source", article.source);
  sheet.fact("Section", article.section);
  sheet.fact("Topics", article.topics, ", ");
  sheet.fact("Places", article.places, ", ");
  sheet.fact("People", article.people, "; ");  // `Smith, John` is one person
  sheet.fact("Organizations", article.organizations, "; ");
  sheet.fact("Dateline", article.dateline);
  sheet.fact("Language", article.language);
  sheet.fact("Words", std::to_string(article.words));
  sheet.whole_fact("URL", article.url);
  sheet.whole_fact("Key", article.key == article.url ? "" : article.key);
  if (article.id > 0) sheet.fact("Id", identity(article));
  sheet.fact("Your tags", article.user_tags, ", ");
  sheet.note("Your note", article.user_note);
  for (const auto& [label, value] : more) sheet.fact(label, value);
  sheet.whole_fact("Dump", origin(article));
  if (!article.summary.empty()) {
    sheet.blank();
    sheet.prose(article.summary);
  }
  if (!article.body.empty()) {
    sheet.blank();
    sheet.prose(article.body);
  }
  return sheet.take();
}

constexpr std::size_t kCarriersShown = 12;

std::string place_of(const Carrier& carrier, ArticleId self) {
  std::string out;
  add_part(out, ", ", carrier.source);
  add_part(out, ", ", carrier.published ? human_date(*carrier.published) : "undated");
  return out + (carrier.id == self ? " (this article)" : " (id " + std::to_string(carrier.id) + ")");
}

}  // namespace

std::string article_text(const StoredArticle& article, const TextStyle& style) {
  return page_of(article, {}, style);
}

std::string shown_text(const Shown& shown, const TextStyle& style) {
  Facts facts;
  if (!shown.family.empty()) {
    const ArticleId self = shown.article.id;
    std::vector<std::string> others;
    for (std::size_t i = 1; i < shown.family.size(); ++i) {
      if (shown.family[i].id != self) others.push_back(place_of(shown.family[i], self));
    }
    facts.emplace_back("First in", place_of(shown.family.front(), self));
    facts.emplace_back("Also in", join(others, "; ", kCarriersShown));
  }
  facts.emplace_back("Collections", join(shown.article.collections, ", "));
  return page_of(shown.article, facts, style);
}

std::string revision_text(const Revision& revision, std::size_t of, const TextStyle& style) {
  std::string number = std::to_string(revision.revision) + " of " + std::to_string(of);
  if (revision.present) number += ", the present one";
  Facts facts = {{"Revision", number}, {"Recorded", recorded(revision)}};
  if (!revision.metadata_kept) facts.emplace_back("", std::string(kMetadataLost));
  return page_of(revision, facts, style);
}

}  // namespace morgue::render

// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/profile_news.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "extract/extract.h"

namespace morgue::extract {
namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Record record_of(const Fields& fields) {
  Record record;
  record.where = {"dump", 1, 0};
  for (const auto& [path, value] : fields) record.fields.push_back({path, value, Field::Kind::Text});
  return record;
}

/// The article of an item; a test failure if there is none.
Article article_of(const Fields& fields, const Options& options = {}) {
  Extractor extractor(options);
  auto result = extractor.extract(record_of(fields));
  if (auto* article = std::get_if<Article>(&result)) return std::move(*article);
  ADD_FAILURE() << "no article";
  return {};
}

std::string kind_of(const Fields& fields) {
  Extractor extractor{Options{}};
  const auto result = extractor.extract(record_of(fields));
  const auto* passed = std::get_if<PassedOver>(&result);
  return passed == nullptr ? "" : passed->kind;
}

using Names = std::vector<std::string>;

TEST(NewsProfile, Ninjs1) {
  const Article article = article_of({{"guid", "tag:herring"},
                                      {"type", "text"},
                                      {"version", "4"},
                                      {"versioncreated", "2020-01-02T10:00:00Z"},
                                      {"firstcreated", "2020-01-01T10:00:00Z"},
                                      {"embargoed", "2031-01-01T00:00:00Z"},
                                      {"pubstatus", "canceled"},
                                      {"headline", "Herring are back"},
                                      {"slugline", "SEA-HERRING"},
                                      {"byline", "By Ada Quill"},
                                      {"located", "Portmouth"},
                                      {"description_text", "At dawn."},
                                      {"body_text", "They came. All."},
                                      {"body_html", "<p>They\ncame.</p><p>All.</p>"},
                                      {"subject.code", "04000000"},
                                      {"subject.name", "fisheries"},
                                      {"service.name", "Sea"},
                                      {"place.name", "North Bay"},
                                      {"person.name", "Ben Inkwell"},
                                      {"organisation.name", "Herring Board"},
                                      {"source", "HNS"},
                                      {"language", "en-GB"}});
  EXPECT_EQ(article.key, "tag:herring");
  EXPECT_EQ(article.headline, "Herring are back");
  EXPECT_EQ(article.summary, "At dawn.");
  EXPECT_EQ(article.body, "They came.\n\nAll.");
  EXPECT_EQ(article.authors, Names{"Ada Quill"});
  EXPECT_EQ(article.published, Timestamp::from_string("2020-01-01T10:00:00Z"));
  EXPECT_EQ(article.updated, Timestamp::from_string("2020-01-02T10:00:00Z"));
  EXPECT_EQ(article.embargo, Timestamp::from_string("2031-01-01T00:00:00Z"));
  EXPECT_EQ(article.status, ItemStatus::Canceled);
  EXPECT_EQ(article.source, "HNS");
  EXPECT_EQ(article.section, "Sea");
  EXPECT_EQ(article.topics, (Names{"fisheries", "SEA-HERRING"}));
  EXPECT_EQ(article.places, Names{"North Bay"});
  EXPECT_EQ(article.people, Names{"Ben Inkwell"});
  EXPECT_EQ(article.organizations, Names{"Herring Board"});
  EXPECT_EQ(article.dateline, "Portmouth");
  EXPECT_EQ(article.language, "en");
}

TEST(NewsProfile, Ninjs3SaysEverythingInLists) {
  const Article article = article_of({{"uri", "https://hns.example/herring"},
                                      {"type", "text"},
                                      {"versionCreated", "2020-01-02T10:00:00Z"},
                                      {"pubStatus", "withheld"},
                                      {"headlines.role", "sub"},
                                      {"headlines.value", "No"},
                                      {"headlines.role", "main"},
                                      {"headlines.value", "Herring are back"},
                                      {"descriptions.role", "caption"},
                                      {"descriptions.value", "A net."},
                                      {"descriptions.role", "lead"},
                                      {"descriptions.value", "At dawn."},
                                      {"bodies.role", "text"},
                                      {"bodies.contentType", "text/plain"},
                                      {"bodies.value", "Plain."},
                                      {"bodies.role", "xhtml"},
                                      {"bodies.contentType", "text/html"},
                                      {"bodies.value",
                                       "<html><head><title>T</title></head><body><h1>Herring are "
                                       "back</h1><p>One.</p><p>Two.</p></body></html>"},
                                      {"subjects.uri", "http://cv.example/15000000"},
                                      {"subjects.literal", "15000000"},
                                      {"people.name", "Ben Inkwell"},
                                      {"by", "Ada Quill"}});
  EXPECT_EQ(article.headline, "Herring are back");
  EXPECT_EQ(article.summary, "At dawn.");
  EXPECT_EQ(article.body, "One.\n\nTwo.");
  EXPECT_EQ(article.url, "https://hns.example/herring");
  EXPECT_EQ(article.key, "https://hns.example/herring");
  EXPECT_EQ(article.topics, Names{"sport"});
  EXPECT_EQ(article.status, ItemStatus::Withheld);
  EXPECT_EQ(article.people, Names{"Ben Inkwell"});
  EXPECT_FALSE(article.updated) << "it says only when this version was made";
}

TEST(NewsProfile, BodiesOfOtherKinds) {
  const auto body = [](const char* role, const char* kind, const char* value) {
    return article_of({{"uri", "u"},
                       {"type", "text"},
                       {"versioncreated", "2020"},
                       {"title", "H"},
                       {"bodies.role", role},
                       {"bodies.contenttype", kind},
                       {"bodies.value", value}})
        .body;
  };
  EXPECT_EQ(body("text", "", "Plain."), "Plain.");
  EXPECT_EQ(
      body("nitf", "text/vnd.IPTC.NITF",
           "<nitf><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content><p>One.</p><p>Two.</p>"
           "</body.content></body></nitf>"),
      "One.\n\nTwo.");
}

TEST(NewsProfile, ItemsThatAnApiWraps) {
  for (const char* prefix : {"item.", "data.item."}) {
    const std::string at = prefix;
    const Article article = article_of({{"meta.id", "1"},
                                        {at + "uri", "https://api.hns.example/herring?key=secret"},
                                        {at + "altids.itemid", "herring"},
                                        {at + "type", "text"},
                                        {at + "versioncreated", "2020-01-02T10:00:00Z"},
                                        {at + "headline", "Herring are back"},
                                        {at + "provider", "HNS"},
                                        {at + "datelinelocation.city", "Portmouth"},
                                        {at + "subject.rels", "category"},
                                        {at + "subject.code", "s"},
                                        {at + "subject.name", "Sea"},
                                        {at + "subject.rels", "direct"},
                                        {at + "subject.name", "Nets"}});
    EXPECT_EQ(article.key, "herring");
    EXPECT_EQ(article.url, "");
    EXPECT_EQ(article.source, "HNS");
    EXPECT_EQ(article.section, "Sea");
    EXPECT_EQ(article.topics, Names{"Nets"});
    EXPECT_EQ(article.dateline, "Portmouth");
  }
}

TEST(NewsProfile, KindsThatAreNoText) {
  const auto kind = [](const std::string& type, const std::string& body = "") {
    return kind_of({{"uri", "u"}, {"type", type}, {"pubstatus", "usable"}, {"headline", "H"}, {"body_text", body}});
  };
  EXPECT_EQ(kind("picture"), "picture item");
  EXPECT_EQ(kind("video", "A script."), "video item");
  EXPECT_EQ(kind("planning"), "planning item");
  EXPECT_EQ(kind("composite"), "package item");
  EXPECT_EQ(kind("composite", "A story with pictures."), "");
  EXPECT_EQ(kind("text"), "");
  EXPECT_EQ(kind_of({{"uri", "u"}, {"title", "T"}, {"eventDetails.dates.startDate", "2020-01-01"}}), "event item");
  EXPECT_EQ(kind_of({{"$schema", "s"}, {"properties.foo.type", "string"}}), "JSON schema");
}

TEST(NewsProfile, OtherRecordsAreLeftAlone) {
  const Fields others[] = {
      {{"id", "1"}, {"type", "picture"}, {"title", "T"}, {"text", "B"}},
      {{"uri", "u"}, {"type", "article"}, {"versioncreated", "2020"}, {"title", "T"}, {"text", "B"}},
      {{"type", "text"}, {"pubstatus", "usable"}, {"title", "T"}, {"text", "B"}},
      {{"uri", "u"}, {"type", "text"}, {"title", "T"}, {"text", "B"}},
  };
  for (const Fields& fields : others) EXPECT_FALSE(news_item(record_of(fields), false));
}

TEST(NewsProfile, MappingsFindWhatWasNamedOtherwise) {
  Options options;
  options.mappings.push_back({"headline", "extra.seotitle"});
  const Fields fields = {{"guid", "g"},         {"type", "text"},    {"pubstatus", "usable"},
                         {"headline", "Short"}, {"body_text", "B."}, {"extra.seotitle", "Long"}};
  EXPECT_EQ(article_of(fields, options).headline, "Long");
  EXPECT_EQ(article_of(fields, options).body, "B.");
  EXPECT_EQ(article_of(fields).headline, "Short");
}

TEST(NewsProfile, StatusByOtherWords) {
  for (const char* word : {"canceled", "Cancelled", "withdrawn", "killed", "retracted"}) {
    EXPECT_EQ(article_of({{"headline", "H"}, {"pubstatus", word}}).status, ItemStatus::Canceled) << word;
  }
  EXPECT_EQ(article_of({{"headline", "H"}, {"pubstatus", "usable"}}).status, ItemStatus::Usable);
  EXPECT_EQ(article_of({{"headline", "H"}, {"status", "killed"}}).status, ItemStatus::Usable)
      << "a status may be of anything";
}

}  // namespace
}  // namespace morgue::extract

// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/synonyms.h"

#include <algorithm>
#include <array>

namespace morgue::extract {
namespace {

using View = std::string_view;

constexpr View kKey[] = {"key",        "guid",          "guid.#text", "id",    "@id",    "uuid",  "articleid",
                         "storyid",    "docid",         "documentid", "docno", "newsid", "newid", "itemid",
                         "identifier", "dc.identifier", "uri"};
constexpr View kHeadline[] = {"headline",
                              "headline.main",
                              "title",
                              "title.rendered",
                              "title.text",
                              "header",
                              "heading",
                              "webtitle",
                              "articletitle",
                              "newstitle",
                              "hed",
                              "headlinetext",
                              "headlines.basic",
                              "fields.headline",
                              "titel",
                              "titulo",
                              "titre",
                              "titolo",
                              "displaytitle",
                              "og.title",
                              "metadata.og.title"};
constexpr View kSummary[] = {"summary",
                             "abstract",
                             "standfirst",
                             "description",
                             "shortdescription",
                             "subtitle",
                             "subheadline",
                             "subheading",
                             "deck",
                             "dek",
                             "excerpt",
                             "excerpt.rendered",
                             "teaser",
                             "lead",
                             "trailtext",
                             "fields.trailtext",
                             "snippet",
                             "blurb",
                             "alternativeheadline",
                             "vorspann",
                             "untertitel",
                             "chapo",
                             "resumen",
                             "og.description",
                             "metadata.description",
                             "metadata.og.description"};
constexpr View kBody[] = {"body",
                          "body.markdown",
                          "articlebody",
                          "text",
                          "content",
                          "maintext",
                          "fulltext",
                          "bodytext",
                          "articletext",
                          "article",
                          "bodyhtml",
                          "contenttext",
                          "contenthtml",
                          "content.encoded",
                          "content.rendered",
                          "content.text",
                          "body.text",
                          "story",
                          "storytext",
                          "fields.bodytext",
                          "fields.body",
                          "textcontent",
                          "articlecontent",
                          "newscontent",
                          "cleantext",
                          "plaintext",
                          "paragraphs",
                          "inhalt",
                          "texto",
                          "texte",
                          "contenu",
                          "contenido",
                          "testo",
                          "leadparagraph"};
constexpr View kAuthors[] = {"authors",         "authors.name",  "author",         "author.name", "byline",
                             "byline.original", "bylines",       "bylines.byline", "bylinetext",  "creator",
                             "creator.name",    "dc.creator",    "writer",         "writers",     "authorname",
                             "authornames",     "reporter",      "reporters",      "journalist",  "journalists",
                             "correspondent",   "articleauthor", "fields.byline",  "autor",       "autores",
                             "autoren",         "auteur",        "auteurs",        "autore",      "article.author"};
constexpr View kPublished[] = {"published",
                               "publishedat",
                               "datepublished",
                               "publisheddate",
                               "publishdate",
                               "publicationdate",
                               "pubdate",
                               "datepublish",
                               "publishedtime",
                               "publishtime",
                               "publisheddatetime",
                               "publishedon",
                               "webpublicationdate",
                               "firstpublished",
                               "firstpublicationdate",
                               "article.publishedtime",
                               "date",
                               "datetime",
                               "articledate",
                               "newsdate",
                               "storydate",
                               "issuedate",
                               "issued",
                               "dc.date",
                               "firstcreated",
                               "posted",
                               "postdate",
                               "dateposted",
                               "created",
                               "createdat",
                               "datecreated",
                               "creationdate",
                               "versioncreated",
                               "datum",
                               "veroffentlicht",
                               "fecha",
                               "timestamp",
                               "year"};
constexpr View kUpdated[] = {
    "updated",     "updatedat",           "lastupdated",          "lastupdate",
    "updateddate", "dateupdated",         "datemodified",         "modified",
    "modifiedat",  "lastmodified",        "modifieddate",         "datemodify",
    "moddate",     "fields.lastmodified", "article.modifiedtime", "metadata.article.modifiedtime"};
constexpr View kSource[] = {"source",          "source.name",   "outlet",         "outlet.name", "publication",
                            "publicationname", "publisher",     "publisher.name", "newspaper",   "sourcename",
                            "outletname",      "publishername", "mediaoutlet",    "newsoutlet",  "medium",
                            "media",           "provider",      "provider.name",  "sitename",    "sourcedomain",
                            "domain",          "website",       "site",           "hostname",    "quelle",
                            "fuente",          "fonte",         "og.sitename",    "sourceurl"};
constexpr View kSection[] = {"section",  "section.name",  "sectionname",     "articlesection",
                             "category", "category.name", "rubric",          "department",
                             "desk",     "newsdesk",      "channel",         "sectiontitle",
                             "vertical", "ressort",       "rubrik",          "rubrique",
                             "seccion",  "sezione",       "article.section", "metadata.article.section"};
constexpr View kTopics[] = {"topics",
                            "topics.name",
                            "topic",
                            "topic.name",
                            "tags",
                            "tags.name",
                            "tags.term",
                            "tags.label",
                            "tags.text",
                            "tags.webtitle",
                            "tag",
                            "keywords",
                            "keywords.value",
                            "keywords.name",
                            "keyword",
                            "subjects",
                            "subjects.name",
                            "subject",
                            "subject.name",
                            "newskeywords",
                            "dc.subject",
                            "categories",
                            "categories.name",
                            "categories.term",
                            "themes",
                            "themen",
                            "schlagworte",
                            "schlagworter",
                            "etiquetas",
                            "motscles",
                            "article.tag",
                            "metadata.article.tag",
                            "metadata.newskeywords",
                            "metadata.keywords"};
constexpr View kPlaces[] = {"places",         "places.name", "place",         "place.name", "locations",
                            "locations.name", "location",    "location.name", "geofacet",   "contentlocation.name"};
constexpr View kPeople[] = {"people", "people.name", "person", "person.name", "persons", "persons.name", "perfacet"};
constexpr View kOrganizations[] = {"organizations", "organizations.name",
                                   "organisations", "organisations.name",
                                   "organization",  "organization.name",
                                   "organisation",  "organisation.name",
                                   "orgs",          "orgs.name",
                                   "companies",     "companies.name",
                                   "exchanges",     "orgfacet"};
constexpr View kLanguage[] = {"language",    "lang",    "inlanguage", "languagecode", "locale",
                              "dc.language", "sprache", "langue",     "idioma",       "metadata.language"};
constexpr View kUrl[] = {"canonicallink",    "canonicalurl", "canonical", "url",         "link",
                         "weburl",           "articleurl",   "pageurl",   "permalink",   "storyurl",
                         "newsurl",          "href",         "shareurl",  "originalurl", "mainentityofpage.@id",
                         "mainentityofpage", "@id",          "uri",       "guid",        "sourceurl"};
constexpr View kDateline[] = {"dateline"};
constexpr View kEmbargo[] = {"embargo", "embargoed", "embargodate", "embargountil", "embargoeduntil"};
constexpr View kPubStatus[] = {"pubstatus", "publicationstatus"};

struct Entry {
  View field;
  std::span<const View> paths;
};

constexpr std::array<Entry, 18> kTable = {{{"key", kKey},
                                           {"headline", kHeadline},
                                           {"summary", kSummary},
                                           {"body", kBody},
                                           {"authors", kAuthors},
                                           {"published", kPublished},
                                           {"updated", kUpdated},
                                           {"source", kSource},
                                           {"section", kSection},
                                           {"topics", kTopics},
                                           {"places", kPlaces},
                                           {"people", kPeople},
                                           {"organizations", kOrganizations},
                                           {"language", kLanguage},
                                           {"url", kUrl},
                                           {"dateline", kDateline},
                                           {"embargo", kEmbargo},
                                           {"pubstatus", kPubStatus}}};

constexpr auto kNames = [] {
  std::array<View, kTable.size()> names{};
  std::transform(kTable.begin(), kTable.end(), names.begin(), [](const Entry& entry) { return entry.field; });
  return names;
}();

}  // namespace

std::span<const std::string_view> fillable_fields() {
  return kNames;
}

std::span<const std::string_view> synonyms_of(std::string_view article_field) {
  const auto* found =
      std::find_if(kTable.begin(), kTable.end(), [&](const Entry& entry) { return entry.field == article_field; });
  return found == kTable.end() ? std::span<const View>{} : found->paths;
}

}  // namespace morgue::extract

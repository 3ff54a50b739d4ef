// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "extract/extract.h"
#include "tests/extract/articles.h"

namespace morgue::extract {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(Fields, TheNamesOfTheContract) {
  const Article article = article_of({{"key", "k1"},
                                      {"headline", "A bridge opens"},
                                      {"summary", "Short."},
                                      {"body", "One two three."},
                                      {"authors", "Jane Doe"},
                                      {"authors", "John Roe"},
                                      {"published", "2024-03-04"},
                                      {"updated", "2024-03-05T10:00:00Z"},
                                      {"source", "Harbour Herald"},
                                      {"section", "Local"},
                                      {"topics", "bridges"},
                                      {"topics", "harbour, old"},
                                      {"places", "Port Ansel"},
                                      {"people", "Odile Brandt"},
                                      {"organizations", "Port Board"},
                                      {"language", "en-GB"},
                                      {"url", "https://herald.example/a#top"},
                                      {"dateline", "PORT ANSEL, March 4 - "}});
  EXPECT_EQ(article.key, "k1");
  EXPECT_EQ(article.headline, "A bridge opens");
  EXPECT_EQ(article.summary, "Short.");
  EXPECT_EQ(article.body, "One two three.");
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe", "John Roe"));
  EXPECT_EQ(article.published->to_string(), "2024-03-04");
  EXPECT_EQ(article.published_origin, DateOrigin::Declared);
  EXPECT_EQ(article.updated->to_string(), "2024-03-05T10:00:00Z");
  EXPECT_EQ(article.source, "Harbour Herald");
  EXPECT_EQ(article.section, "Local");
  EXPECT_THAT(article.topics, ElementsAre("bridges", "harbour, old"));
  EXPECT_THAT(article.places, ElementsAre("Port Ansel"));
  EXPECT_THAT(article.people, ElementsAre("Odile Brandt"));
  EXPECT_THAT(article.organizations, ElementsAre("Port Board"));
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.url, "https://herald.example/a");
  EXPECT_EQ(article.dateline, "PORT ANSEL, March 4");
  EXPECT_EQ(article.words, 3);
  EXPECT_EQ(article.dump, "dump.jsonl");
  EXPECT_EQ(article.record, 7);
}

TEST(Fields, SynonymsInManySpellings) {
  for (const char* name : {"title", "Title", "headline.main", "webTitle", "header", "article_title", "_source.title"}) {
    EXPECT_EQ(article_of({{name, "A bridge opens"}}).headline, "A bridge opens") << name;
  }
  for (const char* name : {"text", "articleBody", "content", "maintext", "full-text", "body_html", "content:encoded"}) {
    EXPECT_EQ(article_of({{name, "One two."}}).body, "One two.") << name;
  }
  for (const char* name : {"byline", "author", "author.name", "byline.original", "dc:creator"}) {
    EXPECT_THAT(article_of({{"title", "x y"}, {name, "By JANE DOE, Staff Writer"}}).authors, ElementsAre("Jane Doe"))
        << name;
  }
  for (const char* name :
       {"date", "pub_date", "pubDate", "datePublished", "publish_date", "webPublicationDate", "datum"}) {
    EXPECT_EQ(day_of({{"title", "x y"}, {name, "2024-03-04"}}), "2024-03-04") << name;
  }
}

TEST(Fields, TheBetterNameWinsWhateverTheOrder) {
  EXPECT_EQ(article_of({{"description", "Short."}, {"abstract", "Better."}, {"title", "x"}}).summary, "Better.");
  EXPECT_EQ(article_of({{"title", "Second"}, {"headline", "First"}}).headline, "First");
  EXPECT_EQ(article_of({{"headline", "  "}, {"title", "Second"}}).headline, "Second");
  EXPECT_EQ(article_of({{"headline", "nan"}, {"title", "Second"}}).headline, "Second");
}

TEST(Fields, MappingsReplaceSynonyms) {
  const auto options = [](std::vector<const char*> maps) {
    Options out;
    for (const char* map : maps) out.mappings.push_back(parse_mapping(map));
    return out;
  };
  const std::vector<Value> values = {{"title", "Wrong"}, {"deep.h", "Right"}, {"t", "a"},
                                     {"t", "b"},         {"u", "c"},          {"body", "Text."}};
  EXPECT_EQ(article_of(values, options({"headline=deep.h"})).headline, "Right");
  EXPECT_EQ(article_of(values, options({"headline=missing"})).headline, "");
  EXPECT_THAT(article_of(values, options({"topics=t", "topics=u"})).topics, ElementsAre("a", "b", "c"));
  EXPECT_THAT(article_of(values, options({"topics=t[1]"})).topics, ElementsAre("b"));
  EXPECT_THAT(article_of(values, options({"topics=t[2]"})).topics, IsEmpty());
}

TEST(Fields, DeclaredDatesAreReadOrLeftOut) {
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "2020-11-13T16:31:47+01:00"}}), "2020-11-13T16:31:47+01:00");
  EXPECT_EQ(day_of({{"title", "x"}, {"publish_date", "1525925890.229", Field::Kind::Number}}), "2018-05-10T04:18:10Z");
  EXPECT_EQ(day_of({{"title", "x"}, {"publish_date", "1525925890229", Field::Kind::Number}}), "2018-05-10T04:18:10Z");
  EXPECT_EQ(day_of({{"title", "x"}, {"publish_date", "-62106825600.0", Field::Kind::Number}}), "");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "0", Field::Kind::Number}}), "");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "17", Field::Kind::Number}}), "");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "some time ago"}}), "");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "some time ago"}, {"created", "2024-03-04"}}), "2024-03-04");
  EXPECT_EQ(day_of({{"title", "x"}, {"meta.crawl_date", "2024-03-04"}}), "");
  EXPECT_EQ(day_of({{"title", "x"}, {"url", "https://herald.example/2020/11/13/a-story"}}), "");
  EXPECT_EQ(article_of({{"title", "x"}, {"date", "never"}}).published_origin, DateOrigin::None);
}

TEST(Fields, AmbiguousDatesFollowTheLanguage) {
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "03/04/2017"}, {"language", "en-US"}}), "2017-03-04");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "03/04/2017"}}), "2017-03-04");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "03/04/2017"}, {"language", "en-GB"}}), "2017-04-03");
  EXPECT_EQ(day_of({{"title", "x"}, {"date", "03/04/2017"}, {"language", "fr"}}), "2017-04-03");
}

TEST(Fields, SourceOfTheOptionThenOfTheRecordThenOfTheAddress) {
  Options options;
  options.source = "Given";
  EXPECT_EQ(article_of({{"title", "x"}, {"source", "Herald"}}, options).source, "Given");
  EXPECT_EQ(article_of({{"title", "x"}, {"source", "Herald"}, {"url", "https://a.example/x"}}).source, "Herald");
  EXPECT_EQ(article_of({{"title", "x"}, {"source", "http://www.herald.example"}}).source, "herald.example");
  EXPECT_EQ(article_of({{"title", "x"}, {"source", "herald.example"}}).source, "herald.example");
  EXPECT_EQ(article_of({{"title", "x"}, {"source.name", "Herald"}}).source, "Herald");
  EXPECT_EQ(article_of({{"title", "x"}, {"url", "https://www.Herald.example:443/x"}}).source, "herald.example");
  EXPECT_EQ(article_of({{"title", "x"}}).source, "");
}

TEST(Fields, CopiesInTheWebArchiveBelongToTheirOrigin) {
  const std::string copy = "https://web.archive.org/web/20180102041621/http://www.herald.example:80/2017/a#x";
  const Article article =
      article_of({{"title", "x"}, {"url", copy}, {"source", "https://web.archive.org"}, {"site", "checker"}});
  EXPECT_EQ(article.url, "http://www.herald.example/2017/a");
  EXPECT_EQ(article.source, "herald.example");
}

TEST(Fields, AddressesAreComparable) {
  const auto url = [](const char* text) { return article_of({{"title", "x"}, {"url", text}}).url; };
  EXPECT_EQ(url("HTTPS://Herald.Example/Path?utm_source=x&id=7&UTM_medium=y#part"), "https://herald.example/Path?id=7");
  EXPECT_EQ(url("https://herald.example/?utm_source=x"), "https://herald.example/");
  EXPECT_EQ(url("//herald.example/a"), "https://herald.example/a");
  EXPECT_EQ(url("www.herald.example/a"), "http://www.herald.example/a");
  EXPECT_EQ(url("https://herald.example/app#!/story/7"), "https://herald.example/app#!/story/7");
  EXPECT_EQ(url("https://herald.example:8080/a"), "https://herald.example:8080/a");
  for (const char* none :
       {"not an address", "/relative/path", "mailto:a@b.example", "javascript:void(0)", "tag:herald.example,2020:1",
        "https://", "https://nodots/a", "https://herald.example:port/a"}) {
    EXPECT_EQ(url(none), "") << none;
  }
  EXPECT_EQ(
      article_of({{"title", "x"}, {"canonical_link", "https://herald.example/"}, {"url", "https://herald.example/a"}})
          .url,
      "https://herald.example/a");
  EXPECT_EQ(
      article_of({{"title", "x"}, {"canonical_link", "https://herald.example/b"}, {"url", "https://herald.example/a"}})
          .url,
      "https://herald.example/b");
}

TEST(Fields, KeyIsTheIdentityTheDumpGives) {
  const std::vector<Value> base = {{"title", "x"}, {"url", "https://herald.example/a?utm_source=b"}};
  const auto with = [&](std::vector<Value> more) {
    more.insert(more.end(), base.begin(), base.end());
    return article_of(more).key;
  };
  EXPECT_EQ(with({{"guid", "g"}, {"id", "7", Field::Kind::Number}}), "g");
  EXPECT_EQ(with({{"id", "7", Field::Kind::Number}}), "7");
  EXPECT_EQ(with({}), "https://herald.example/a");
  EXPECT_EQ(article_of({{"title", "x"}}).key, "");
}

TEST(Fields, LabelsBecomeTopicsOnce) {
  const Article tagged =
      article_of({{"title", "x"}, {"category", "News"}, {"tags", "a"}, {"tags", "b"}, {"tags", "a"}});
  EXPECT_EQ(tagged.section, "News");
  EXPECT_THAT(tagged.topics, ElementsAre("a", "b"));
  const Article labelled = article_of({{"title", "x"}, {"category", "U.S. NEWS"}});
  EXPECT_EQ(labelled.section, "U.S. NEWS");
  EXPECT_THAT(labelled.topics, ElementsAre("U.S. NEWS"));
  const Article subject = article_of({{"title", "x"}, {"subject", "politics"}});
  EXPECT_EQ(subject.section, "");
  EXPECT_THAT(subject.topics, ElementsAre("politics"));
  EXPECT_THAT(article_of({{"title", "x"}, {"keywords", "one, two;three|, "}}).topics,
              ElementsAre("one", "two", "three"));
  EXPECT_THAT(article_of({{"title", "x"}, {"tags", "['one, two', \"three\"]"}}).topics,
              ElementsAre("one, two", "three"));
  EXPECT_THAT(article_of({{"title", "x"}, {"tags", "['broken, two"}}).topics, ElementsAre("['broken", "two"));
}

TEST(Fields, AuthorListsOfCrawlers) {
  const auto authors = [](std::vector<const char*> names) {
    std::vector<Value> values = {{"title", "x"}};
    for (const char* name : names) values.emplace_back("authors", name);
    return article_of(values).authors;
  };
  EXPECT_THAT(authors({"Jane Doe", "View All", "Min Read", "January", "Https", "Senior Editor", "John Roe"}),
              ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(authors({"Jane Doe", "Jane Doe Is A Writer At Example. As A Lover Of Boats", "Ships", "Harbour Life"}),
              ElementsAre("Jane Doe"));
  EXPECT_THAT(authors({"Jane Doe", "Jane Doe Is A Writer At Example", "Ships", "John Roe", "John Is A Cook In Town"}),
              ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(authors({"Jane Doe And John Roe", "jane doe"}), ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(article_of({{"title", "x"}, {"authors", "['Jane Doe', 'John Roe']"}}).authors,
              ElementsAre("Jane Doe", "John Roe"));
  EXPECT_THAT(
      article_of({{"title", "x"}, {"author", "https://herald.example/by/jane"}, {"byline", "By Jane Doe"}}).authors,
      ElementsAre("Jane Doe"));
}

TEST(Fields, DatelinesAtTheStartOfTheBody) {
  const auto dateline = [](const char* body) { return article_of({{"body", body}}).dateline; };
  EXPECT_EQ(dateline("WASHINGTON (Reuters) - The board met."), "WASHINGTON");
  EXPECT_EQ(dateline("Berlin (dpa/AFP) \u2013 Der Rat tagte."), "Berlin");
  EXPECT_EQ(dateline("PORT ANSEL, March 4 - The board met."), "PORT ANSEL, March 4");
  EXPECT_EQ(dateline("TULSA, Okla. \u2014 The board met."), "TULSA, Okla.");
  EXPECT_EQ(dateline("BREAKING - The board met."), "");
  EXPECT_EQ(dateline("The board (of the port) - or what is left - met."), "");
  EXPECT_EQ(dateline("Nothing here."), "");
  const Article article = article_of({{"body", "WASHINGTON (Reuters) - The board met."}});
  EXPECT_EQ(article.body, "WASHINGTON (Reuters) - The board met.");
  EXPECT_THAT(article.authors, IsEmpty());
}

TEST(Fields, BodiesInMarkupBecomeText) {
  EXPECT_EQ(article_of({{"title", "A &amp; B"}, {"body", "<p>One.</p><p>Two.</p>"}}).headline, "A & B");
  EXPECT_EQ(article_of({{"body", "<p>One.</p><p>Two.</p>"}}).body, "One.\n\nTwo.");
  EXPECT_EQ(
      article_of({{"title", "T"}, {"body", "# T\n\nOne [two](https://x.example).\n\n<figure><img src=\"x\"></figure>"}})
          .body,
      "One two.");
  EXPECT_EQ(article_of({{"body", "Shares of <BP.L> and <P> rose."}}).body, "Shares of <BP.L> and <P> rose.");
  EXPECT_EQ(article_of({{"paragraphs", "One."}, {"paragraphs", "Two."}}).body, "One.\n\nTwo.");
}

TEST(Fields, LanguageDeclaredOrDetected) {
  const std::string german = "Der Stadtrat hat gestern Abend beschlossen, dass die alte Br\u00fccke neu gebaut wird.";
  EXPECT_EQ(article_of({{"body", german}}).language, "de");
  EXPECT_EQ(article_of({{"body", german}, {"language", "English"}}).language, "en");
  EXPECT_EQ(article_of({{"body", german}, {"language", "?"}}).language, "de");
  EXPECT_EQ(article_of({{"body", "x"}}).language, "");
}

TEST(Fields, AReasonNamesEachFieldOnce) {
  const auto result = run({{"pics.url", "a"}, {"pics.width", "1"}, {"pics.url", "b"}, {"pics.width", "2"}});
  ASSERT_TRUE(std::holds_alternative<Reject>(result));
  EXPECT_EQ(std::get<Reject>(result).reason, "no headline, body or summary: its values are under pics.url, pics.width");
}

TEST(Fields, RecordsWithoutTextAreRejectedUnlessNumberedAndDated) {
  auto result = run({{"id", "7"}, {"colour", "blue"}});
  ASSERT_TRUE(std::holds_alternative<Reject>(result));
  const Reject& reject = std::get<Reject>(result);
  EXPECT_THAT(reject.reason, HasSubstr("colour"));
  EXPECT_EQ(reject.where.record, 7);
  EXPECT_EQ(reject.where.offset, 100);
  EXPECT_THAT(reject.excerpt, HasSubstr("colour: blue"));
  EXPECT_TRUE(std::holds_alternative<Reject>(run({})));
  EXPECT_TRUE(std::holds_alternative<Reject>(run({{"date", "2024-03-04"}})));
  EXPECT_TRUE(std::holds_alternative<Article>(run({{"id", "7"}, {"date", "2024-03-04"}})));
  EXPECT_TRUE(std::holds_alternative<Article>(run({{"summary", "Only this."}})));
}

TEST(Fields, ExcerptsAreShortAndValid) {
  std::string wide;
  for (int i = 0; i < 500; ++i) wide += "\u00fc";
  const auto result = run({{"colour", wide}});
  const Reject& reject = std::get<Reject>(result);
  EXPECT_LE(reject.excerpt.size(), 200U);
  EXPECT_NE(static_cast<unsigned char>(reject.excerpt.back()), 0xC3);
}

TEST(Fields, EveryByteInEveryFieldIsSurvived) {
  for (int c = 0; c < 256; ++c) {
    const std::string junk(40, static_cast<char>(c));
    std::vector<Value> values;
    for (const char* path :
         {"title", "body", "summary", "authors", "date", "url", "tags", "source", "language", "id"}) {
      values.emplace_back(path, junk);
    }
    run(values);
  }
}

}  // namespace
}  // namespace morgue::extract

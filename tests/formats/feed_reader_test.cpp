// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "tests/support/string_source.h"

namespace morgue::formats {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

using Entry = std::vector<std::string>;

/// Each entry as `path=value`; what is no article by its kind, what is rejected by its reason.
std::vector<Entry> read(const std::string& dump, ReaderLimits limits = {}) {
  test::StringSource source(dump, 7);
  io::BufferedInput bytes(source);
  const auto reader = open_reader(Format::Feed, {bytes, "dump", "dump", limits});
  std::vector<Entry> entries;
  while (auto next = reader->next()) {
    Entry entry;
    if (auto* reject = std::get_if<Reject>(&*next)) {
      entry = {"! " + reject->reason};
    } else if (auto* other = std::get_if<PassedOver>(&*next)) {
      entry = {"~ " + other->kind};
    } else {
      for (const Field& field : std::get<Record>(*next).fields) entry.push_back(field.path + "=" + field.value);
    }
    entries.push_back(std::move(entry));
  }
  return entries;
}

Entry read_one(const std::string& dump) {
  auto entries = read(dump);
  EXPECT_EQ(entries.size(), 1U);
  return entries.empty() ? Entry{} : entries.front();
}

Entry rss(const std::string& item) {
  return read_one(
      "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/' "
      "xmlns:x='http://purl.org/rss/1.0/modules/content/'><channel><title>Tidal News</title>"
      "<link>https://tidal.example/</link><item>" +
      item + "</item></channel></rss>");
}

Entry atom(const std::string& entry) {
  return read_one("<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://quay.example/news/'><entry>" + entry +
                  "</entry></feed>");
}

TEST(Feed, RssItemHasAllItsFields) {
  EXPECT_THAT(
      read_one("<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'>"
               "<channel><title>Tidal News</title><link>https://tidal.example</link><language>en-gb</language>"
               "<item><title>Ferry &amp; fog</title><link>/ferry</link><guid isPermaLink='false'>f-1</guid>"
               "<author>desk@tidal.example (Ines Holm)</author><pubDate>Mon, 02 Mar 2009 07:00:00 GMT</pubDate>"
               "<category>Harbour</category><category>Weather</category><description>Short.</description>"
               "<content:encoded><![CDATA[<p>Long.</p>]]></content:encoded></item></channel></rss>"),
      ElementsAre("key=f-1", "headline=Ferry & fog", "url=https://tidal.example/ferry", "authors=Ines Holm",
                  "published=Mon, 02 Mar 2009 07:00:00 GMT", "source=Tidal News", "topics=Harbour", "topics=Weather",
                  "language=en-gb", "summary=Short.", "body=<p>Long.</p>"));
}

TEST(Feed, RdfItemsStandBesideTheirChannel) {
  EXPECT_THAT(
      read("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' "
           "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel rdf:about='https://a.example/'><title>A</title>"
           "<items><rdf:Seq><rdf:li resource='https://a.example/1'/></rdf:Seq></items></channel>"
           "<image><title>Logo</title></image>"
           "<item rdf:about='https://a.example/1'><title>One</title><dc:creator>Ann Oak</dc:creator>"
           "<dc:date>2009-03-02T07:00Z</dc:date><dc:subject>Tea</dc:subject></item><item/></rdf:RDF>"),
      ElementsAre(ElementsAre("key=https://a.example/1", "headline=One", "url=https://a.example/1", "authors=Ann Oak",
                              "published=2009-03-02T07:00Z", "source=A", "topics=Tea"),
                  ElementsAre("source=A")));
}

TEST(Feed, ChannelDefinitionFormatIsInCapitals) {
  EXPECT_THAT(
      read_one("<CHANNEL BASE='http://b.example/x/'><TITLE>B</TITLE><ITEM HREF='1.html' LASTMOD='1998-01-02T03:04'>"
               "<TITLE>One</TITLE><ABSTRACT>Short.</ABSTRACT></ITEM></CHANNEL>"),
      ElementsAre("headline=One", "url=http://b.example/x/1.html", "updated=1998-01-02T03:04",
                  "published=1998-01-02T03:04", "source=B", "summary=Short."));
}

TEST(Feed, AtomTextIsWhatItsTypeSays) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<title>R&amp;D</title>", "headline=R&D"},
      {"<title type='text'>The &lt;p> tag</title>", "headline=The &lt;p> tag"},
      {"<title type='html'>A &lt;b&gt;b&lt;/b&gt;</title>", "headline=A <b>b</b>"},
      {"<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>1 &lt; 2, <i>so</i></div></title>",
       "headline=<div>1 &lt; 2, so</div>"},
      {"<content type='xhtml'><div "
       "xmlns='http://www.w3.org/1999/xhtml'><p>a</p><svg><text>b</text></svg></div></content>",
       "body=<div><p>a</p></div>"},
      {"<content type='application/octet-stream'>PHA+VGVhPC9wPg==</content>", "body=<p>Tea</p>"},
      {"<content mode='base64' type='text/plain'>MSA8IDI=</content>", "body=1 &lt; 2"},
      {"<content type='text/plain'>1 &lt; 2</content>", "body=1 &lt; 2"},
      {"<content type='multipart/alternative'/><content type='html'>&lt;p>x&lt;/p></content>", "body=<p>x</p>"},
  };
  for (const auto& [entry, expected] : cases) EXPECT_THAT(atom(entry), Contains(expected)) << entry;
  EXPECT_THAT(atom("<content type='image/png'>iVBORw0KGgoAAAAN</content>"), IsEmpty());
  EXPECT_THAT(atom("<content type='image/png'>no Base64!</content>"), IsEmpty());
}

TEST(Feed, LinksLeadToThePage) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<link rel='self' href='/a.xml'/><link href='b.html'/>", "url=https://quay.example/news/b.html"},
      {"<link type='application/pdf' href='/a.pdf'/><link type='text/html' href='/a'/>", "url=https://quay.example/a"},
      {"<link rel='http://www.iana.org/assignments/relation/alternate' href='//c.example/x'/>",
       "url=https://c.example/x"},
      {"<link rel='alternate'>https://quay.example/text</link>", "url=https://quay.example/text"},
      {"<link xml:base='sport/' href='../x?a=1&amp;b=2'/>", "url=https://quay.example/news/x?a=1&b=2"},
      {"<content src='out.html'/>", "url=https://quay.example/news/out.html"},
  };
  for (const auto& [entry, expected] : cases) EXPECT_THAT(atom(entry), Contains(expected)) << entry;
  EXPECT_THAT(atom("<link rel='enclosure' href='/a.mp3'/><id>tag:1</id>"), ElementsAre("key=tag:1"));
  EXPECT_THAT(rss("<guid>https://tidal.example/1</guid>"), Contains("url=https://tidal.example/1"));
  EXPECT_THAT(rss("<guid isPermaLink='false'>https://tidal.example/1</guid>"), Not(Contains(StartsWith("url="))));
}

TEST(Feed, AuthorsAreNamedInManyWays) {
  const std::vector<std::pair<std::string, Entry>> cases = {
      {"<author>a@b.example (Ann Oak)</author>", {"authors=Ann Oak"}},
      {"<author>Ann Oak &lt;a@b.example&gt;</author>", {"authors=Ann Oak"}},
      {"<author>Ann Oak (a@b.example)</author>", {"authors=Ann Oak"}},
      {"<dc:creator>Ann Oak</dc:creator><dc:creator>Per Elm</dc:creator>", {"authors=Ann Oak", "authors=Per Elm"}},
      {"<author><name>Ann Oak</name><email>a@b.example</email></author>", {"authors=Ann Oak"}},
      {"<media:group><media:credit role='author'>Ann Oak</media:credit></media:group>", {"authors=Ann Oak"}},
      {"<itunes:author>Ann Oak</itunes:author>", {"authors=Ann Oak"}},  // an undeclared prefix
      {"<author>a@b.example</author>", {}},
  };
  for (const auto& [item, expected] : cases) {
    Entry entry = rss(item);
    std::erase_if(entry, [](const std::string& field) { return !field.starts_with("authors="); });
    EXPECT_EQ(entry, expected) << item;
  }
}

TEST(Feed, WhatTheFeedSaysOfItselfMayStandBehind) {
  EXPECT_THAT(
      read("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>1</title></entry>"
           "<entry><title>2</title><author><name>Per Elm</name></author></entry>"
           "<entry><title>3</title><source><title>Other</title><author><name>Eva Ash</name></author></source></entry>"
           "<title>Quay</title><author><name>Ann Oak</name></author></feed>"),
      ElementsAre(ElementsAre("headline=1", "authors=Ann Oak", "source=Quay"),
                  ElementsAre("headline=2", "authors=Per Elm", "source=Quay"),
                  ElementsAre("headline=3", "authors=Eva Ash", "source=Other")));
}

TEST(Feed, UnknownNamespacesDoNotCount) {
  EXPECT_THAT(rss("<o:title xmlns:o='urn:o'>No</o:title><title>Yes</title><o:description xmlns:o='urn:o'>No"
                  "</o:description><x:encoded>Body</x:encoded><image><title>No</title></image>"),
              ElementsAre("headline=Yes", "source=Tidal News", "body=Body"));
}

TEST(Feed, LongDescriptionIsTheText) {
  const std::string text = "<p>" + std::string(1600, 'x') + "</p>";
  const Entry entry = rss("<description><![CDATA[" + text + "]]></description>");
  EXPECT_THAT(entry, Contains("body=" + text));
  EXPECT_THAT(entry, Not(Contains(StartsWith("summary="))));
}

TEST(Feed, FooterAndDoubleEscapingGo) {
  EXPECT_THAT(rss("<title>Fog &amp; ferry</title><description><![CDATA[<p>Text.</p><p>The post <a href='/f'>Fog &#038; "
                  "ferry</a> appeared first on <a href='/'>Tidal News</a>.</p>]]></description>"),
              Contains("summary=<p>Text.</p>"));
  EXPECT_THAT(rss("<title>Fog</title><description><![CDATA[<p>Fog on <a href='/f'>the sea</a> and <a href='/'>land</a>."
                  "</p>]]></description>"),
              Contains(HasSubstr("land")));
  EXPECT_THAT(rss("<description>&amp;lt;p&amp;gt;Text&amp;lt;/p&amp;gt;</description>"),
              Contains("summary=<p>Text</p>"));
}

TEST(Feed, BlogExportsHoldMoreThanPosts) {
  const auto kind = [](const std::string& name) {
    return "<category scheme='http://schemas.google.com/g/2005#kind' "
           "term='http://schemas.google.com/blogger/2008/kind#" +
           name + "'/>";
  };
  EXPECT_THAT(atom(kind("comment") + "<title>No</title>"), ElementsAre("~ comment"));
  EXPECT_THAT(atom(kind("post") + "<title>Yes</title><category term='Tea'/>"),
              ElementsAre("headline=Yes", "topics=Tea"));
  EXPECT_THAT(atom("<app:control xmlns:app='http://www.w3.org/2007/app'><app:draft>yes</app:draft></app:control>"),
              ElementsAre("~ draft"));
}

TEST(Feed, BrokenFeedsGiveWhatTheyHave) {
  const auto cut = read("<rss><channel><item><title>One</title></item><item><title>Tw");
  ASSERT_THAT(cut, Not(IsEmpty()));
  EXPECT_THAT(cut.front(), Contains("headline=One"));
  EXPECT_THAT(cut.back(), Contains(StartsWith("! the feed is not closed")));
  EXPECT_THAT(read("<rss><channel></channel></rss>"), IsEmpty());
  EXPECT_THAT(read(""), ElementsAre(Contains(StartsWith("!"))));
}

TEST(Feed, EntryWithTooManyValuesIsRejected) {
  ReaderLimits limits;
  limits.fields = 5;
  std::string item;
  for (int i = 0; i < 10; ++i) item += "<category>c</category>";
  EXPECT_THAT(read("<rss><channel><item>" + item + "</item><item><title>Two</title></item></channel></rss>", limits),
              ElementsAre(Contains(HasSubstr("more than 5 values")), Contains("headline=Two")));
}

}  // namespace
}  // namespace morgue::formats

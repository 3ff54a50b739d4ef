// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/formats/wire_fields.h"

namespace morgue::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::map<std::string, std::string> read(const std::string& nitf) {
  return test::only_record(Format::Nitf, nitf);
}

std::string with_body(const std::string& content) {
  return "<nitf><head><title>T</title></head><body><body.content>" + content + "</body.content></body></nitf>";
}

TEST(Nitf, Document) {
  const auto values = read(R"(<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd">
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" baselang="en-GB">
 <head>
  <title>Title</title>
  <meta name="anpa-category" content="f"/>
  <tobject tobject.type="News">
   <tobject.subject tobject.subject.refnum="04000000" tobject.subject.type="Economy" tobject.subject.matter="Fisheries"/>
   <tobject.subject tobject.subject.refnum="15039001"/>
   <tobject.subject tobject.subject.refnum="LOCAL7"/>
  </tobject>
  <docdata management-status="embargoed">
   <doc-id id-string="herring-1" regsrc="HNS"/>
   <evloc city="Portmouth" country="Westland"/>
   <date.issue norm="20020225T143000-0500"/>
   <date.release norm="20020226T093000-0500"/>
   <doc.copyright year="2002" holder="Harbour News"/>
   <key-list><keyword key="herring"/><keyword key="Fisheries"/></key-list>
   <identified-content><person>QUILL, ADA</person><org>Herring Board</org><location>North Bay</location>
    <classifier>Nets</classifier><classifier>Top/News/Nets</classifier></identified-content>
  </docdata>
 </head>
 <body>
  <body.head>
   <hedline><hl1>Herring are
     back</hl1><hl2>After ten years</hl2></hedline>
   <note><p>Not to be printed.</p></note>
   <byline>By <person>Ada Quill</person><byttl>Fisheries Editor</byttl></byline>
   <byline class="normalized_byline">QUILL, ADA</byline>
   <dateline><location>PORTMOUTH</location><story.date norm="20020225">Feb. 25</story.date></dateline>
   <abstract><p>They came at dawn.</p></abstract>
  </body.head>
  <body.content>
   <p>Herring are back</p>
   <media media-type="image"><media-caption>A net.</media-caption></media>
   <p>The <org>Blue Line</org> saw them first, said <person>Ben Inkwell's</person> mate.</p>
   <hl2>Nets</hl2>
   <ul><li>One</li><li>Two</li></ul>
   <table><tr><th>Day</th><th>Catch</th></tr><tr><td>1</td><td>20</td></tr></table>
   <p>ends</p>
  </body.content>
  <body.end><tagline>Cy Nib helped.</tagline></body.end>
 </body>
</nitf>)");
  EXPECT_EQ(values.at("headline"), "Herring are back");
  EXPECT_EQ(values.at("summary"), "They came at dawn.");
  EXPECT_EQ(values.at("authors"), "By Ada Quill");
  EXPECT_EQ(values.at("dateline"), "PORTMOUTH");
  EXPECT_EQ(values.at("body"),
            "The Blue Line saw them first, said Ben Inkwell's mate. | Nets | One | Two | Day Catch | 1 20");
  EXPECT_EQ(values.at("published"), "20020225T143000-0500");
  EXPECT_EQ(values.at("embargo"), "20020226T093000-0500");
  EXPECT_EQ(values.at("pubstatus"), "embargoed");
  EXPECT_EQ(values.at("source"), "Harbour News");
  EXPECT_EQ(values.at("section"), "Economy");
  EXPECT_EQ(values.at("topics"), "Fisheries | sport | LOCAL7 | Nets | herring");
  EXPECT_EQ(values.at("places"), "Portmouth | Westland | North Bay");
  EXPECT_EQ(values.at("people"), "QUILL, ADA | Ben Inkwell");
  EXPECT_EQ(values.at("organizations"), "Herring Board | Blue Line");
  EXPECT_EQ(values.at("language"), "en-GB");
  EXPECT_EQ(values.at("key"), "herring-1");
}

TEST(Nitf, EmbargoWithoutAnEndIsWithheld) {
  EXPECT_EQ(read("<nitf><head><docdata management-status='embargoed'/></head></nitf>").at("pubstatus"), "withheld");
  const auto released =
      read("<nitf><head><docdata><date.issue norm='20020225'/><date.release norm='20020225'/></docdata></head></nitf>");
  EXPECT_FALSE(released.contains("embargo"));
}

TEST(Nitf, KeyWithoutTheVersion) {
  const struct {
    const char* id;
    const char* shared;
    const char* key;
  } cases[] = {{"story-7_12", "story-7", "story-7"},  {"story-7", "story-7", "story-7"},
               {"story-7b", "story-7", "story-7b"},   {"story-7_x", "story-7", "story-7_x"},
               {"story-7_12", "other", "story-7_12"}, {"story-7_12", "", "story-7_12"}};
  for (const auto& [id, shared, key] : cases) {
    const auto values = read("<nitf><head><docdata><doc-id id-string='" + std::string(id) + "'/><du-key key='" +
                             shared + "'/></docdata></head></nitf>");
    EXPECT_EQ(values.at("key"), key) << id;
  }
}

TEST(Nitf, ArchivesRepeatTheLead) {
  const auto values = read(with_body(
      "<block class='lead_paragraph'><p>One.</p></block><block class='full_text'><p>One.</p><p>Two.</p></block>"));
  EXPECT_EQ(values.at("body"), "One. | Two.");
}

TEST(Nitf, InitialsAreNoByline) {
  EXPECT_FALSE(read("<nitf><body><body.head><byline>aq/bi</byline></body.head></body></nitf>").contains("authors"));
}

TEST(Nitf, TextSetByATypewriter) {
  const auto values =
      read(with_body("<p>(Adds detail)\n    * Nets are full\n\n    By Ada Quill\n    PORTMOUTH - The "
                     "boats\ncame home.\n    They sail\nagain.\n (Editing by Cy Nib)</p>"));
  EXPECT_EQ(values.at("authors"), "By Ada Quill");
  EXPECT_EQ(
      values.at("body"),
      "(Adds detail) | * Nets are full | PORTMOUTH - The boats came home. | They sail again. | (Editing by Cy Nib)");
}

TEST(Nitf, MarkupThatIsIndentedIsNoTypewriter) {
  const auto values = read(with_body("<p>The boats\n        came home\n        at six.</p>"));
  EXPECT_EQ(values.at("body"), "The boats came home at six.");
}

TEST(Nitf, LineBreaksAreKept) {
  EXPECT_EQ(read(with_body("<p>Roses are red,<br/>\n  boats are blue</p>")).at("body"),
            "Roses are red,\nboats are blue");
}

TEST(Nitf, BylineAloneStaysText) {
  const auto values = read(with_body("<p>By Ada Quill</p>"));
  EXPECT_EQ(values.at("authors"), "By Ada Quill");
  EXPECT_EQ(values.at("body"), "By Ada Quill");
  for (const char* line : {"By noon the boats were home", "By Ada Quill and 12 others", "By the time. They went."}) {
    EXPECT_FALSE(read(with_body("<p>" + std::string(line) + "</p><p>More.</p>")).contains("authors")) << line;
  }
}

TEST(Nitf, FlashWithoutAHeadline) {
  const auto flash = [](const std::string& text) {
    return read("<nitf><body><body.content><p>" + text + "</p></body.content></body></nitf>").at("headline");
  };
  EXPECT_EQ(flash("Herring are back in Portmouth. They came at dawn."), "Herring are back in Portmouth");
  EXPECT_EQ(flash("Are the herring really back? Yes."), "Are the herring really back?");
  EXPECT_EQ(flash("Herring"), "Herring");
  const std::string cut = flash(std::string(40, 'x') + " " + std::string(100, 'y') + " " + std::string(100, 'z'));
  EXPECT_EQ(cut, std::string(40, 'x') + " " + std::string(100, 'y') + " ...");
}

TEST(Nitf, EscapedElementsOfSomeSystem) {
  const auto body = [](const std::string& text) { return read(with_body("<p>" + text + "</p>")).at("body"); };
  EXPECT_EQ(body("800&lt;dash&gt;-&lt;/dash&gt;900 boats"), "800-900 boats");
  EXPECT_EQ(body("a &lt;b c &lt;/dash&gt; d"), "a <b c </dash> d");
  EXPECT_EQ(body("&lt;dash&gt;&lt;/"), "<dash></");
}

TEST(Nitf, SeveralDocumentsInOneFile) {
  const auto read =
      test::read_all(Format::Nitf, "<set>" + with_body("<p>One.</p>") + with_body("<p>Two.</p>") + "</set>");
  EXPECT_THAT(read,
              ElementsAre("1@5 headline=T body=One.", testing::AllOf(testing::StartsWith("2@"), HasSubstr("Two."))));
}

TEST(Nitf, DetectedAlsoInAFrameOfAnotherKind) {
  EXPECT_EQ(detect(with_body("x"), "a.xml"), Format::Nitf);
  EXPECT_EQ(detect("<?xml version='1.0'?><export><row>" + with_body("x") + "</row></export>", "a.xml"), Format::NewsMl);
  EXPECT_EQ(detect("<?xml version='1.0'?><export><row>x</row></export>", "a.xml"), std::nullopt);
}

TEST(Nitf, BrokenDocuments) {
  EXPECT_THAT(test::read_all(Format::Nitf, "<html><p>x</p></html>"),
              ElementsAre("1@0! there is no item of NITF or NewsML in the document"));
  EXPECT_EQ(read("<nitf><head><title>Herring & chips</title><body><body.content><p>Cut").at("headline"),
            "Herring & chips");
  EXPECT_TRUE(read("<nitf/>").empty());
}

}  // namespace
}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/formats/wire_fields.h"

namespace morgue::formats {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::map<std::string, std::string> read(const std::string& xml) {
  return test::only_record(Format::NewsMl, xml);
}

std::string item(const std::string& meta, const std::string& content = "", const std::string& text = "") {
  return "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='tag:herring' version='3' "
         "xml:lang='en'><itemMeta>" +
         meta + "</itemMeta><contentMeta>" + content + "</contentMeta><contentSet>" + text + "</contentSet></newsItem>";
}

std::string xhtml(const std::string& body) {
  return "<inlineXML><html xmlns='http://www.w3.org/1999/xhtml'><head><title>no</title></head><body>" + body +
         "</body></html></inlineXML>";
}

TEST(NewsMlG2, TextItem) {
  const auto values = read(
      item("<itemClass qcode='ninat:text'/><provider "
           "literal='hns.example'/><firstCreated>2020-01-01T10:00:00Z</firstCreated>"
           "<versionCreated>2020-01-02T10:00:00Z</versionCreated><embargoed>2020-01-03T00:00:00Z</embargoed>"
           "<pubStatus qcode='stat:usable'/><memberOf><name>Fisheries</name></memberOf>",
           "<language tag='en-GB'/><headline>Herring are back</headline><slugline>SEA-HERRING</slugline>"
           "<by>By Ada Quill</by><dateline>PORTMOUTH</dateline><creditline>HNS</creditline>"
           "<description role='drol:caption'>Slug</description><description role='drol:summary'>At dawn.</description>"
           "<subject type='cpnat:person' qcode='p:1'><name>Ben Inkwell</name></subject>"
           "<subject type='cpnat:organisation' literal='Herring Board'/>"
           "<subject type='cpnat:geoArea' qcode='geo:7'/><subject type='cpnat:geoArea' qcode='geo:8'/>"
           "<subject qcode='subj:15039001'/><subject qcode='medtop:20000523'><name>labour</name><name "
           "xml:lang='de'>Arbeit</name></subject><subject qcode='x:Q'/><subject qcode='a1312cat:f'/>",
           xhtml("<p>By Ada Quill</p><p>They came.</p><h2>Nets</h2><p>All were full.</p>")));
  EXPECT_EQ(values.at("key"), "tag:herring");
  EXPECT_EQ(values.at("headline"), "Herring are back");
  EXPECT_EQ(values.at("summary"), "At dawn.");
  EXPECT_EQ(values.at("body"), "They came. | Nets | All were full.");
  EXPECT_EQ(values.at("authors"), "By Ada Quill");
  EXPECT_EQ(values.at("published"), "2020-01-01T10:00:00Z");
  EXPECT_EQ(values.at("updated"), "2020-01-02T10:00:00Z");
  EXPECT_EQ(values.at("embargo"), "2020-01-03T00:00:00Z");
  EXPECT_EQ(values.at("pubstatus"), "usable");
  EXPECT_EQ(values.at("source"), "hns.example");
  EXPECT_EQ(values.at("dateline"), "PORTMOUTH");
  EXPECT_EQ(values.at("language"), "en-GB");
  EXPECT_EQ(values.at("people"), "Ben Inkwell");
  EXPECT_EQ(values.at("organizations"), "Herring Board");
  EXPECT_EQ(values.at("topics"), "sport | labour | Fisheries | SEA-HERRING");
  EXPECT_EQ(values.at("section"), "Finance");
}

TEST(NewsMlG2, PlacesAreNamedByAssertions) {
  const std::string with_assert =
      "<newsItem guid='g'><itemMeta/><contentMeta><headline>H</headline><subject type='cpnat:geoArea' qcode='alias:7'/>"
      "<subject type='cpnat:geoArea' qcode='alias:8'/></contentMeta>"
      "<assert qcode='loc:rich:7'><name>Portmouth</name></assert>"
      "<assert "
      "qcode='loc:8'><broader><name>N/A</name></broader><broader><name>Westland</name></broader></assert></newsItem>";
  EXPECT_EQ(read(with_assert).at("places"), "Portmouth | Westland");
}

TEST(NewsMlG2, OnlyCodesAreBetterThanNothing) {
  EXPECT_EQ(read(item("", "<headline>H</headline><subject qcode='N2:SEA'/><subject qcode='N2:NET'/>")).at("topics"),
            "N2:SEA | N2:NET");
}

TEST(NewsMlG2, WhereTheTextIs) {
  const std::string nitf =
      "<inlineXML><nitf><body><body.head><hedline><hl1>N</hl1></hedline><byline>By Cy Nib</byline></body.head>"
      "<body.content><p>From NITF.</p></body.content></body></nitf></inlineXML>";
  EXPECT_EQ(read(item("", "", nitf)).at("body"), "From NITF.");
  EXPECT_EQ(read(item("", "", nitf)).at("headline"), "N");
  EXPECT_EQ(read(item("", "<headline>H</headline>", nitf)).at("headline"), "H");
  EXPECT_EQ(read(item("", "", nitf)).at("authors"), "By Cy Nib");
  EXPECT_EQ(read(item("", "", "<inlineData contenttype='text/plain'>One.\n\nTwo.</inlineData>")).at("body"),
            "One. | Two.");
  EXPECT_EQ(read(item("", "", "<inlineData>&lt;p>One.&lt;/p></inlineData>")).at("body"), "<p>One.</p>");
  EXPECT_FALSE(
      read(item("", "<headline>H</headline>", "<inlineData encoding='base64'>AAAA</inlineData>")).contains("body"));
  EXPECT_EQ(read(item("", "", xhtml("Text in no paragraph.\n\nAnd another."))).at("body"),
            "Text in no paragraph. | And another.");
}

TEST(NewsMlG2, PeopleAreAuthorsOrganisationsAreNot) {
  EXPECT_EQ(read(item("",
                      "<creator uri='u'><name>Ada Quill</name></creator><creator literal='HNS'/><creator "
                      "type='cpnat:organisation'><name>Herring Board</name></creator>"))
                .at("authors"),
            "Ada Quill");
}

TEST(NewsMlG2, TimesAreNoDatelinesAndEmptyEmbargoesNone) {
  const auto values =
      read(item("<embargoed></embargoed>", "<headline>H</headline><dateline>2014-07-17 00:24:11 GMT</dateline>"));
  EXPECT_FALSE(values.contains("dateline"));
  EXPECT_FALSE(values.contains("embargo"));
}

TEST(NewsMlG2, OtherKindsArePassedOver) {
  const std::string message =
      "<newsMessage><itemSet>" + item("<itemClass qcode='ninat:picture'/>") +
      item("<itemClass qcode='icls:text'/>", "<headline>H</headline>") +
      item("<itemClass uri='http://cv.example/ninature/video'/>") +
      "<packageItem><groupSet><itemRef/></groupSet></packageItem><planningItem/></itemSet></newsMessage>";
  const auto read = test::read_all(Format::NewsMl, message);
  ASSERT_THAT(read, testing::SizeIs(5));
  EXPECT_THAT(read[0], HasSubstr("~ picture item"));
  EXPECT_THAT(read[1], HasSubstr("headline=H"));
  EXPECT_THAT(read[2], HasSubstr("~ video item"));
  EXPECT_THAT(read[3], HasSubstr("~ package item"));
  EXPECT_THAT(read[4], HasSubstr("~ planning item"));
  EXPECT_THAT(test::read_all(Format::NewsMl, "<conceptItem/>"), ElementsAre("1@0~ concept item"));
  EXPECT_THAT(test::read_all(Format::NewsMl, "<catalogItem/>"), ElementsAre("1@0~ catalog item"));
  EXPECT_THAT(test::read_all(Format::NewsMl, "<knowledgeItem/>"), ElementsAre("1@0~ knowledge item"));
}

std::string newsml1(const std::string& management, const std::string& components) {
  return "<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>hns.example</ProviderId><DateId>20200101</"
         "DateId>"
         "<NewsItemId>herring</NewsItemId><RevisionId>2</RevisionId></NewsIdentifier><NameLabel>sea</NameLabel>"
         "</Identification><NewsManagement><FirstCreated>20200101T100000Z</FirstCreated>"
         "<ThisRevisionCreated>20200102T100000Z</ThisRevisionCreated>" +
         management + "</NewsManagement>" + components + "</NewsItem></NewsML>";
}

std::string text_component(const std::string& role, const std::string& text) {
  return "<NewsComponent><Role FormalName='" + role + "'/><ContentItem><MediaType FormalName='Text'/><DataContent>" +
         text + "</DataContent></ContentItem></NewsComponent>";
}

TEST(NewsMl1, TextItem) {
  const auto values = read(newsml1(
      "<Status FormalName='Usable'/>",
      "<NewsComponent><NewsLines><HeadLine>Herring are back</HeadLine><ByLine>Ada Quill</ByLine><DateLine>Portmouth, 1 "
      "Jan (HNS)</DateLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName='HNS'/></Provider>"
      "</AdministrativeMetadata><DescriptiveMetadata><Language FormalName='en'/><SubjectCode><Subject "
      "FormalName='15000000'/></SubjectCode><SubjectCode><Subject FormalName='04000000'/><SubjectMatter "
      "FormalName='Nets'/></SubjectCode></DescriptiveMetadata>" +
          text_component("SubHeadLine", "<p>At dawn.</p>") + text_component("Main", "<p>They came.</p><p>All.</p>") +
          text_component("", "<p>" + std::string(500, 'x') + "</p>") + "</NewsComponent>"));
  EXPECT_EQ(values.at("key"), "urn:newsml:hns.example:20200101:herring");
  EXPECT_EQ(values.at("headline"), "Herring are back");
  EXPECT_EQ(values.at("summary"), "At dawn.");
  EXPECT_EQ(values.at("body"), "They came. | All.");
  EXPECT_EQ(values.at("authors"), "Ada Quill");
  EXPECT_EQ(values.at("dateline"), "Portmouth, 1 Jan");
  EXPECT_EQ(values.at("published"), "20200101T100000Z");
  EXPECT_EQ(values.at("updated"), "20200102T100000Z");
  EXPECT_EQ(values.at("source"), "HNS");
  EXPECT_EQ(values.at("topics"), "sport | Nets | sea");
  EXPECT_EQ(values.at("language"), "en");
  EXPECT_EQ(values.at("pubstatus"), "usable");
}

TEST(NewsMl1, EmbargoesAndStatus) {
  const std::string text = "<NewsComponent>" + text_component("", "<p>T.</p>") + "</NewsComponent>";
  EXPECT_EQ(read(newsml1("<Status FormalName='Embargoed'/><StatusWillChange><FutureStatus FormalName='Usable'/>"
                         "<DateAndTime>20300101T000000Z</DateAndTime></StatusWillChange>",
                         text))
                .at("embargo"),
            "20300101T000000Z");
  EXPECT_EQ(read(newsml1("<Status FormalName='Embargoed'/>", text)).at("pubstatus"), "withheld");
  EXPECT_EQ(read(newsml1("<Status FormalName='Canceled'/>", text)).at("pubstatus"), "canceled");
}

TEST(NewsMl1, WhereTheTextIs) {
  const auto body = [](const std::string& text) {
    return read(newsml1("", "<NewsComponent>" + text_component("", text) + "</NewsComponent>")).at("body");
  };
  EXPECT_EQ(body("<nitf><body><body.content><p>From NITF.</p></body.content></body></nitf>"), "From NITF.");
  EXPECT_EQ(body("<html><head><title>no</title></head><body><p>One.</p><p>Two.</p></body></html>"), "One. | Two.");
  EXPECT_EQ(body("Plain.\n\nText."), "Plain. | Text.");
  EXPECT_EQ(body("<![CDATA[<p>One.</p>]]>"), "<p>One.</p>");
}

TEST(NewsMl1, OtherKindsArePassedOver) {
  const std::string photo =
      "<NewsComponent><ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem></NewsComponent>";
  EXPECT_THAT(test::read_all(Format::NewsMl, newsml1("", photo)), ElementsAre(HasSubstr("~ photo item")));
  EXPECT_THAT(test::read_all(Format::NewsMl, newsml1("", "<TopicSet/>")), ElementsAre(HasSubstr("~ topic set item")));
}

TEST(AgencyXml, StoriesOfTheirOwnMaking) {
  const std::string one =
      "<Story><NewsID>7</NewsID><PublishDate>2018-01-30T17:32:18</PublishDate><headline/><town>Portmouth</town>"
      "<origin>/hns/</origin><section>Sea</section><byLine>Ada Quill</byLine>"
      "<content>&lt;p&gt;Herring are back.&lt;/p&gt;&lt;p&gt;All of them.&lt;/p&gt;</content></Story>";
  EXPECT_EQ(detect("<?xml version='1.0'?>" + one, "x.xml"), Format::NewsMl);
  const auto values = read(one);
  EXPECT_EQ(values.at("headline"), "Herring are back");
  EXPECT_EQ(values.at("body"), "Herring are back. | All of them.");
  EXPECT_EQ(values.at("dateline"), "Portmouth");
  EXPECT_EQ(values.at("source"), "hns");
  EXPECT_EQ(values.at("key"), "7");
  EXPECT_EQ(test::records_of(Format::NewsMl, "<Feed>" + one + one + "</Feed>").size(), 2U);
  EXPECT_EQ(detect("<?xml version='1.0'?><Order><id>7</id><date>2018</date><text>Nets</text></Order>", "x.xml"),
            std::nullopt)
      << "no headline";
}

}  // namespace
}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
// What the items of news agencies must give. Every value was taken from the file by hand: how the headline begins and
// how long it is, the day, and how many paragraphs and words the text has without captions, bylines and notes.
#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace morgue::test {
namespace {

struct Expected {
  const char* file;
  std::int64_t record;
  const char* headline;   ///< its beginning
  std::size_t length;     ///< of the headline, in bytes
  const char* published;  ///< the day
  std::int64_t paragraphs;
  std::int64_t words;  ///< one in fifty may differ: what is a word is for the analyser to say
};

const Expected kExpected[] = {
    {"anpa1312/anpa-1.tst", 1, "For Argentine", 46, "2013-11-13", 14, 475},
    {"anpa1312/anpa-2.tst", 1, "Prairies vanis", 47, "2013-11-13", 33, 1150},
    {"anpa1312/anpa-3.tst", 1, "Global Weather", 25, "2013-11-13", 115, 1246},
    {"anpa1312/ap_anpa-3.tst", 1, "$210 lobster", 26, "2016-08-29", 1, 6},
    {"anpa1312/ap_anpa-4.tst", 1, "AP Exclusive:", 60, "2017-05-09", 25, 832},
    {"anpa1312/ap_anpa-6.tst", 1, "Wild Card", 16, "2019-08-18", 95, 573},
    {"anpa1312/ap_anpa-7.tst", 1, "10 Things", 27, "2019-09-04", 21, 355},
    {"iptc-newsinjson/1.4/businesswire-newsml-20130605006126.json", 1, "Cambrios被Gartn", 48, "2013-06-05", 1, 55},
    {"iptc-newsinjson/1.4/businesswire-newsml-20130612006110.json", 1, "APP发布“2020 可持续", 110, "2013-06-12", 1, 84},
    {"iptc-newsinjson/1.4/businesswire-newsml-20130731006140.json", 1, "Lunch Taking", 80, "2013-07-31", 1, 50},
    {"iptc-newsinjson/1.4/ninjsExComplex1.json", 1, "Captain of", 48, "2013-07-09", 4, 158},
    {"iptc-newsinjson/1.4/ninjsExMediumText1.json", 1, "Captain of", 48, "2013-07-09", 4, 158},
    {"iptc-newsinjson/1.4/ninjsExSimpleText1.json", 1, "Captain of", 48, "2013-07-09", 4, 158},
    {"iptc-newsinjson/2.1/businesswire-newsml-20130605006126.json", 1, "Cambrios被Gartn", 48, "2013-06-05", 1, 55},
    {"iptc-newsinjson/2.1/businesswire-newsml-20130731006140.json", 1, "Lunch Taking", 80, "2013-07-31", 1, 50},
    {"iptc-newsinjson/2.1/ninjsExSimpleText_2.json", 1, "Captain of", 48, "2013-07-09", 4, 158},
    {"iptc-newsinjson/2.1/ntb_text.json", 1, "Google har", 36, "2019-08-09", 0, 0},
    {"iptc-newsinjson/2.1/schema-extension/extension-example.json", 1, "Militärövning", 42, "2021-05-26", 6, 150},
    {"iptc-newsinjson/3.0/"
     "20231008-anti-doping-measures-at-the-tour-down-under-will-be-the-toughest-ever-addb-ninjs-nitf.json",
     1, "Anti-doping me", 71, "2023-10-08", 17, 461},
    {"iptc-newsinjson/3.0/businesswire-newsml-20130605006126.json", 1, "Cambrios被Gartn", 48, "2013-06-05", 1, 55},
    {"iptc-newsinjson/3.0/businesswire-newsml-20130731006140.json", 1, "Lunch Taking", 80, "2013-07-31", 1, 50},
    {"iptc-newsinjson/3.0/ninjsExSimpleText_3.json", 1, "Captain of", 48, "2013-07-09", 4, 158},
    {"iptc-newsinjson/3.0/ntb_text.json", 1, "Google har", 36, "2019-08-09", 0, 0},
    {"iptc-newsinjson/NewsML/businesswire-newsml-20130515006361.xml", 1, "Dell Redefines", 103, "2013-05-16", 32, 1372},
    {"iptc-newsinjson/NewsML/businesswire-newsml-20130731006140.xml", 1, "Lunch Taking", 80, "2013-07-31", 18, 567},
    {"iptc-newsml-g2/LISTING_1_A_NewsML-G2_News_Item.xml", 1, "Fed to", 32, "2016-10-18", 0, 0},
    {"iptc-newsml-g2/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml", 1, "Arizona Diamon", 71, "", 1,
     47},
    {"iptc-newsml-g2/LISTING_27_Company_Financial_Information.xml", 1, "Acme Widgets", 37, "2016-10-19", 0, 0},
    {"iptc-newsml-g2/Receiver View.xml", 1, "Fed to", 32, "2018-11-21", 2, 42},
    {"iptc7901/IPTC7901.txt", 1, "Germany Social", 64, "2013-11-13", 5, 166},
    {"iptc7901/IPTC7901_odd_charset.txt", 1, "German footbal", 61, "2015-10-07", 21, 576},
    {"iptc7901/dpa_copyright.txt", 1, "Impressum", 9, "2017-06-24", 1, 49},
    {"iptc7901/dpa_two_by_line.txt", 1, "Chiefs-Rams 2.", 65, "2018-11-21", 35, 870},
    {"iptc7901/dpa_two_line.txt", 1, "Peace talks", 68, "2018-11-21", 4, 92},
    {"ninjs-superdesk/ap_media_text_feed.json", 1, "BC-BBN--Top Te", 15, "2019-07-03", 0, 0},
    {"ninjs-superdesk/ninjs2.json", 1, "Oil prices", 57, "2017-07-03", 9, 310},
    {"ninjs-superdesk/ninjs4.json", 1, "China behaupte", 51, "2019-03-25", 8, 350},
    {"ninjs-superdesk/ninjs5.json", 1, "Oil prices", 57, "2017-07-03", 9, 310},
    {"ninjs-superdesk/ninjsExMediumText1.json", 1, "Captain of", 48, "2013-07-09", 4, 158},
    {"ninjs-superdesk/ninjs_embargoed.json", 1, "Trouble is", 41, "2022-06-26", 18, 764},
    {"superdesk-xml/aap-1.xml", 1, "F1 Test", 7, "2013-10-20", 1, 1},
    {"superdesk-xml/aap-finance-lite.xml", 1, "Samsung", 7, "2014-11-26", 0, 0},
    {"superdesk-xml/aap-finance1.xml", 1, "Highlights of", 56, "2015-02-20", 18, 376},
    {"superdesk-xml/aap-sports.xml", 1, "RL:Ferguson re", 42, "2015-02-18", 5, 108},
    {"superdesk-xml/afp20.xml", 1, "Décès de", 74, "2024-07-10", 2, 96},
    {"superdesk-xml/ap-nitf.xml", 1, "Can trading", 60, "2015-12-10", 27, 1059},
    {"superdesk-xml/ap_media_text_nitf.xml", 1, "BC-BBN--Top Te", 15, "2019-07-03", 19, 197},
    {"superdesk-xml/efe_nitf.xml", 1, "Honduran presi", 44, "2017-01-02", 1, 6},
    {"superdesk-xml/mapping_test.xml", 1, "*En 41-årig", 61, "2016-05-12", 4, 75},
    {"superdesk-xml/nitf-fishing.xml", 1, "Weather and", 36, "2002-02-25", 11, 216},
    {"superdesk-xml/nitf-ntb.xml", 1, "Faktisk.no: Ne", 80, "2020-09-07", 56, 1103},
    {"superdesk-xml/pa1.xml", 1, "PA SPORT", 28, "2015-10-14", 42, 654},
    {"superdesk-xml/pa3.xml", 1, "UK BREAK-UP", 75, "2016-09-08", 1, 18},
    {"superdesk-xml/pa4.xml", 1, "GREAT BRITISH", 67, "2016-10-03", 20, 353},
    {"superdesk-xml/ritzau_news_test_ednote.xml", 1, "Hollandske for", 152, "2018-01-30", 3, 50},
    {"superdesk-xml/scoop.xml", 2, "Dick Smith", 95, "2016-01-12", 8, 329},
    {"superdesk-xml/stt_newsml_abstract_test.xml", 1, "Kokoomuksen ry", 163, "2018-04-19", 1, 21},
    {"superdesk-xml/stt_newsml_endash.xml", 1, "Reilu kolmanne", 74, "2018-04-04", 4, 71},
    {"superdesk-xml/stt_newsml_location_rich.xml", 1, "Tuhannet rohin", 70, "2017-08-29", 2, 51},
    {"superdesk-xml/stt_newsml_location_test.xml", 1, "Saatuuu siinä", 41, "2013-02-16", 9, 219},
    {"superdesk-xml/stt_newsml_test.xml", 1, "Parliament pas", 88, "2017-12-19", 40, 1074},
    {"superdesk-xml/stt_newsml_test_no_hl.xml", 1, "*** DISCLAIMER", 65, "2017-12-19", 40, 1074},
    {"superdesk-xml/tag_reuters.com,0000_newsml_L4N1FL0N0_1132689232", 1, "PRECIOUS-Gold", 59, "2017-01-31", 17, 343},
    {"superdesk-xml/tag_reuters.com,2018_newsml_MTZXEE13ZXCZES_2", 1, "UPDATE 2-Prime", 30, "2018-01-03", 2, 102},
    {"superdesk-xml/tag_reuters.com_2014_newsml_KBN0FL0NN_version_5", 1, "Confident Assa", 54, "2014-07-16", 25, 1004},
    {"superdesk-xml/tag_reuters.com_2016_newsml_L1N14N0FF_version_1542761538", 1, "CORRECTED-S. I", 77, "2016-01-04", 0,
     0},
    {"superdesk-xml/tag_reuters.com_2016_newsml_L1N14N0FF_version_978556838", 1, "CORRECTED-S. I", 77, "2016-01-04", 17,
     568},
    {"superdesk-xml/text.xml", 1, "Soccer-Smiling", 81, "2013-03-01", 1, 3},
    {"superdesk-xml/video.xml", 2, "Cardinals arri", 41, "2013-03-04", 5, 121},
    {"superdesk-xml/wenn.xml", 1, "Suge Knight", 50, "2015-01-30", 1, 4},
    {"superdesk-xml/wenn.xml", 2, "Jagged Edge", 61, "2015-01-29", 1, 4},
};

class NewsItems : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(folder())) GTEST_SKIP() << "no real dumps at " MORGUE_DATA;
  }

  static std::string folder() { return std::string(MORGUE_DATA) + "/newsml"; }

  Finished morgue(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {MORGUE_BINARY, "--archive", (dir_.path() / "archive").string()});
    return run(arguments, dir_.path());
  }

  struct Found {
    std::string headline;
    std::string published;
    std::string key;
    std::string embargo;
    std::string status;
    std::int64_t paragraphs = 0;
    std::int64_t words = 0;
  };

  static std::string text(simdjson::dom::element article, const char* name) {
    std::string_view value;
    return article[name].get(value) == simdjson::SUCCESS ? std::string(value) : std::string{};
  }

  /// What `extract` makes of all of it, by file and record.
  std::map<std::string, Found> extract() const {
    std::map<std::string, Found> found;
    simdjson::dom::parser parser;
    const std::string lines = morgue({"extract", folder()}).out;
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', begin), lines.size());
      const simdjson::dom::element article = parser.parse(lines.substr(begin, end - begin));
      begin = end + 1;
      Found& item = found[text(article, "dump").substr(folder().size() + 1) + " " +
                          std::to_string(std::int64_t(article["record"]))];
      item.headline = text(article, "headline");
      item.published = text(article, "published").substr(0, 10);
      item.key = text(article, "key");
      item.embargo = text(article, "embargo");
      item.status = text(article, "status");
      item.words = std::int64_t(article["words"]);
      const std::string body = text(article, "body");
      item.paragraphs = body.empty() ? 0 : 1;
      for (std::size_t at = 0; (at = body.find("\n\n", at)) != std::string::npos; at += 2) ++item.paragraphs;
    }
    return found;
  }

  TempDir dir_;
};

TEST_F(NewsItems, EveryTextIsAnArticle) {
  const auto found = extract();
  for (const Expected& expected : kExpected) {
    const std::string name = std::string(expected.file) + " " + std::to_string(expected.record);
    SCOPED_TRACE(name);
    const auto at = found.find(name);
    if (at == found.end()) {
      ADD_FAILURE() << "no article";
      continue;
    }
    const Found& item = at->second;
    EXPECT_TRUE(item.headline.starts_with(expected.headline)) << item.headline;
    EXPECT_EQ(item.headline.size(), expected.length) << item.headline;
    EXPECT_EQ(item.published, expected.published);
    EXPECT_EQ(item.paragraphs, expected.paragraphs);
    EXPECT_NEAR(static_cast<double>(item.words), static_cast<double>(expected.words),
                static_cast<double>(expected.words) / 50.0);
  }
  EXPECT_EQ(found.size(), std::size(kExpected)) << "and nothing else is";
}

TEST_F(NewsItems, IdentitiesEmbargoesAndStatus) {
  auto found = extract();
  EXPECT_EQ(found["superdesk-xml/pa3.xml 1"].embargo, "2016-09-09T00:01:00+01:00");
  EXPECT_EQ(found["iptc-newsml-g2/LISTING_1_A_NewsML-G2_News_Item.xml 1"].embargo, "2018-10-23T12:00:00Z");
  EXPECT_EQ(found["ninjs-superdesk/ninjs_embargoed.json 1"].embargo, "2022-06-29T02:30:00Z");
  EXPECT_EQ(found["superdesk-xml/nitf-fishing.xml 1"].status, "canceled");
  const std::string item = "superdesk-xml/tag_reuters.com_2016_newsml_L1N14N0FF_version_";
  EXPECT_EQ(found[item + "978556838 1"].key, "tag:reuters.com,0000:newsml_L1N14N0FF");
  EXPECT_EQ(found[item + "1542761538 1"].key, found[item + "978556838 1"].key);
  EXPECT_EQ(found[item + "1542761538 1"].status, "canceled");
}

TEST_F(NewsItems, VersionsOfAnItemAreRevisionsWhateverComesFirst) {
  // In this order the newer version comes first.
  const std::string item = folder() + "/superdesk-xml/tag_reuters.com_2016_newsml_L1N14N0FF_version_";
  const auto done = morgue({"ingest", "-q", "-o", "json", item + "1542761538", item + "978556838"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("\"added\":1,\"revised\":1,"), std::string::npos) << done.out;
  const std::string shown = morgue({"show", "1", "-o", "json"}).out;
  EXPECT_NE(shown.find("\"revision\":2"), std::string::npos) << shown;
  EXPECT_NE(shown.find("\"status\":\"canceled\""), std::string::npos) << "the newer one says so";
  EXPECT_EQ(morgue({"count", "mississippi"}).out, "1\n");
  EXPECT_EQ(morgue({"count", "sandbag"}).out, "0\n") << "only the older text has it";
}

TEST_F(NewsItems, OtherKindsAreCounted) {
  const auto done = morgue({"ingest", "-o", "json", folder()});
  EXPECT_EQ(done.exit_code, 3) << "the four placeholders of one listing are rejected";
  EXPECT_NE(done.out.find("\"rejected\":4"), std::string::npos) << done.out;
  EXPECT_NE(done.err.find("15 picture items"), std::string::npos) << done.err;
}

}  // namespace
}  // namespace morgue::test

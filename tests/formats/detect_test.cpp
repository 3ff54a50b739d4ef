// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include "formats/detect_page.h"
#include "formats/format.h"

namespace morgue::formats {
namespace {

const char* const kProse =
    "Lighthouse keeper retires after forty years\n\nThe keeper of the northern light, who has watched the strait since "
    "1985, "
    "handed over the keys on Friday, saying that he would miss the fog, the gulls and the silence.\n\n"
    "His successor, a former pilot, said she had applied on the day the job was advertised.\n";

const char* const kPage =
    "Local\n\nLighthouse keeper retires after forty years\n\n4 min read\nLighthouse keeper retires after forty years\n"
    "The tower at dusk. (Jo Nemo / Strait Pictures via Getty Images)\n\nThe keeper of the northern light handed over "
    "the "
    "keys on Friday.\n\nRead more\nAll hands to the pumps in the old harbour\nShow More\n";

std::string detected(const std::string& head, const std::string& name) {
  const auto format = detect(head, name);
  return format ? std::string(name_of(*format)) : "-";
}

TEST(Detect, ByContentFirstByNameSecond) {
  struct Case {
    std::string head;
    std::string name;
    std::string want;
  };
  const Case cases[] = {
      {"{\"a\":1}\n{\"a\":2}\n", "x.json", "jsonl"},
      {"{\"a\":1}\n{\"a\":2}\n", "-", "jsonl"},
      {"\xEF\xBB\xBF{\"a\":1}\n\n{\"a\":2}\n{\"a\":", "dump.txt", "jsonl"},
      {"{\"a\":1}", "x.jsonl.zst", "jsonl"},
      {"{\"a\":1}", "x.json", "json"},
      {"{\"a\":\"" + std::string(70000, 'x'), "x.ndjson", "jsonl"},
      {"{\"a\":\"" + std::string(70000, 'x'), "x.json", "json"},
      {"{\"a\": cut\n{\"a\":2}\n{\"a\":3}\n", "x.json", "jsonl"},
      {"{\n  \"a\": 1\n}\n", "x", "json"},
      {"{\"a\": 1,\n \"b\": {\"c\": 2}\n}\n", "x.json", "json"},
      {"[\n{\"a\":1},\n{\"a\":2}\n]", "x", "json"},
      {"[{\"a\":1}]", "x.json.gz", "json"},
      {"[]", "x.json", "json"},
      {"not json\n{\"a\":1}\n", "x.jsonl", "jsonl"},
      {"{\\rtf1 words}", "x.rtf", "-"},
      {"a,b\n1,2\n", "x.csv", "csv"},
      {"a;b\n1;2\n", "x.CSV", "csv"},
      {"just a line in a table\n", "x.csv", "csv"},
      {"a\tb\n1\t2\n", "x.tsv", "tsv"},
      {"title,text,date\n\"x, y\",\"z\nzz\",2020\nq,r,2021\n", "-", "csv"},
      {"title\tdate\nx\t2020\ny\t2021\n", "export.txt", "tsv"},
      {"Yes, no\nMaybe, so\nThey said, and then, they left the house without another word.\n", "a.txt", "text"},
      {"<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">", "x", "reuters21578"},
      {"\n<REUTERS NEWID=\"1\">", "x.sgm", "reuters21578"},
      {"<REUTERSX>", "x.sgm", "-"},
      {"<!DOCTYPE html><html>", "x.html", "html"},
      {"\xEF\xBB\xBF\n<!-- saved --><?xml version='1.0'?>\n<!DOCTYPE html PUBLIC 'x'>\n<html>", "x", "html"},
      {"<HTML><BODY>", "-", "html"},
      {"<div class=story><p>Fog.</p></div>", "-", "html"},
      {"<p>Fog.</p>", "x.txt", "html"},
      {"Fog <b>again</b>", "x.html.gz", "html"},
      {"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'>", "x.xml", "html"},
      {std::string("<\0h\0t\0m\0l\0>\0", 12), "x", "html"},
      {std::string("\xFE\xFF\0<\0r\0s\0s\0>", 12), "x", "feed"},
      {std::string("\0\0\0<\0\0\0r\0\0\0s\0\0\0s\0\0\0>", 20), "x.xml", "feed"},
      {"%PDF-1.4", "x.html", "html"},  // for its reader to reject
      {"\xFF\xD8\xFF\xE0", "x.htm", "html"},
      {"<?xml version='1.0' encoding='iso-8859-1'?>\n<!-- feed --><rss version='2.0'>", "x", "feed"},
      {"<!DOCTYPE html><rss><channel>", "x.xml", "feed"},
      {"<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/'>", "x.rdf", "feed"},
      {"<rdf:RDF xmlns:rdf='r'><rdf:Description/></rdf:RDF>", "x.rdf", "-"},
      {"<feed xmlns='http://www.w3.org/2005/Atom'>", "-", "feed"},
      {"<a:feed xmlns:a='http://purl.org/atom/ns#'>", "-", "feed"},
      {"<CHANNEL HREF='x'>", "x.cdf", "feed"},
      {"<nitf><head>", "x.xml", "nitf"},
      {"<NewsML Version='1.2'>", "wire", "newsml"},
      {"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>", "tag_1", "newsml"},
      {"<urlset><url/></urlset>", "sitemap.xml", "-"},
      {"<records><record/></records>", "x.xml", "-"},
      {"<enclosed words without an end", "x.txt", "-"},
      {"WARC/1.0\r\nWARC-Type: response\r\n", "x", "warc"},
      {"filedesc://a.arc 0.0.0.0 20200101000000 text/plain 10\n", "x", "warc"},
      {"<?xml version=\"1.0\"?>", "x.xml", "-"},
      {"<!ELEMENT lewis (reuters+)>", "x.dtd", "-"},
      {kProse, "001.txt", "text"},
      {kProse, "keeper", "text"},
      {kProse, "102594", "text"},
      {kProse, "-", "text"},
      {kProse, "archive.zip!sport/001.txt", "text"},
      {kProse, "README.TXT", "-"},
      {kProse, "LICENSE", "-"},
      {kProse, "readme-first.txt", "-"},
      {kProse, "story.md", "markdown"},
      {kProse, "story.py", "-"},
      {kPage, "p.txt", "page"},
      {kPage, "-", "page"},
      {"alpha\nbeta\ngamma\ndelta\nepsilon\n", "words.txt", "-"},
      {"", "x.jsonl", "-"},
      {" \n\n", "x.csv", "-"},
      {std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "x.txt", "-"},
      {"%PDF-1.4 and text", "x.txt", "-"},
      {std::string(500, '\0'), "x", "-"},
      {std::string("\xFF\xFEH\0e\0a\0d\0\n\0t\0e\0x\0t\0", 18), "x.txt", "text"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(detected(one.head, one.name), one.want) << one.name << ": " << one.head.substr(0, 60);
}

TEST(Detect, SaysWhatIsNoDump) {
  EXPECT_EQ(why_no_dump("%PDF-1.4 x", "a.pdf"), "a PDF document");
  EXPECT_EQ(why_no_dump("<urlset></urlset>", "a.xml"), "a sitemap: a list of addresses without their articles");
  EXPECT_EQ(why_no_dump("<a><b/></a>", "a.xml"), "XML of an unknown kind (its first element is <a>)");
  EXPECT_EQ(why_no_dump("", "a"), "");
  EXPECT_TRUE(is_xml("<records><record/></records>", "a"));
  EXPECT_FALSE(is_xml("<html></html>", "a"));
}

TEST(Detect, NamesOfPages) {
  EXPECT_TRUE(page_by_name("a/b.html.gz"));
  EXPECT_TRUE(page_by_name("B.HTM"));
  EXPECT_FALSE(page_by_name("index.html"));
  EXPECT_FALSE(page_by_name("b.json"));
  EXPECT_EQ(stem_of("a/b/Story-1.html.gz"), "story-1");
  EXPECT_EQ(stem_of("story-1.json"), "story-1");
  EXPECT_EQ(stem_of("keeper"), "keeper");
}

TEST(DetectPage, OneSignIsChance) {
  EXPECT_EQ(page_evidence(kProse), 0);
  EXPECT_GE(page_evidence(kPage), 4);
  struct Case {
    std::string text;
    int want;
  };
  const Case cases[] = {
      {"Story\n\nComments\n\nHe had no comments on it.", 1},
      {"Story\nRead more\nRead More\n", 1},  // the same sign twice
      {"Story\nShare\nAdvertisement\n", 2},
      {"Story\n3 min read\n(Updated: May 2)\n", 2},
      {"Reading time: 12 minutes\n", 1},
      {"Lesezeit: 3 Minuten\n", 1},
      {"Ein Bericht\nTeilen\nLesen Sie auch\n", 2},
      {"He ran for 3 minutes and read a whole book about the sea\n", 0},
      {"A headline of some length\nText.\nA headline of some length\n", 1},
      {"Short\nText.\nShort\n", 0},
      {"The pier. (Photo by Jo Nemo)\n", 1},
      {"The pier (built in 1900)\n", 0},
      {"\u00a9 2024 The Strait Times. All rights reserved.\n", 1},
  };
  for (const Case& one : cases) EXPECT_EQ(page_evidence(one.text), one.want) << one.text;
}

TEST(DetectPage, WordListsAreNoProse) {
  EXPECT_TRUE(is_word_list("a\nb\nc\nd\ne\nf\n"));
  EXPECT_FALSE(is_word_list("a\nb\n"));
  EXPECT_FALSE(is_word_list("a\nb\nc\nd\nThis line is prose, as one can see.\n"));
  std::string unspaced = "\u6a19\u984c\n\u4e00\n\u4e8c\n\u4e09\n";
  for (int i = 0; i < 30; ++i) unspaced += "\u5b57";
  EXPECT_FALSE(is_word_list(unspaced + "\n"));
}

TEST(Format, NamesGoBothWays) {
  for (const std::string_view name : format_names()) {
    const auto format = format_from_name(name);
    ASSERT_TRUE(format);
    EXPECT_EQ(name_of(*format), name);
  }
  EXPECT_EQ(format_names().size(), 16U);
  EXPECT_FALSE(format_from_name("JSONL"));
  EXPECT_FALSE(format_from_name(""));
}

}  // namespace
}  // namespace morgue::formats

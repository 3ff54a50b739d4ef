// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/xml.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/markup/outline.h"

namespace morgue::markup {
namespace {

struct Case {
  std::string xml;
  std::string_view tree;
  std::string_view error;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    std::string error;
    const Tree tree = parse_xml(c.xml, &error);
    EXPECT_EQ(test::outline(tree.root()), c.tree) << c.xml;
    EXPECT_EQ(error, c.error) << c.xml;
  }
}

TEST(Xml, SoundDocuments) {
  check({
      {"<?xml version=\"1.0\"?><!DOCTYPE r SYSTEM \"x.dtd\"><!-- c --><r a=\"1\" b='2'>x<e/>y</r>",
       "r[a=1][b=2](x e y)", ""},
      {"<r>a<!-- c -->b<?p i?>c<![CDATA[<d>&amp;]]>e</r>", "r(abc<d>&amp;e)", ""},
      {"<r a='&lt;&#65;&quot;\n'>&amp;&#x41;&apos;</r>", "r[a=<A\" ](&A')", ""},
      {"<!DOCTYPE r [<!ENTITY who \"Ada &amp; Co\">]><r>&who;</r>", "r(Ada & Co)", ""},
      {"<r>&eacute;&nbsp;&#150;</r>", "r(é\u00A0–)", ""},
      {"<r>a\r\nb\rc</r>", "r(a\nb\nc)", ""},
      {"<r xml:lang='en'><Mixed/></r>", "r[xml:lang=en](Mixed)", ""},
      {"", "", ""},
  });
}

TEST(Xml, BrokenDocumentsGiveWhatTheyHave) {
  check({
      {"<r>AT&T</r>", "r(AT&T)", "line 1: a bare & or an unknown entity"},
      {"<r>\n1 < 2</r>", "r(\n1 < 2)", "line 2: a bare < in text"},
      {"<r><a><b>x</a>y</r>", "r(a(b(x)) y)", "line 1: <b> is not ended"},
      {"<r>x</b>y</r>", "r(xy)", "line 1: </b> ends nothing"},
      {"<r>\x01x\x02</r>", "r(x)", "line 1: a control character"},
      {"<r>&#1;x</r>", "r(x)", "line 1: a reference to a control character"},
      {"<r a=1 b>x</r>", "r[a=1][b=](x)", "line 1: an attribute without quotes"},
      {"<r><a>x", "r(a(x))", "line 1: the document ends inside of <a>"},
      {"<r><a>x</a", "r(a(x))", "line 1: a tag does not end"},
      {"<r><![CDATA[x", "r(x)", "line 1: a CDATA section does not end"},
      {"<r><q:a/></r>", "r(q:a)", "line 1: an undeclared prefix: q:a"},
      {"<r><:/><:a/><a:/></r>", "r(: :a a:)", ""},
      {"<?xml version='1.0'><r>x</r>", "r(x)", ""},
      {"<r>&ext;</r>", "r(&ext;)", "line 1: a bare & or an unknown entity"},
      {"<!DOCTYPE r [<!ENTITY ext SYSTEM \"file:///etc/passwd\">]><r>&ext;</r>", "r(&ext;)",
       "line 1: a bare & or an unknown entity"},
  });
}

TEST(Xml, AnyCharset) {
  const std::string wide_text = "<?xml version='1.0' encoding='utf-16'?><r>é</r>";
  std::string utf16;
  std::string utf32;
  for (const char c : std::string_view("<r>x</r>")) {
    utf16 += std::string{c, '\0'};
    utf32 += std::string{'\0', '\0', '\0', c};
  }
  check({
      {"<?xml version='1.0' encoding='iso-8859-1'?><r>caf\xE9</r>", "r(café)", ""},
      {"<?xml version='1.0' encoding='windows-1251'?><r>\xCC\xE8\xF0</r>", "r(Мир)", ""},
      {"<?xml version='1.0' encoding='euc-jp'?><r>\xC6\xFC</r>", "r(日)", ""},
      {"<?xml version='1.0' encoding='iso-8859-1'?><r>caf\xC3\xA9</r>", "r(café)", ""},
      {"<r>caf\xE9</r>", "r(café)", ""},
      {"\xEF\xBB\xBF<r>x</r>", "r(x)", ""},
      {utf16, "r(x)", ""},
      {"\xFF\xFE" + utf16, "r(x)", ""},
      {utf32, "r(x)", ""},
      {wide_text, "r(é)", ""},
  });
}

TEST(Xml, NamespacesHoldWhereDeclared) {
  const Tree tree = parse_xml("<r xmlns='urn:a'><b xmlns='' xmlns:p='urn:p'><p:c/></b><p/><dc:d/></r>");
  std::vector<std::string> names;
  for (const Node* node = tree.root(); node != nullptr; node = next_node(node, tree.root())) {
    names.push_back(std::string(node->space) + "|" + std::string(node->name));
  }
  EXPECT_EQ(names,
            (std::vector<std::string>{"urn:a|r", "|b", "urn:p|c", "urn:a|p", "http://purl.org/dc/elements/1.1/|d"}));
}

/// Records named `item`, with the document coming in pieces.
std::vector<std::string> records(std::string_view xml, std::size_t chunk, XmlLimits limits, std::string& error,
                                 std::vector<bool>* cut = nullptr) {
  XmlRecords reader(
      [&](std::span<char> into) {
        const std::size_t size = std::min({into.size(), chunk, xml.size()});
        std::copy_n(xml.data(), size, into.data());
        xml.remove_prefix(size);
        return size;
      },
      [](std::string_view name, std::string_view, int) { return name == "item"; }, limits);
  std::vector<std::string> out;
  while (const auto tree = reader.next()) {
    out.push_back(std::to_string(reader.offset()) + " " + test::outline(tree->root()));
    if (cut != nullptr) cut->push_back(reader.cut());
  }
  error = reader.error();
  return out;
}

TEST(XmlRecords, WhateverThePieces) {
  const std::string xml =
      "<?xml version='1.0'?><list n='1'>a<item>one &amp; <b>two</b></item><x><item "
      "k='é'/></x><item><item>in</item></item>";
  for (const std::size_t chunk : {1, 2, 3, 7, 100000}) {
    std::string error;
    EXPECT_EQ(records(xml, chunk, {}, error),
              (std::vector<std::string>{"34 item(one &  b(two))", "70 item[k=é]", "88 item(item(in))"}))
        << chunk;
    EXPECT_EQ(error, "line 1: the document ends inside of <list>");
  }
}

TEST(XmlRecords, LargeAndDeepOnesAreCutAndReadingGoesOn) {
  XmlLimits limits;
  limits.record_bytes = 100;
  limits.depth = 3;
  std::string deep = "<item>";
  for (int i = 0; i < 6; ++i) deep += "<a>";
  deep += "x";
  for (int i = 0; i < 6; ++i) deep += "</a>";
  std::string error;
  std::vector<bool> cut;
  const auto found = records(
      "<r><item>" + std::string(300, 'y') + "<b>z</b></item><item>small</item>" + deep + "</item><item>last</item></r>",
      64, limits, error, &cut);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(cut, (std::vector<bool>{true, false, false, false}));
  EXPECT_TRUE(found[1].ends_with("item(small)"));
  EXPECT_TRUE(found[2].ends_with("item(a(a(a a a a x)))") || found[2].ends_with("item(a(a(a a a x a)))")) << found[2];
  EXPECT_TRUE(found[3].ends_with("item(last)"));
}

TEST(Xml, BombsStayHarmless) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY x0 \"ha\">";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "&x" + std::to_string(i - 1) + ";";
    bomb += "<!ENTITY x" + std::to_string(i) + " \"" + before + before + "\">";
  }
  const Tree laughs = parse_xml(bomb + "]><a>&x39;</a>");
  EXPECT_EQ(text_of(laughs.root()), "&x38;&x38;");

  std::string blowup = "<!DOCTYPE a [<!ENTITY b \"" + std::string(100000, 'b') + "\">]><a>";
  for (int i = 0; i < 1000; ++i) blowup += "&b;";
  std::string error;
  EXPECT_LT(text_of(parse_xml(blowup + "</a>", &error).root()).size(), 2U << 20U);
  EXPECT_EQ(error, "line 1: entities that grow without end");
}

}  // namespace
}  // namespace morgue::markup

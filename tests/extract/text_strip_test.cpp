// SPDX-License-Identifier: GPL-2.0-or-later
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "extract/html_entities.h"
#include "extract/html_strip.h"
#include "extract/markdown_inline.h"
#include "extract/markdown_strip.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

TEST(Entities, NamesAndNumbers) {
  EXPECT_EQ(decode_entities("R&amp;D &lt;x&gt; &quot;y&quot; &#39;z&#39;"), "R&D <x> \"y\" 'z'");
  EXPECT_EQ(decode_entities("&uuml;&#252;&#xFC;&#XfC;"), "\u00fc\u00fc\u00fc\u00fc");
  EXPECT_EQ(decode_entities("&#146;"), "\u2019");
  EXPECT_EQ(decode_entities("&hellip;&ndash;"), "\u2026\u2013");
  EXPECT_EQ(decode_entities("&#xD800;&#99999999;"), "\uFFFD\uFFFD");
  EXPECT_EQ(decode_entities("AT&T; &nosuch; & &; &#; &#x; &#12a; &amp"), "AT&T; &nosuch; & &; &#; &#x; &#12a; &amp");
  EXPECT_EQ(decode_entities("&#1;"), " ");
}

TEST(Html, IsRecognisedByWhatOnlyHtmlHas) {
  for (const char* text :
       {"<p>One</p>", "one<br>two", "one<br/>two", "a &amp; b", "<a href=\"x\">y", "x</div>", "&#8217;"}) {
    EXPECT_TRUE(looks_like_html(text)) << text;
  }
  for (const char* text : {"", "plain", "<BP.L> rose", "bought by <P> and <S>", "a < b > c", "AT&T",
                           "<nobody@example.com>", "1 <2", "<<<>>>", "<BR> fell"}) {
    EXPECT_FALSE(looks_like_html(text)) << text;
  }
}

TEST(Html, BecomesParagraphs) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"<p>One\ntwo</p><p>Three</p>", "One two\n\nThree"},
      {"<div><p>One</p>\n\n<p>Two <b>bold</b>, <a href='/x>y'>link</a>.</p></div>", "One\n\nTwo bold, link."},
      {"<p>One</p><script>if (a < b) { x(\"</p>\"); }</script><style>p{}</style><p>Two</p>", "One\n\nTwo"},
      {"<p>One</p><figure><img src=x><figcaption>A <b>caption</b></figcaption></figure><p>Two</p>", "One\n\nTwo"},
      {"<p>One</p><!-- <p>gone</p> --><p>Two</p>", "One\n\nTwo"},
      {"<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
      {"<P CLASS=\"x\">One</P>", "One"},
      {"<p>Shares of <BP.L> rose &lt;again&gt;</p>", "Shares of <BP.L> rose <again>"},
      {"<p>One <p Two", "One <p Two"},
      {"<p>a &lt;b&gt; c</p>", "a <b> c"},
      {"<p>l&#39;&eacute;tat</p>", "l'\u00e9tat"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(text::clean_body(strip_html(html)), expected) << html;
}

TEST(Html, HostileMarkupTakesLinearTime) {
  for (const char* piece :
       {"<script>", "<!--", "<p ", "</", "<figcaption>", "<a href=\"", "&#", "<", "<iframe><style>"}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    const std::string plain = strip_html(text);
    looks_like_html(text);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << piece;
    EXPECT_LE(plain.size(), text.size() * 2);
  }
}

TEST(Markdown, IsRecognisedByWhatOnlyMarkdownHas) {
  for (const char* text : {"# Title\n\nText", "See [this](https://example.com).", "{{< video src=\"x\" >}}",
                           "![a](b.png)", "Text\n\n## Part\n\nText"}) {
    EXPECT_TRUE(looks_like_markdown(text)) << text;
  }
  for (const char* text :
       {"", "plain", "#hashtag first", "He said [sic] (again)", "* note", "#", "No. # 4", "a * b * c", "wow![1]"}) {
    EXPECT_FALSE(looks_like_markdown(text) && std::string(text) != "#") << text;
  }
}

TEST(Markdown, LeavesTheWords) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"# The title\n\nFirst.\n\nSecond.", "First.\n\nSecond."},
      {"#  The  title \nFirst.", "First."},
      {"# Another title\n\nFirst.", "Another title\n\nFirst."},
      {"## The title\n\n##\n\n### Part ###\nText.", "Part\n\nText."},
      {"See [the *report*](https://example.com/a_(b)_c \"t\") now.", "See the report now."},
      {"[![alt](a.png)](https://example.com) After.", "After."},
      {"Before\n\n![a picture](x.png)\n\n{{< video src=\"x\" >}}\n\nAfter", "Before\n\nAfter"},
      {"[label\n\n](https://example.com) After", "label\n\nAfter"},
      {"**Bold** and ***both*** and *it* and __under__ and _one_.", "Bold and both and it and under and one."},
      {"f**k, snake_case_name, 2 * 3 * 4, note*, other*.", "f**k, snake_case_name, 2 * 3 * 4, note*, other*."},
      {"Escaped \\*stars\\* and \\[brackets\\](x).", "Escaped *stars* and [brackets](x)."},
      {"> Quoted\n> > twice", "Quoted\n\ntwice"},
      {"One\n\n---\n\nTwo\n\n***", "One\n\nTwo"},
      {"| a | **b** |\n| --- | --- |\n| c | d |", "a  b\n\nc  d"},
      {"- one\n- two", "one\n\ntwo"},
      {"[a][b] and [1] stay", "[a][b] and [1] stay"},
      {"\u5b57**\u7c97**\u5b57\uff0c[\u9023\u7d50](https://example.com)\u3002",
       "\u5b57\u7c97\u5b57\uff0c\u9023\u7d50\u3002"},
  };
  for (const auto& [markdown, expected] : cases) {
    const std::string plain = text::clean_body(strip_markdown(markdown, "The title"));
    std::string squeezed;
    for (const char c : plain) {
      if (c != ' ' || squeezed.empty() || squeezed.back() != ' ') squeezed += c;
    }
    std::string wanted;
    for (const char c : std::string(expected)) {
      if (c != ' ' || wanted.empty() || wanted.back() != ' ') wanted += c;
    }
    EXPECT_EQ(squeezed, wanted) << markdown;
  }
}

TEST(Markdown, HostileMarksTakeLinearTime) {
  for (const char* piece : {"[", "[](", "![", "*a ", "_a", "{{<", "# ", "> ", "\\", "[a](b", "***", "|", "[[]("}) {
    std::string text;
    while (text.size() < 2'000'000) text += piece;
    const auto begin = std::chrono::steady_clock::now();
    looks_like_markdown(text);
    const std::string plain = strip_markdown(text, "The title");
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20)) << piece;
    EXPECT_LE(plain.size(), text.size() * 2);
  }
}

}  // namespace
}  // namespace morgue::extract

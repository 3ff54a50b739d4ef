// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "tests/fuzz/check_tree.h"
#include "tests/markup/outline.h"

namespace morgue::markup {
namespace {

std::string body_of(std::string_view html) {
  const Tree tree = parse_html(std::string(html));
  if (tree.root() == nullptr) return "";
  const Node* body = find_first(tree.root(), "body");
  std::string out = test::outline(body);
  return out.starts_with("body(") ? out.substr(5, out.size() - 6) : out;
}

struct Case {
  std::string_view html;
  std::string_view body;
};

TEST(Html, ImpliedAndMisnestedTags) {
  const std::vector<Case> cases = {
      {"<p>one<p>two", "p(one) p(two)"},
      {"<p>one<div>two</div>three", "p(one) div(two) three"},
      {"<p>one<article><p>two</article>three", "p(one) article(p(two)) three"},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>e", "ul(li(a) li(b ul(li(c))) li(d)) e"},
      {"<dl><dt>a<dd>b<dt>c</dl>", "dl(dt(a) dd(b) dt(c))"},
      {"<h1>a</h2>b", "h1(a) b"},
      {"<h1>a<h2>b", "h1(a) h2(b)"},
      {"<b>one<i>two</b>three</i>four", "b(one i(two)) threefour"},
      {"<a href=x><div>in</a>out</div>", "a[href=x] div(a[href=x](in) out)"},
      {"<a>one<a>two", "a(one) a(two)"},
      {"<div><span>a</div>b", "div(span(a)) b"},
      {"<span><div>a</span>b</div>c", "span(div(ab) c)"},
      {"<section><figure>a<figcaption>b</figure>c</section></nav>d", "section(figure(a figcaption(b)) c) d"},
      {"<table><tr><td>1<td>2<tr><th>3</table>4", "table(tr(td(1) td(2)) tr(th(3))) 4"},
      {"<table><tr><td><table><tr><td>in</table>out</table>", "table(tr(td(table(tr(td(in))) out)))"},
      {"<table><tr><td><div>a</table>b", "table(tr(td(div(a)))) b"},
      {"<td>no table", "no table"},
      {"<select><option>a<option>b</select>c", "select(option(a) option(b)) c"},
      {"<button>a<button>b", "button(a) button(b)"},
      {"<button><p>a</button><p>b", "button(p(a)) p(b)"},
      {"a<br>b</br>c<hr/>d<img src=x>", "a br b br c hr d img[src=x]"},
      {"<ruby>a<rt>b<rt>c</ruby>", "ruby(a rt(b) rt(c))"},
      {"<my-card><p>a</my-card>b", "my-card(p(ab))"},
      {"<my-card><span>a</my-card>b", "my-card(span(a)) b"},
      {"<form><div>a</form>b</div>c", "form(div(ab) c)"},
      {"a</div></p></x>b", "ab"},
      {"a<!-- x -->b<!doctype y>c<?z?>d", "abcd"},
      {"<svg><path d=x /><title>t</title></svg>b", "svg(path[d=x] title(t)) b"},
      {"<svg><g><p>out", "svg(g) p(out)"},
      {"<svg><foreignObject><p>in</p></foreignObject></svg>b", "svg(foreignobject(p(in))) b"},
      {"<template><p>no</template>yes", "yes"},
      {"<p>x</p><template shadowrootmode=open><p>in</template>b", "p(x) template[shadowrootmode=open](p(in)) b"},
      {"<p>x<noscript><img src=x>text</noscript>", "p(x noscript(img[src=x] text))"},
      {"<p>one</p></body></html><p>two", "p(one) p(two)"},
  };
  for (const Case& c : cases) EXPECT_EQ(body_of(c.html), c.body) << c.html;
}

TEST(Html, TheDocumentsOwnParts) {
  const std::vector<Case> cases = {
      {"", ""},
      {"text", "html(body(text))"},
      {"<html lang=en><title>t</title><p>x", "html[lang=en](head(title(t)) body(p(x)))"},
      {"<head><meta a=b></head> <body c=d>x", "html(head(meta[a=b]) body[c=d](x))"},
      {"<body a=1>x<body a=2 b=3>", "html(body[a=1][b=3](x))"},
      {"<meta a=b><noscript><div>x</div></noscript><meta c=d><p>y",
       "html(head(meta[a=b] noscript(div(x)) meta[c=d]) body(p(y)))"},
      {"<div>early</div><meta a=b>", "html(body(div(early) meta[a=b]))"},
  };
  for (const Case& c : cases) EXPECT_EQ(test::outline(parse_html(std::string(c.html)).root()), c.body) << c.html;
}

TEST(Html, RawTextIsWhole) {
  const std::vector<Case> cases = {
      {"<p><script>if (a</b && '</p>') x()</script>y", "p(script(if (a</b && '</p>') x()) y)"},
      {"<p><script type=\"application/ld+json\">{\"a\":\"&amp;</ul>\"}</SCRIPT >y",
       "p(script[type=application/ld+json]({\"a\":\"&amp;</ul>\"}) y)"},
      {"<p><script><!-- <script>1</script> --></script>y", "p(script(<!-- <script>1</script> -->) y)"},
      {"<p><script><!-- 1</script>y", "p(script(<!-- 1) y)"},
      {"<p><style>a>b{}</style><textarea><b>&lt;</textarea>y", "p(style(a>b{}) textarea(<b><) y)"},
      {"<p><iframe><p>x</p></iframe>y", "p(iframe(<p>x</p>) y)"},
  };
  for (const Case& c : cases) EXPECT_EQ(body_of(c.html), c.body) << c.html;
}

TEST(Html, ReferencesAndAttributes) {
  const std::vector<Case> cases = {
      {"&amp;&lt;&eacute;&hellip;&nbsp;&NotEqualTilde;", "&<é…\u00A0≂̸"},
      {"&#8217;&#x2019;&#150;&#0;&#xD800;", "’’–\uFFFD\uFFFD"},
      {"&copy 1 &copyright &nosuch; & &# a&b", "© 1 ©right &nosuch; & &# a&b"},
      {"<a href='?a=1&copy=2&amp;b&lt'>x", "a[href=?a=1&copy=2&b<](x)"},
      {"<p A=1 a=2 B='x y' c=\"<>\" d e = f>x", "p[a=1][b=x y][c=<>][d=][e=f](x)"},
      {"<p\nid=x/>y", "p[id=x/](y)"},
      {"1 < 2 <3 a<b", "1 < 2 <3 a"},
      {"a\r\nb\rc", "a\nb\nc"},
      {std::string_view("a\0b", 3), "ab"},
  };
  for (const Case& c : cases) EXPECT_EQ(body_of(c.html), c.body) << c.html;
}

TEST(Html, HostilePagesTakeLinearTime) {
  const auto times = [](std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  const std::vector<std::string> pages = {
      times("<div>", 100'000) + "x" + times("</div>", 100'000),
      times("<b>", 100'000) + "<p>x" + times("</b>", 100'000),
      times("<div>", 500) + times("</section></b></li></a></td></p>", 100'000),
      times("<a><p>", 200'000),
      times("<a><div>", 250) + times("</a>", 300'000),
      "<p " + times("a=1 ", 500'000) + ">x",
      times("<script><!--</script>", 200'000),
      times("<table><tr><td>", 100'000),
      times("<!--", 500'000),
      times("<", 1'000'000),
      times("&", 1'000'000),
      times("<svg><g><p>", 100'000),
      times("<select><option>", 100'000),
  };
  for (const std::string& page : pages) {
    const auto begin = std::chrono::steady_clock::now();
    const Tree tree = parse_html(page);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(took.count(), 10) << page.substr(0, 40);  // a second would do; quadratic ones take minutes
    fuzz::check_tree(tree, kHtmlDepth + 2);
  }
}

TEST(Html, PartsAreCountedUpToALimit) {
  const auto times = [](std::string_view text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
  };
  EXPECT_FALSE(parse_html("<p>x").is_cut());
  EXPECT_FALSE(parse_html(times("<b>x", kHtmlParts / 2 - 10)).is_cut());
  for (const char* piece : {"<b>x", "<br>", "<p a b c d>", "<script>x</script>"}) {
    const Tree tree = parse_html("<body>" + times(piece, kHtmlParts) + "last<style>no</style>");
    EXPECT_TRUE(tree.is_cut()) << piece;
    const std::string text = text_of(tree.root());
    EXPECT_TRUE(text.ends_with("last")) << piece;
  }
}

TEST(Html, DeepContentIsKept) {
  std::string page;
  for (int i = 0; i < 2 * kHtmlDepth; ++i) page += "<div>";
  page += "deep<p>deeper</p>";
  for (int i = 0; i < 2 * kHtmlDepth; ++i) page += "</div>";
  const Tree tree = parse_html(page + "<p>behind</p>");
  EXPECT_EQ(text_of(tree.root()), "deepdeeperbehind");
  EXPECT_EQ(tree.root()->last_child->last_child->name, "p");
}

struct Encoded {
  std::string bytes;
  std::string_view http;
  std::string_view text;
};

TEST(HtmlToUtf8, TrustsTheBytesFirst) {
  const std::vector<Encoded> cases = {
      {"caf\xC3\xA9", "iso-8859-1", "café"},
      {"\xEF\xBB\xBF"
       "caf\xC3\xA9",
       "", "café"},
      {"caf\xE9 \x93x\x94", "", "café “x”"},
      {"caf\xE9", "utf-8", "café"},
      {"<meta charset=\"windows-1251\">\xCC\xE8\xF0", "", "<meta charset=\"windows-1251\">Мир"},
      {"<meta charset=iso-8859-1>\xCC\xE8\xF0", "windows-1251", "<meta charset=iso-8859-1>Мир"},
      {"<META content='text/html; charset=koi8-r'>\xED\xC9\xD2", "", "<META content='text/html; charset=koi8-r'>Мир"},
      {"<?xml version='1.0' encoding='x-sjis'?>\x93\xFA", "", "<?xml version='1.0' encoding='x-sjis'?>日"},
      {std::string("<\0p\0>\0\xE9\0", 8), "", "<p>é"},
      {std::string("\xFE\xFF\0<\0p\0>", 8), "utf-8", "<p>"},
      {std::string("\0\0\0<\0\0\0p\0\0\0>", 12), "", "<p>"},
  };
  for (const Encoded& c : cases) EXPECT_EQ(html_to_utf8(c.bytes, c.http), c.text) << c.http;
}

}  // namespace
}  // namespace morgue::markup

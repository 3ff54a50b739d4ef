// SPDX-License-Identifier: GPL-2.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "formats/reader.h"
#include "formats/wordpress_text.h"
#include "tests/support/string_source.h"

namespace morgue::formats {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::StartsWith;

std::vector<std::string> item(const std::string& inside) {
  test::StringSource source(
      "<rss version='2.0' xmlns:excerpt='http://wordpress.org/export/1.2/excerpt/' "
      "xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
      "xmlns:wp='http://wordpress.org/export/1.2/'><channel><title>Quay</title>"
      "<wp:author><wp:author_login>ao</wp:author_login><wp:author_display_name>Ann "
      "Oak</wp:author_display_name></wp:author>"
      "<wp:author><wp:author_login>pe</wp:author_login><wp:author_display_name>pe</wp:author_display_name>"
      "<wp:author_first_name>Per</wp:author_first_name><wp:author_last_name>Elm</wp:author_last_name></wp:author>"
      "<wp:category><wp:term_id>7</wp:term_id><wp:cat_name>Sport</wp:cat_name></wp:category><item>" +
      inside + "</item></channel></rss>");
  io::BufferedInput bytes(source);
  const auto reader = open_reader(Format::Feed, {bytes, "dump", "dump", {}});
  const auto next = reader->next();
  if (!next) return {};
  if (const auto* other = std::get_if<PassedOver>(&*next)) return {"~ " + other->kind};
  std::vector<std::string> fields;
  for (const Field& field : std::get<Record>(*next).fields) fields.push_back(field.path + "=" + field.value);
  return fields;
}

std::string post(const std::string& inside) {
  return "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status>" + inside;
}

TEST(WordPress, PublishedPostHasAllItsFields) {
  EXPECT_THAT(
      item(post("<title>Fog</title><link>https://q.example/fog</link><guid>https://q.example/?p=1</guid>"
                "<pubDate>Sat, 02 Dec 2017 15:43:50 +0000</pubDate><dc:creator>ao</dc:creator>"
                "<content:encoded><![CDATA[One\n\nTwo]]></content:encoded>"
                "<excerpt:encoded>Short</excerpt:encoded>"
                "<wp:post_date>2017-12-02 16:43:50</wp:post_date>"
                "<wp:post_date_gmt>2017-12-02 15:43:50</wp:post_date_gmt>"
                "<wp:post_modified>2017-12-03 08:00:00</wp:post_modified>"
                "<wp:post_modified_gmt>2017-12-03 07:00:00</wp:post_modified_gmt>"
                "<category domain='category' nicename='uncategorized'>Uncategorized</category>"
                "<category domain='category' nicename='sea'>Sea</category>"
                "<category domain='post_tag' nicename='tide'>Tide</category>"
                "<category domain='post_format' nicename='x'>Aside</category>"
                "<category domain='location' nicename='x'>Porto</category>")),
      ElementsAre("key=https://q.example/?p=1", "headline=Fog", "url=https://q.example/fog", "authors=Ann Oak",
                  "published=2017-12-02 16:43:50+01:00", "updated=2017-12-03 08:00:00+01:00", "source=Quay",
                  "topics=Sea", "topics=Tide", "places=Porto", "section=Sea", "summary=Short", "body=One<p>Two"));
}

TEST(WordPress, OnlyWhatIsPublishedIsAnArticle) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>", "~ attachment"},
      {"<wp:post_type>nav_menu_item</wp:post_type><wp:status>publish</wp:status>", "~ menu item"},
      {"<wp:post_type>revision</wp:post_type><wp:status>inherit</wp:status>", "~ revision"},
      {"<wp:post_type>shop_order</wp:post_type><wp:status>publish</wp:status>", "~ WordPress shop_order"},
      {"<wp:post_type>post</wp:post_type><wp:status>draft</wp:status>", "~ draft"},
      {"<wp:post_type>post</wp:post_type><wp:status>private</wp:status>", "~ private post"},
      {"<wp:post_type>page</wp:post_type><wp:status>trash</wp:status>", "~ deleted post"},
      {"<wp:post_type>post</wp:post_type><wp:status>future</wp:status>", "~ scheduled post"},
  };
  for (const auto& [inside, expected] : cases) EXPECT_THAT(item(inside), ElementsAre(expected)) << inside;
  EXPECT_THAT(item("<title>About</title><wp:post_type>page</wp:post_type><wp:status>publish</wp:status>"),
              Contains("headline=About"));
}

TEST(WordPress, WritersAndSectionsAreLookedUp) {
  EXPECT_THAT(item(post("<dc:creator>pe</dc:creator>")), Contains("authors=Per Elm"));
  EXPECT_THAT(item(post("<dc:creator>stranger</dc:creator>")), Contains("authors=stranger"));
  EXPECT_THAT(item(post("<dc:creator>pe</dc:creator><category domain='author' nicename='ao'>ao</category>")),
              Contains("authors=Ann Oak"));
  EXPECT_THAT(item(post("<category domain='category' nicename='a'>Arts</category><wp:postmeta>"
                        "<wp:meta_key>_yoast_wpseo_primary_category</wp:meta_key><wp:meta_value>7</wp:meta_value>"
                        "</wp:postmeta>")),
              Contains("section=Sport"));
}

TEST(WordPress, DatesKeepTheOffsetTheyShow) {
  const auto date = [](const std::string& local, const std::string& utc) {
    return item(post("<wp:post_date>" + local + "</wp:post_date><wp:post_date_gmt>" + utc +
                     "</wp:post_date_gmt>"
                     "<pubDate>Mon, 01 Jan 2018 00:00:00 +0000</pubDate>"));
  };
  EXPECT_THAT(date("2017-12-02 10:13:50", "2017-12-02 15:43:50"), Contains("published=2017-12-02 10:13:50-05:30"));
  EXPECT_THAT(date("2017-12-02 15:43:50", "2017-12-02 15:43:50"), Contains("published=2017-12-02 15:43:50+00:00"));
  EXPECT_THAT(date("2017-11-02 15:43:50", "2017-12-02 15:43:50"), Contains("published=2017-12-02 15:43:50Z"));
  EXPECT_THAT(date("2017-12-02 15:43:50", "0000-00-00 00:00:00"), Contains("published=2017-12-02 15:43:50"));
  EXPECT_THAT(date("0000-00-00 00:00:00", "0000-00-00 00:00:00"),
              Contains("published=Mon, 01 Jan 2018 00:00:00 +0000"));
}

TEST(WordPressText, LineEndsMeanWhatTheyMeanThere) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a\nb\n\nc", "a<br>b<p>c"},
      {"a\r\n\r\n\r\nb", "a<p>b"},
      {"a\n<h2>b</h2>\nc", "a\n<h2>b</h2>\nc"},
      {"<ul>\n\t<li>a</li>\n</ul>\nb", "<ul>\n<li>a</li>\n</ul>\nb"},
      {"<pre>a\n\nb</pre>\n\nc", "<pre>a\n\nb</pre><p>c"},
      {"<a\nhref='x'>y</a>\nz", "<a\nhref='x'>y</a><br>z"},
      {"<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->",
       "<!-- wp:paragraph -->\n<p>a\nb</p>\n<!-- /wp:paragraph -->"},
      {"1 < 2\n3 <", "1 < 2<br>3 <"},
      {"<pre>a\n", "<pre>a<br>"},
  };
  for (const auto& [content, expected] : cases) EXPECT_EQ(wordpress_html(content), expected) << content;
}

TEST(WordPressText, ShortcodesGoAndBracketsStay) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"[dropcap]M[/dropcap]orning", "Morning"},
      {"a[caption id=\"x\"]<img/> words[/caption]b", "ab"},
      {"a [gallery ids=\"1,2\"] b", "a  b"},
      {"[contact_form]", ""},
      {"[my-form]", ""},
      {"an [ad-hoc] group", "an [ad-hoc] group"},
      {"he said [sic] and [the \"big\" one] [1] [...]", "he said [sic] and [the \"big\" one] [1] [...]"},
      {"[[gallery]]", "[[gallery]]"},
      {"[box color=red]in[/box] [box", "in [box"},
      {"[embed]https://a.example/[/embed]x", "x"},
      {"[caption]never closed", "never closed"},
  };
  for (const auto& [content, expected] : cases) EXPECT_EQ(wordpress_html(content), expected) << content;
}

TEST(WordPressText, TimeIsLinear) {
  const auto begin = std::chrono::steady_clock::now();
  for (const std::string piece :
       {"[", "[a", "[caption]", "[/caption]", "<", "<pre>", "<!--", "<a", "\n", "[a b=", "[x_y]"}) {
    std::string text;
    while (text.size() < 2000000) text += piece;
    wordpress_html(text);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
}  // namespace morgue::formats

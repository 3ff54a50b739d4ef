// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wordpress_item.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "formats/feed_text.h"
#include "formats/wordpress_text.h"
#include "text/date_parse.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

/// Types of posts that are articles, WordPress's own and the names that newsrooms give theirs.
constexpr auto kArticles = std::to_array<View>({"post", "page", "article", "articles", "news", "story", "stories",
                                                "opinion", "column", "feature", "interview", "review", "report", "blog",
                                                "press_release", "press-release", "news_article"});
/// Taxonomies of the machinery.
constexpr auto kMachinery = std::to_array<View>(
    {"nav_menu", "post_format", "link_category", "post_translations", "term_translations", "term_language",
     "yst_prominent_words", "wp_theme", "wp_template_part_area", "wp_pattern_category", "action-group"});

bool is_nothing(View date) {
  return date.empty() || date.starts_with("0000-00-00");
}

/// The local time with its offset from UTC, which WordPress leaves to be told from the two times it gives.
std::string moment(const std::string& local, const std::string& utc) {
  if (is_nothing(utc)) return is_nothing(local) ? std::string() : local;
  const auto here = text::parse_date(local);
  const auto there = text::parse_date(utc);
  constexpr std::int64_t kQuarter = 15;
  constexpr std::int64_t kFarthest = 14 * 60;
  if (here && there) {
    const std::int64_t minutes = (here->utc_seconds() - there->utc_seconds()) / 60;
    if (minutes % kQuarter == 0 && minutes >= -kFarthest && minutes <= kFarthest) {
      const std::int64_t size = minutes < 0 ? -minutes : minutes;
      const auto two = [](std::int64_t n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
      return local + (minutes < 0 ? "-" : "+") + two(size / 60) + ":" + two(size % 60);
    }
  }
  return utc + "Z";
}

/// The name to be shown of a writer who is given by login.
std::string shown_name(const std::string& login, const FeedContext& feed) {
  const auto known = feed.writers.find(login);
  return known == feed.writers.end() ? login : known->second;
}

/// The value of a post's own field.
std::string meta_value(const FeedElement& item, View key) {
  for (const Node* meta : item.all("wp:postmeta")) {
    const FeedElement parts(*meta);
    if (parts.text("wp:meta_key") == key) return parts.text("wp:meta_value");
  }
  return {};
}

void read_authors(const FeedElement& item, const FeedContext& feed, FeedFields& out) {
  for (const Node* category : item.all("category")) {
    if (feed_attribute(*category, "domain") != "author") continue;
    const std::string login = feed_plain(*category);
    const std::string name = shown_name(login, feed);
    // A slug says who it is to the machine only.
    if (name != login || login.find(' ') != login.npos) out.add("authors", name);
  }
  if (out.has("authors")) return;
  for (const Node* creator : item.all("dc:creator")) out.add("authors", shown_name(feed_plain(*creator), feed));
}

void read_terms(const FeedElement& item, const FeedContext& feed, FeedFields& out) {
  std::string section;
  if (const auto primary = feed.terms.find(meta_value(item, "_yoast_wpseo_primary_category"));
      primary != feed.terms.end())
    section = primary->second;
  for (const Node* category : item.all("category")) {
    const View domain = feed_attribute(*category, "domain");
    const View slug = feed_attribute(*category, "nicename");
    std::string name = feed_text(*category);
    const bool is_default = domain == "category" && slug == "uncategorized";
    if (is_default || domain == "author" || std::find(kMachinery.begin(), kMachinery.end(), domain) != kMachinery.end())
      continue;
    if (domain == "category" && section.empty()) section = name;
    if (domain == "language") {
      out.add("language", std::string(slug));
    } else if (domain == "location" || domain == "place" || domain == "places") {
      out.add("places", std::move(name));
    } else if (domain == "person" || domain == "people") {
      out.add("people", std::move(name));
    } else if (domain == "organization" || domain == "organizations") {
      out.add("organizations", std::move(name));
    } else {
      out.add("topics", std::move(name));
    }
  }
  out.add("section", std::move(section));
}

}  // namespace

bool is_wordpress_item(const FeedElement& item) {
  return item.first("wp:post_type") != nullptr;
}

std::string wordpress_kind(const FeedElement& item) {
  const std::string type = item.text("wp:post_type");
  if (type == "nav_menu_item") return "menu item";
  if (type == "attachment" || type == "revision") return type;
  if (std::find(kArticles.begin(), kArticles.end(), type) == kArticles.end()) return "WordPress " + type;
  const std::string status = item.text("wp:status");
  if (status.empty() || status == "publish") return {};
  if (status == "inherit") return item.text("wp:attachment_url").empty() ? "revision" : "attachment";
  if (status == "auto-draft" || status == "pending") return "draft";
  if (status == "future") return "scheduled post";
  if (status == "private") return "private post";
  return status == "trash" ? "deleted post" : status;
}

void read_wordpress_item(const FeedElement& item, const FeedContext& feed, FeedFields& out) {
  const std::string number = item.text("wp:post_id");
  const std::string guid = item.text("guid");
  out.add("key", guid.empty() ? number : guid);
  if (const Node* title = item.first("title")) out.add("headline", feed_text(*title));
  out.add("url", item.text("link"));
  read_authors(item, feed, out);
  const std::string published = moment(item.text("wp:post_date"), item.text("wp:post_date_gmt"));
  out.add("published", published.empty() ? item.text("pubdate") : published);
  out.add("updated", moment(item.text("wp:post_modified"), item.text("wp:post_modified_gmt")));
  out.add("source", feed.source);
  read_terms(item, feed, out);
  if (!out.has("language")) out.add("language", feed.language);
  if (const Node* excerpt = item.first("excerpt:encoded")) out.add("summary", wordpress_html(feed_text(*excerpt)));
  if (const Node* content = item.first("content:encoded")) out.add("body", wordpress_html(feed_text(*content)));
}

}  // namespace morgue::formats

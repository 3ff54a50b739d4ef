// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/detect_markup.h"

#include <algorithm>
#include <array>

#include "formats/news_xml_reader.h"
#include "formats/reject.h"
#include "markup/charset_label.h"
#include "markup/html.h"
#include "markup/html_tags.h"
#include "markup/xml.h"

namespace morgue::formats {
namespace {

constexpr std::string_view kXhtml = "http://www.w3.org/1999/xhtml";

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

struct Root {
  std::string_view name;  ///< in lower case
  std::optional<Format> format;
  std::string_view what;
};

// By name alone: namespaces are forgotten, misspelt and of many versions.
constexpr auto kRoots = std::to_array<Root>({
    {"rss", Format::Feed, {}},
    {"channel", Format::Feed, {}},
    {"feed", Format::Feed, {}},
    {"nitf", Format::Nitf, {}},
    {"newsml", Format::NewsMl, {}},
    {"newsmessage", Format::NewsMl, {}},
    {"newsitem", Format::NewsMl, {}},
    {"packageitem", Format::NewsMl, {}},
    {"knowledgeitem", Format::NewsMl, {}},
    {"conceptitem", Format::NewsMl, {}},
    {"planningitem", Format::NewsMl, {}},
    {"catalogitem", Format::NewsMl, {}},
    {"contentset", Format::NewsMl, {}},
    {"groupset", std::nullopt, "a part of a news package, without articles"},
    {"urlset", std::nullopt, "a sitemap: a list of addresses without their articles"},
    {"sitemapindex", std::nullopt, "an index of sitemaps: a list of addresses without their articles"},
    {"opml", std::nullopt, "a list of feeds, without their articles"},
    {"svg", std::nullopt, "an SVG image"},
    {"stylesheet", std::nullopt, "a style sheet"},
    {"schema", std::nullopt, "an XML schema"},
    {"plist", std::nullopt, "a property list"},
});

/// Feeds that share their root's name with other things.
bool is_feed(std::string_view name, std::string_view space, std::string_view low_head) {
  if (name == "rdf") {
    return low_head.find("<channel") != low_head.npos || low_head.find("<item") != low_head.npos ||
           low_head.find("purl.org/rss") != low_head.npos || low_head.find("netscape.com/rdf") != low_head.npos;
  }
  return name == "entry" && space.find("tom") != space.npos;
}

struct Opening {
  std::string doctype;  ///< its name, in lower case
  bool xml = false;     ///< an XML declaration
  std::string_view rest;
};

/// Passes over what may stand in front of the first element.
std::optional<Opening> open_prolog(std::string_view text) {
  Opening opening;
  while (true) {
    text = trimmed(text);
    if (text.size() < 2 || text[0] != '<') return std::nullopt;
    std::string_view end = ">";
    if (text.starts_with("<!--")) {
      end = "-->";
    } else if (text[1] == '?') {
      if (text.starts_with("<?xml")) opening.xml = true;
    } else if (text[1] == '!') {
      const std::string low = lower(text.substr(0, 100));
      constexpr std::string_view kDoctype = "<!doctype";
      if (low.starts_with(kDoctype)) {
        const std::string_view name = trimmed(std::string_view(low).substr(kDoctype.size()));
        opening.doctype = name.substr(0, name.find_first_of(" \t\r\n>["));
      }
      const std::size_t close = text.find('>');
      // With declarations of its own.
      if (const std::size_t bracket = text.find('['); bracket < close) end = "]";
    } else {
      opening.rest = text;
      return opening;
    }
    const std::size_t found = text.find(end);
    if (found == std::string_view::npos) return std::nullopt;
    text.remove_prefix(found + end.size());
    if (end == "]") text.remove_prefix(std::min(text.find('>') + 1, text.size()));
  }
}

struct Element {
  std::string name;  ///< in lower case
  std::string space;
};

std::optional<Element> root_of(std::string_view head) {
  std::optional<Element> root;
  const auto is_record = [&](std::string_view name, std::string_view space, int) {
    if (!root) root = Element{lower(name), std::string(space)};
    return false;
  };
  constexpr std::size_t kStep = 1024;
  markup::XmlRecords records(
      [&](std::span<char> into) {
        const std::size_t size = root ? 0 : std::min({into.size(), head.size(), kStep});
        std::copy_n(head.data(), size, into.data());
        head.remove_prefix(size);
        return size;
      },
      is_record);
  records.next();
  return root;
}

bool is_html_tag(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z') ||
                               (text[end] >= '0' && text[end] <= '9'))) {
    ++end;
  }
  if (end == text.size() || std::string_view(" \t\r\n/>").find(text[end]) == std::string_view::npos) return false;
  return markup::find_tag(lower(text.substr(1, end - 1))) != nullptr;
}

}  // namespace

bool is_page_extension(std::string_view extension) {
  constexpr auto kPages = std::to_array<std::string_view>({"html", "htm", "xhtml", "shtml", "phtml", "mhtml"});
  return std::ranges::find(kPages, extension) != kPages.end();
}

std::optional<Markup> detect_markup(std::string_view head, std::string_view extension) {
  const std::string text = markup::html_to_utf8(head);
  const std::optional<Opening> opening = open_prolog(text);
  const bool page_name = is_page_extension(extension);
  if (!opening) {
    // Nothing but comments that far, or text before the first tag.
    const bool tags = text.find("</") != std::string::npos;
    return page_name && tags ? std::optional(Markup{Format::Html, {}, false}) : std::nullopt;
  }
  const char second = opening->rest[1];
  if (!((second >= 'a' && second <= 'z') || (second >= 'A' && second <= 'Z') || second == '_')) return std::nullopt;
  const std::string first_tag = lower(opening->rest.substr(0, 6));
  const bool html_root =
      first_tag == "<html " || first_tag == "<html>" || first_tag == "<html\n" || first_tag == "<html\r";
  if (html_root || page_name) return Markup{Format::Html, {}, false};
  const bool xml_said = opening->xml || extension == "xml" || !opening->doctype.empty();
  if (!xml_said && is_html_tag(opening->rest) &&
      opening->rest.substr(0, 1000).find("xmlns") == std::string_view::npos && first_tag != "<link>") {
    return Markup{Format::Html, {}, false};
  }
  const std::optional<Element> root = root_of(text);
  const bool html_said = opening->doctype == "html";
  if (!root) return html_said ? std::optional(Markup{Format::Html, {}, false}) : std::nullopt;
  if (root->space == kXhtml) return Markup{Format::Html, {}, false};
  if (is_feed(root->name, root->space, lower(text))) return Markup{Format::Feed, {}, true};
  const auto* known = std::ranges::find(kRoots, std::string_view(root->name), &Root::name);
  if (known != kRoots.end()) return Markup{known->format, std::string(known->what), true};
  if (html_said) return Markup{Format::Html, {}, false};
  if (!xml_said && root->space.empty() && extension != "rdf") {
    // Text in angle brackets is no proof of XML: its first element must at least be ended or hold another.
    if (text.find("</") == std::string::npos && text.find("/>") == std::string::npos) return std::nullopt;
  }
  if (is_news_xml(markup::parse_xml(text))) return Markup{Format::NewsMl, {}, true};
  return Markup{std::nullopt, "XML of an unknown kind (its first element is <" + root->name.substr(0, 100) + ">)",
                true};
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/metadata.h"

#include <algorithm>

#include "text/language.h"
#include "text/normalise.h"
#include "webpage/headline.h"
#include "webpage/linked_data.h"
#include "webpage/outlet.h"
#include "webpage/page_address.h"
#include "webpage/page_byline.h"
#include "webpage/page_lines.h"
#include "webpage/page_marks.h"
#include "webpage/page_time.h"
#include "webpage/page_topics.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

/// Where the page says it lives; else where it was fetched.
std::string canonical_address(const PageMarks& marks, const LinkedData& linked, const PageHints& hints) {
  const std::string fetched = absolute_address(hints.url, {});
  const std::string declared = absolute_address(marks.content({"og:url", "parsely-link", "twitter:url"}), fetched);
  const std::string& base = fetched.empty() ? declared : fetched;
  const std::string canonical = absolute_address(marks.canonical, base);
  for (const std::string& address : {canonical, declared, absolute_address(linked.url, base)}) {
    // A canonical link to the front page is a mistake of the site when something deeper was fetched.
    if (!address.empty() &&
        (fetched.empty() || path_of_address(address).size() > 1 || path_of_address(fetched).size() <= 1)) {
      return address;
    }
  }
  return fetched;
}

std::string declared_language(const PageMarks& marks) {
  if (!marks.html_language.empty()) return marks.html_language;
  return marks.content({"og:locale", "content-language", "language", "dc.language", "dcterms.language"});
}

bool claims_article(const PageMarks& marks, const LinkedData& linked) {
  if (linked.is_article) return true;
  const std::string type = ascii_lower(marks.content({"og:type"}));
  if (type == "article" || type == "news" || type == "blog" || type.ends_with(":article")) return true;
  return !marks.content({"article:published_time", "parsely-pub-date", "citation_publication_date"}).empty();
}

bool claims_listing(const PageMarks& marks, const LinkedData& linked, View address) {
  if (linked.is_article) return false;
  if (linked.is_listing) return true;
  const std::string type = ascii_lower(marks.content({"og:type"}));
  const View path = path_of_address(address);
  return type != "article" && !address.empty() && (path.empty() || path == "/");
}

std::string impossible_date(View name, const std::string& declared, const std::optional<Timestamp>& instead) {
  std::string out = std::string(name) + ": the page declares \"" + text::clean_line(declared) + "\", which cannot be; ";
  return out + (instead ? "taken from elsewhere: " + instead->to_string() : "stored without a date");
}

}  // namespace

Metadata find_metadata(const markup::Tree& page, const PageBlocks& blocks, const PageHints& hints) {
  PageMarks marks = read_marks(page);
  std::string title_hint = marks.content({"og:title"});
  if (title_hint.empty() && !marks.h1.empty()) title_hint = visible_line(marks.h1.front().node, 400);
  const LinkedData linked = read_linked_data(marks.linked_data, title_hint, marks.canonical);
  Metadata out;
  out.url = canonical_address(marks, linked, hints);
  const Outlet outlet(marks, linked, out.url);
  const PageHeadline headline = choose_headline(marks, linked, outlet);
  out.headline = headline.text;
  if (headline.node != nullptr) marks.settle(headline.node->order);
  PageLines lines(blocks, out.headline);
  out.source = outlet.name();
  const std::string language = declared_language(marks);
  out.language = text::canonical_language(language);
  if (out.language.empty()) out.language = text::canonical_language(linked.language);
  out.summary = marks.content({"og:description", "description", "twitter:description", "dc.description"});
  if (!linked.description.empty() && out.summary.size() < linked.description.size()) out.summary = linked.description;
  out.body = linked.body;
  const bool day_first = writes_day_first(language, outlet.host());
  const PageDates dates = find_page_dates({marks, linked, hints, headline, lines, out.url, day_first});
  out.published = dates.published;
  out.published_origin = dates.origin;
  out.updated = dates.updated;
  if (!dates.refused.empty()) out.remarks.push_back(impossible_date("published", dates.refused, dates.published));
  if (!dates.refused_updated.empty()) out.remarks.push_back(impossible_date("updated", dates.refused_updated, {}));
  out.authors = find_page_authors({marks, linked, headline, outlet, lines, day_first});
  out.section = find_page_section(marks, linked);
  out.topics = find_page_topics(marks, linked, outlet, lines, headline);
  out.is_article = claims_article(marks, linked);
  out.is_listing = claims_listing(marks, linked, out.url);
  return out;
}

}  // namespace morgue::webpage

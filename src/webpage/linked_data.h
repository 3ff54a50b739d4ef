// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace morgue::webpage {

/// A person or an organisation as JSON-LD credits it.
struct LinkedCredit {
  std::string name;
  bool is_organization = false;
};

/// What the JSON-LD of a page says of its article. Dates are as written; texts are plain lines.
struct LinkedData {
  bool is_article = false;  ///< an article's type is declared (`NewsArticle` and its kin)
  bool is_page = false;     ///< a `WebPage` at least; the fields come from it when there is no article
  bool is_listing = false;  ///< a home, section, search or topic page declares itself
  bool is_video = false;
  std::string headline;
  std::string alternative;
  std::string name;
  std::string description;
  std::string body;  ///< paragraphs
  std::vector<LinkedCredit> authors;
  std::string published;
  std::string created;
  std::string modified;
  std::vector<std::string> keywords;  ///< elements of a list, or one string as it stands
  std::vector<std::string> about;
  std::vector<std::string> sections;
  std::string language;
  std::string publisher;
  std::string site;  ///< name of the `WebSite`
  std::string url;
};

/// Combines all blocks (texts of scripts). `headline_hint` and `url_hint` tell the page's own article from others.
LinkedData read_linked_data(const std::vector<std::string>& blocks, std::string_view headline_hint,
                            std::string_view url_hint);

}  // namespace morgue::webpage

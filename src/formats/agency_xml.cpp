// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/agency_xml.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "formats/news_story.h"
#include "formats/news_text.h"
#include "formats/xml_fields.h"
#include "formats/xml_nodes.h"
#include "markup/html.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

constexpr View kStory = "body";

struct Name {
  View element;  ///< lower case, without separators
  View field;
};

constexpr auto kNames = std::to_array<Name>({{"headline", "headline"},
                                             {"title", "headline"},
                                             {"subtitle", "summary"},
                                             {"subheadline", "summary"},
                                             {"deck", "summary"},
                                             {"abstract", "summary"},
                                             {"summary", "summary"},
                                             {"content", kStory},
                                             {"body", kStory},
                                             {"text", kStory},
                                             {"story", kStory},
                                             {"bodytext", kStory},
                                             {"byline", "authors"},
                                             {"author", "authors"},
                                             {"town", "dateline"},
                                             {"city", "dateline"},
                                             {"dateline", "dateline"},
                                             {"origin", "source"},
                                             {"source", "source"},
                                             {"provider", "source"},
                                             {"section", "section"},
                                             {"category", "section"},
                                             {"newsid", "key"},
                                             {"storyid", "key"},
                                             {"guid", "key"},
                                             {"id", "key"},
                                             {"publishdate", "published"},
                                             {"published", "published"},
                                             {"pubdate", "published"},
                                             {"date", "published"},
                                             {"datetime", "published"},
                                             {"updated", "updated"},
                                             {"modified", "updated"},
                                             {"lastmodified", "updated"},
                                             {"embargo", "embargo"},
                                             {"language", "language"},
                                             {"strapline", "topics"},
                                             {"slug", "topics"},
                                             {"slugline", "topics"},
                                             {"keyword", "topics"},
                                             {"keywords", "topics"}});

View field_of(View element) {
  std::string name;
  for (const char c : element) {
    if (c == '-' || c == '_') continue;
    name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto* const found =
      std::find_if(kNames.begin(), kNames.end(), [&](const Name& one) { return one.element == name; });
  return found == kNames.end() ? View{} : found->field;
}

/// `/agency/` is how some sign.
std::string unslashed(std::string name) {
  if (name.size() > 2 && name.front() == '/' && name.back() == '/') return name.substr(1, name.size() - 2);
  return name;
}

std::vector<std::string> paragraphs_of(const Node& story) {
  const std::string text = markup::text_of(&story);
  const bool escaped = text.find("</") != std::string::npos || text.find("<br") != std::string::npos;
  if (!escaped) return news_paragraphs(story);
  const markup::Tree page = markup::parse_html(text);
  return page.root() == nullptr ? std::vector<std::string>{} : news_paragraphs(*page.root());
}

}  // namespace

std::string agency_record(const markup::Tree& document) {
  const std::string name = guess_records(document);
  const Node* root = document.root();
  if (name.empty() || root == nullptr) return {};
  const Node* record = root->name == name ? root : markup::find_first(root, name);
  std::vector<View> fields;
  for (const Node* child = record == nullptr ? nullptr : record->first_child; child != nullptr; child = child->next) {
    if (child->is_element()) fields.push_back(field_of(child->name));
  }
  const auto has = [&](View field) { return std::find(fields.begin(), fields.end(), field) != fields.end(); };
  return has("headline") && has(kStory) && has("published") ? name : std::string{};
}

void add_agency_story(FieldList& fields, const Node& story) {
  std::vector<std::string> paragraphs;
  for (const Node* child = story.first_child; child != nullptr; child = child->next) {
    const View field = child->is_element() ? field_of(child->name) : View{};
    if (field.empty()) continue;
    if (field == kStory) {
      if (paragraphs.empty()) paragraphs = paragraphs_of(*child);
    } else if (field == "authors" || field == "topics") {
      fields.item(field, line_of(child));
    } else {
      fields.first(field, field == "source" ? unslashed(line_of(child)) : line_of(child));
    }
  }
  add_story(fields, std::move(paragraphs));
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/newsml_g2_item.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/iptc_subject.h"
#include "formats/news_story.h"
#include "formats/news_text.h"
#include "formats/nitf_fields.h"
#include "formats/wire_category.h"
#include "formats/xml_nodes.h"
#include "text/date_parse.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

/// `usable` of `stat:usable`, and of the address that some write in full.
View code_in(View qcode) {
  const std::size_t colon = qcode.find_last_of(":/");
  return colon == View::npos ? qcode : qcode.substr(colon + 1);
}

View code_of(const Node* node) {
  for (const View attribute : {"qcode", "uri", "literal"}) {
    if (const View value = attribute_of(node, attribute); !value.empty()) return code_in(value);
  }
  return {};
}

/// A concept as people call it: by its name, else by what stands for one.
std::string name_of_concept(const Node* node) {
  std::string name = child_line(node, "name");
  if (name.empty()) name = attribute_of(node, "literal");
  return name;
}

class Item {
 public:
  Item(FieldList& fields, const Node& item)
      : fields_(fields), item_(item), meta_(child_of(&item, "itemMeta")), content_(child_of(&item, "contentMeta")) {}

  std::optional<std::string> read() {
    if (item_.name != "newsItem") return std::string(item_.name.substr(0, item_.name.find("Item"))) + " item";
    const View kind = code_of(child_of(meta_, "itemClass"));
    if (!kind.empty() && kind != "text") return std::string(kind) + " item";
    fields_.line("key", item_.attribute("guid"));
    dates();
    describe();
    source();
    subjects();
    story();
    return std::nullopt;
  }

 private:
  void dates() {
    const std::string created = child_line(meta_, "firstCreated");
    const std::string version = child_line(meta_, "versionCreated");
    fields_.first("published", created);
    fields_.first("published", version);
    fields_.first("published", child_line(content_, "contentCreated"));
    if (!created.empty() && version != created) fields_.first("updated", version);
    fields_.first("embargo", child_line(meta_, "embargoed"));
    fields_.first("pubstatus", code_of(child_of(meta_, "pubStatus")));
    fields_.first("language", attribute_of(child_of(content_, "language"), "tag"));
    fields_.first("language", item_.attribute("xml:lang"));
  }

  void describe() {
    fields_.first("headline", child_line(content_, "headline"));
    fields_.first("headline", child_line(meta_, "title"));
    for (const Node* description : children_of(content_, "description")) {
      if (code_in(description->attribute("role")) != "caption") fields_.first("summary", line_of(description));
    }
    for (const Node* by : children_of(content_, "by")) fields_.item("authors", line_of(by));
    if (!fields_.has("authors")) {
      // Whoever has a name of their own is a person; providers are known by a literal or a code.
      for (const Node* creator : children_of(content_, "creator")) {
        if (!is_organisation(*creator)) fields_.item("authors", child_line(creator, "name"));
      }
    }
    const std::string dateline = child_line(content_, "dateline");
    // A place line; some repeat the time of the version in it. Where an item is `located` is often an agency's desk.
    if (!text::parse_date(dateline)) fields_.first("dateline", dateline);
  }

  static bool is_organisation(const Node& node) {
    const View type = code_in(node.attribute("type"));
    return type == "organisation" || type == "organization";
  }

  void source() {
    const Node* provider = child_of(meta_, "provider");
    fields_.first("source", name_of_concept(provider));
    fields_.first("source", code_in(attribute_of(provider, "qcode")));
    fields_.first("source", attribute_of(provider, "uri"));
    fields_.first("source", child_line(content_, "creditline"));
    fields_.first("source", name_of_concept(child_of(content_, "infoSource")));
  }

  void subjects() {
    std::vector<View> codes;
    for (const Node* subject : children_of(content_, "subject")) {
      const View qcode = subject->attribute("qcode");
      const View scheme = qcode.substr(0, std::min(qcode.find(':'), qcode.size()));
      if (scheme == "a1312cat") fields_.first("section", wire_category(code_in(qcode)));
      const std::string name = child_line(subject, "name");
      const std::string_view field = field_of(*subject);
      if (!name.empty()) {
        fields_.item(field, name);
      } else if (const View known = iptc_subject(code_in(qcode)); !known.empty()) {
        fields_.item(field, known);
      } else if (!qcode.empty() && field == "topics") {
        codes.push_back(qcode);
      } else if (field != "topics") {
        fields_.item(field, subject->attribute("literal"));
      }
    }
    for (const Node* set : children_of(meta_, "memberOf")) fields_.item("topics", child_line(set, "name"));
    for (const Node* keyword : children_of(content_, "keyword")) fields_.item("topics", line_of(keyword));
    // Codes that nobody here can read are better than nothing, and worse than anything else.
    if (!fields_.has("topics")) {
      for (const View code : codes) fields_.item("topics", code);
    }
    fields_.item("topics", child_line(content_, "slugline"));
    assertions();
  }

  static View field_of(const Node& subject) {
    const View type = code_in(subject.attribute("type"));
    if (type == "person") return "people";
    if (is_organisation(subject)) return "organizations";
    if (type == "geoArea" || type == "poi") return "places";
    return "topics";
  }

  /// Names of concepts that the metadata only point to, told once for all of the item.
  void assertions() {
    std::unordered_map<View, const Node*> concepts;
    for (const Node* assertion : children_of(&item_, "assert")) {
      concepts.emplace(code_in(assertion->attribute("qcode")), assertion);
    }
    for (const Node* subject : children_of(content_, "subject")) {
      const auto found = concepts.find(code_in(subject->attribute("qcode")));
      if (found == concepts.end() || found->first.empty() || !child_line(subject, "name").empty()) continue;
      const View field = field_of(*subject);
      const std::string name = child_line(found->second, "name");
      fields_.item(field, name);
      if (name.empty() && field == "places") fields_.item(field, place_around(*found->second));
    }
  }

  /// The smallest area that a place is in.
  static std::string place_around(const Node& assertion) {
    for (const Node* broader : children_of(&assertion, "broader")) {
      if (std::string name = child_line(broader, "name"); name != "N/A") return name;
    }
    return {};
  }

  void story() {
    const Node* contents = child_of(&item_, "contentSet");
    for (const Node* inline_xml : children_of(contents, "inlineXML")) {
      if (fields_.has("body")) break;
      if (const Node* nitf = child_of(inline_xml, "nitf")) {
        add_nitf(fields_, *nitf);
        continue;
      }
      const Node* html = child_of(inline_xml, "html");
      const Node* body = child_of(html, "body");
      add_story(fields_, news_paragraphs(body != nullptr ? *body : html != nullptr ? *html : *inline_xml));
    }
    for (const Node* data : children_of(contents, "inlineData")) {
      if (fields_.has("body")) break;
      if (!data->attribute("encoding").empty()) continue;  // a picture in base64
      std::string text = markup::text_of(data);
      if (text.find("</") != std::string::npos) {
        fields_.text("body", std::move(text));
      } else {
        add_story(fields_, plain_paragraphs(text));
      }
    }
    fields_.first("headline", child_line(content_, "slugline"));
  }

  FieldList& fields_;
  const Node& item_;
  const Node* meta_;
  const Node* content_;
};

}  // namespace

std::optional<std::string> add_newsml_g2(FieldList& fields, const Node& item) {
  return Item(fields, item).read();
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/nitf_fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "core/iptc_subject.h"
#include "formats/news_story.h"
#include "formats/news_text.h"
#include "formats/wire_category.h"
#include "formats/xml_nodes.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

/// Text without that of some elements inside.
void append_text(std::string& out, const Node& node, View without, View also_without) {
  for (const Node* child = node.first_child; child != nullptr; child = child->next) {
    if (!child->is_element()) {
      out += child->text;
    } else if (child->name != without && child->name != also_without) {
      // Names in elements of their own need not have blanks between them.
      if (!out.empty() && child->name == "person") out += ' ';
      append_text(out, *child, without, also_without);
    }
  }
}

std::string text_without(const Node* node, View without, View also_without = {}) {
  std::string out;
  if (node != nullptr) append_text(out, *node, without, also_without);
  return FieldList::one_line(out);
}

class Document {
 public:
  Document(FieldList& fields, const Node& nitf)
      : fields_(fields),
        nitf_(nitf),
        head_(child_of(&nitf, "head")),
        docdata_(child_of(head_, "docdata")),
        body_(child_of(&nitf, "body")),
        body_head_(child_of(body_, "body.head")),
        content_(child_of(body_, "body.content")) {}

  void read() {
    headline();
    authors();
    dates();
    source();
    section();
    topics();
    named();
    identity();
    story();
  }

 private:
  [[nodiscard]] View meta(View name) const {
    for (const Node* node : children_of(head_, "meta")) {
      if (node->attribute("name") == name) return node->attribute("content");
    }
    return {};
  }

  void headline() {
    const Node* headlines = child_of(body_head_, "hedline");
    const std::string main = child_line(headlines, "hl1");
    fields_.first("headline", main);
    fields_.first("headline", child_line(head_, "title"));
    for (const Node* abstract : children_of(body_head_, "abstract")) fields_.first("summary", line_of(abstract));
    if (const std::string second = child_line(headlines, "hl2"); second != main) fields_.first("summary", second);
    fields_.first("dateline", text_without(child_of(body_head_, "dateline"), "story.date"));
  }

  void authors() {
    for (const Node* byline : children_of(body_head_, "byline")) {
      // Archives add the names once more for sorting, surname first.
      if (byline->attribute("class").find("normalized") != View::npos) continue;
      const std::string names = text_without(byline, "byttl", "virtloc");
      // `gr/bp` signs, it does not credit.
      constexpr std::size_t kLongestInitials = 8;
      const bool capital = std::any_of(names.begin(), names.end(), [](char c) { return c < 'a' && c > '9'; });
      if (capital || names.size() > kLongestInitials) fields_.item("authors", names);
    }
  }

  void dates() {
    const View issued = attribute_of(child_of(docdata_, "date.issue"), "norm");
    fields_.first("published", issued);
    for (const Node* parent : {head_, docdata_}) {
      fields_.first("published", attribute_of(child_of(parent, "pubdata"), "date.publication"));
    }
    fields_.first("published", attribute_of(child_at(body_head_, {"dateline", "story.date"}), "norm"));
    const View release = attribute_of(child_of(docdata_, "date.release"), "norm");
    const View status = attribute_of(docdata_, "management-status");
    if (release != issued) fields_.first("embargo", release);
    // An embargo that nobody knows the end of is the publisher's to lift.
    const bool endless = status == "embargoed" && release.empty();
    fields_.first("pubstatus", endless ? View("withheld") : status);
    for (const View language :
         {attribute_of(body_, "xml:lang"), nitf_.attribute("xml:lang"), nitf_.attribute("baselang")}) {
      fields_.first("language", language);
    }
  }

  void source() {
    for (const Node* parent : {head_, docdata_}) {
      fields_.first("source", attribute_of(child_of(parent, "pubdata"), "name"));
      fields_.first("url", attribute_of(child_of(parent, "pubdata"), "ex-ref"));
    }
    fields_.first("source", child_line(body_head_, "distributor"));
    fields_.first("source", attribute_of(child_of(docdata_, "doc.copyright"), "holder"));
    fields_.first("source", child_line(child_of(body_head_, "rights"), "rights.owner"));
    fields_.first("source", attribute_of(child_of(docdata_, "doc-id"), "regsrc"));
  }

  void section() {
    for (const View name : {"dsk", "desk", "section", "online_sections"}) fields_.first("section", meta(name));
    const View type = attribute_of(child_of(head_, "tobject"), "tobject.type");
    if (type != "News" && type != "news") fields_.first("section", type);
    const Node* subject = child_at(head_, {"tobject", "tobject.subject"});
    fields_.first("section", attribute_of(subject, "tobject.subject.type"));
    fields_.first("section", wire_category(meta("anpa-category")));
  }

  void topics() {
    const Node* tobject = child_of(head_, "tobject");
    for (const Node* subject : children_of(tobject, "tobject.subject")) {
      constexpr std::array<View, 3> kNames = {"tobject.subject.detail", "tobject.subject.matter",
                                              "tobject.subject.type"};
      View name;
      for (const View attribute : kNames) {
        if (name.empty()) name = subject->attribute(attribute);
      }
      const View code = subject->attribute("tobject.subject.refnum");
      if (name.empty()) name = iptc_subject(code);
      fields_.item("topics", name.empty() ? code : name);
    }
    for (const Node* list : children_of(docdata_, "identified-content")) {
      for (const Node* classifier : children_of(list, "classifier")) {
        // Paths of a site's tree of pages are no topics; its descriptors are.
        const std::string name = line_of(classifier);
        if (name.find('/') == std::string::npos) fields_.item("topics", name);
        fields_.item("topics", classifier->attribute("value"));
      }
    }
    for (const Node* list : children_of(docdata_, "key-list")) {
      for (const Node* keyword : children_of(list, "keyword")) fields_.item("topics", keyword->attribute("key"));
    }
    for (const Node* scope : children_of(docdata_, "doc-scope")) fields_.item("topics", scope->attribute("scope"));
    fields_.item("topics", attribute_of(child_of(docdata_, "series"), "series.name"));
    fields_.item("topics", meta("anpa-keyword"));
  }

  void named() {
    for (const Node* place : children_of(docdata_, "evloc")) {
      for (const View part : {"city", "state-prov", "country"}) fields_.item("places", place->attribute(part));
    }
    for (const Node* list : children_of(docdata_, "identified-content")) named_in(list);
    named_in(content_);
  }

  void named_in(const Node* within) {
    add_names("people", within, "person");
    add_names("organizations", within, "org");
    add_names("places", within, "location");
  }

  void add_names(View field, const Node* within, View element) {
    for (const Node* node : all_below(within, element)) {
      std::string name = line_of(node);
      for (const View possessive : {"'s", "\u2019s"}) {
        if (name.ends_with(possessive)) name.resize(name.size() - possessive.size());
      }
      fields_.item(field, name);
    }
  }

  void identity() {
    std::string key(attribute_of(child_of(docdata_, "doc-id"), "id-string"));
    // Some count versions behind the key that all of them share.
    const View shared = attribute_of(child_of(docdata_, "du-key"), "key");
    if (!shared.empty() && key.size() > shared.size() + 1 && key.starts_with(shared)) {
      const View rest = View(key).substr(shared.size());
      const bool counts = rest.substr(1).find_first_not_of("0123456789") == View::npos;
      if (counts && (rest[0] == '_' || rest[0] == ':' || rest[0] == '.' || rest[0] == '-')) key = shared;
    }
    fields_.first("key", key);
  }

  void story() {
    if (content_ == nullptr) return;
    // Archives repeat the first paragraphs in a block of their own.
    for (const Node* block : children_of(content_, "block")) {
      if (block->attribute("class") == "full_text") return add_story(fields_, news_paragraphs(*block));
    }
    add_story(fields_, news_paragraphs(*content_));
    fields_.first("headline", meta("anpa-keyword"));
  }

  FieldList& fields_;
  const Node& nitf_;
  const Node* head_;
  const Node* docdata_;
  const Node* body_;
  const Node* body_head_;
  const Node* content_;
};

}  // namespace

void add_nitf(FieldList& fields, const Node& nitf) {
  Document(fields, nitf).read();
}

}  // namespace morgue::formats

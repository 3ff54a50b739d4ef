// SPDX-License-Identifier: GPL-2.0-or-later
#include "extract/profile_news.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/iptc_subject.h"
#include "extract/field_set.h"
#include "extract/news_object.h"
#include "text/normalise.h"

namespace morgue::extract {
namespace {

using View = std::string_view;

/// Whether the record is an item, below `prefix`; its type.
View item_type(const NewsObject& item) {
  constexpr std::array<View, 10> kTypes = {"text",      "audio", "video",    "picture",   "graphic",
                                           "composite", "event", "planning", "component", "animation"};
  const View type = item.value("type");
  if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end()) {
    // Events need not say that they are: ninjs 3 has them without a type.
    return type.empty() && item.has("uri") && item.holds("eventdetails") ? View("event") : View{};
  }
  const bool identified = item.has("uri") || item.has("guid") || item.has("altids.itemid");
  return identified && (item.has("versioncreated") || item.has("pubstatus")) ? type : View{};
}

/// Fields under the names of an article.
class Rewriter {
 public:
  Rewriter(const Record& from, const NewsObject& item, bool wrapped) : item_(item), wrapped_(wrapped) {
    out_.where = from.where;
  }

  Record rewrite() {
    const std::string headline = add("headline", headline_of());
    add("body", body(headline));
    add("summary", summary());
    authors();
    const std::string published =
        add("published", item_.any({"firstpublished", "firstcreated", "versioncreated", "contentcreated"}));
    const View updated = item_.any({"versioncreated", "contentmodified"});
    if (updated != published) add("updated", updated);
    add("embargo", item_.any({"embargoed", "embargo", "embargodate"}));
    add("pubstatus", item_.value("pubstatus"));
    add("source", item_.any({"source", "source.name", "provider", "provider.name", "infosources.name",
                             "infosource.name", "copyrightholder"}));
    add("dateline", item_.any({"located", "dateline", "datelinelocation.city"}));
    add("language", item_.value("language"));
    names();
    identity();
    return std::move(out_);
  }

 private:
  std::string add(View name, View value) {
    if (!value.empty()) out_.fields.push_back({std::string(name), std::string(value), Field::Kind::Text});
    return std::string(value);
  }

  void add_all(View name, const std::vector<View>& values) {
    for (const View value : values) add(name, value);
  }

  std::string headline_of() {
    if (const View headline = item_.value("headline"); !headline.empty()) return std::string(headline);
    const auto headlines = item_.elements("headlines");
    for (const auto& headline : headlines) {
      if (value_in(headline, "role") == "main") return std::string(value_in(headline, "value"));
    }
    return std::string(headlines.empty() ? item_.value("title") : value_in(headlines.front(), "value"));
  }

  std::string summary() {
    const View flat = item_.any({"descriptiontext", "descriptionxhtml", "descriptionhtml", "descriptionsummary"});
    if (!flat.empty()) return std::string(flat);
    constexpr std::array<View, 4> kOther = {"caption", "creditline", "writer", "instructions"};
    for (const auto& description : item_.elements("descriptions")) {
      const View role = value_in(description, "role");
      const bool other = std::find(kOther.begin(), kOther.end(), role) != kOther.end();
      if (!other) return std::string(value_in(description, "value"));
    }
    return {};
  }

  /// Marked-up bodies before plain ones: their paragraphs are beyond doubt.
  std::string body(const std::string& headline) {
    const View flat = item_.any({"bodyxhtml", "bodyhtml", "bodyhtml5"});
    if (!flat.empty()) return text_of(flat, headline);
    if (const View plain = item_.value("bodytext"); !plain.empty()) return std::string(plain);
    const auto bodies = item_.elements("bodies");
    for (const View wanted : {"html", "plain", "nitf"}) {
      for (const auto& body : bodies) {
        std::string kind =
            text::fold_value(std::string(value_in(body, "role")) + " " + std::string(value_in(body, "contenttype")));
        if (wanted == "plain" && (kind == "text" || kind.starts_with("text "))) kind = wanted;
        if (kind.find(wanted) == std::string::npos) continue;
        const View value = value_in(body, "value");
        return wanted == "plain" ? std::string(value) : text_of(value, headline);
      }
    }
    return {};
  }

  /// What is inside of the document's body, behind a heading that repeats the headline.
  static std::string text_of(View value, const std::string& headline) {
    const auto cut = [&](View open, View close) {
      const std::size_t begin = value.find(open);
      const std::size_t inside = begin == View::npos ? begin : value.find('>', begin);
      if (inside == View::npos) return false;
      value.remove_prefix(inside + 1);
      value = value.substr(0, value.rfind(close));
      return true;
    };
    if (!cut("<body.content", "</body.content")) cut("<body", "</body");
    const std::size_t heading = value.find("<h1");
    const std::size_t close = heading == View::npos ? heading : value.find("</h1>", heading);
    if (close != View::npos && !headline.empty()) {
      const View title = value.substr(heading, close - heading);
      if (title.ends_with(">" + headline)) value.remove_prefix(close + 5);
    }
    std::string out(value);
    // Line ends mean nothing in markup, and markup need not show: a short text may have no element in it.
    if (out.find("<pre") == std::string::npos) std::replace(out.begin(), out.end(), '\n', ' ');
    return out;
  }

  void authors() {
    const View byline = item_.any({"byline", "by"});
    if (!byline.empty()) {
      add("authors", byline);
      return;
    }
    add_all("authors", item_.values("bylines.by"));
    for (const auto& author : item_.elements("authors")) {
      if (value_in(author, "role") != "editor") add("authors", value_in(author, "name"));
    }
  }

  void names() {
    add("section", item_.any({"service.name", "services.name", "section"}));
    bool named = false;
    for (const View list : {"subject", "subjects"}) {
      for (const auto& subject : item_.elements(list)) {
        const View name = value_in(subject, "name");
        // The desk of a wire is a subject by another relation.
        if (name.empty()) continue;
        const bool desk = value_in(subject, "rels") == "category" && !has("section");
        add(desk ? "section" : "topics", name);
        named = true;
      }
    }
    if (!named) codes();
    add_all("topics", item_.values("keywords"));
    add_all("topics", item_.values("keyword"));
    add("topics", item_.any({"slugline", "slug"}));
    for (const View list : {"place", "places"}) add_all("places", item_.values(std::string(list) + ".name"));
    for (const View list : {"person", "people", "persons"})
      add_all("people", item_.values(std::string(list) + ".name"));
    for (const View list : {"organisation", "organisations", "organization", "organizations"}) {
      add_all("organizations", item_.values(std::string(list) + ".name"));
    }
  }

  /// Subjects that have no names.
  void codes() {
    for (const View list : {"subject", "subjects"}) {
      for (const View kind : {"code", "qcode", "literal"}) {
        for (const View code : item_.values(std::string(list) + "." + std::string(kind))) {
          const View name = iptc_subject(code.substr(code.rfind(':') + 1));
          add("topics", name.empty() ? code : name);
        }
      }
    }
  }

  void identity() {
    add("key", item_.any({"altids.itemid", "guid", "uri"}));
    // The address of a wrapped item is one of the API, with a licence's keys in it.
    const View address = item_.any({"uri", "guid"});
    if (!wrapped_ && (address.starts_with("http://") || address.starts_with("https://"))) add("url", address);
  }

  [[nodiscard]] bool has(View name) const {
    return std::any_of(out_.fields.begin(), out_.fields.end(), [&](const Field& field) { return field.path == name; });
  }

  const NewsObject& item_;
  bool wrapped_;
  Record out_;
};

/// Most records are no items, and must not pay for it: a look at the names tells.
bool may_be_item(const Record& record) {
  return std::any_of(record.fields.begin(), record.fields.end(), [](const Field& field) {
    const View path = field.path;
    if (path.starts_with("eventDetails.") || path == "$schema") return true;
    constexpr std::size_t kLongest = 28;
    if (path.size() > kLongest) return false;
    const std::string folded = fold_path(path);
    return folded.ends_with("versioncreated") || folded.ends_with("pubstatus");
  });
}

std::string kind_of(View type) {
  return (type == "composite" ? std::string("package") : std::string(type)) + " item";
}

}  // namespace

std::optional<std::variant<Record, PassedOver>> news_item(const Record& record, bool keep_rest) {
  if (record.kind != Record::Kind::Fields || !may_be_item(record)) return std::nullopt;
  for (const View prefix : {"", "item.", "data.item."}) {
    const NewsObject item(record, prefix);
    // It comes along with such dumps.
    if (item.has("$schema") && item.holds("properties")) return PassedOver{record.where, "JSON schema"};
    const View type = item_type(item);
    if (type.empty()) continue;
    Record rewritten = Rewriter(record, item, !prefix.empty()).rewrite();
    const auto has = [&](View name) {
      return std::any_of(rewritten.fields.begin(), rewritten.fields.end(),
                         [&](const Field& field) { return field.path == name; });
    };
    if (type != "text" && !(type == "composite" && has("body"))) return PassedOver{record.where, kind_of(type)};
    if (keep_rest) {
      std::set<std::string> names;
      for (const Field& field : rewritten.fields) names.insert(field.path);
      for (const Field& field : record.fields) {
        if (!names.contains(field.path)) rewritten.fields.push_back(field);
      }
    }
    return rewritten;
  }
  return std::nullopt;
}

}  // namespace morgue::extract

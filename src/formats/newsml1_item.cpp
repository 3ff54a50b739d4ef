// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/newsml1_item.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "core/iptc_subject.h"
#include "formats/news_story.h"
#include "formats/news_text.h"
#include "formats/nitf_fields.h"
#include "formats/reject.h"
#include "formats/xml_nodes.h"

namespace morgue::formats {
namespace {

using markup::Node;
using View = std::string_view;

std::string lower(View text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string formal_name(const Node* node) {
  return std::string(attribute_of(node, "FormalName"));
}

/// A text that the item holds, with where it stands.
struct Text {
  const Node* content = nullptr;  ///< DataContent
  const Node* component = nullptr;
  std::string role;
  std::size_t size = 0;
};

bool is_text(const Node& content_item) {
  const std::string media = lower(formal_name(child_of(&content_item, "MediaType")));
  const std::string mime = lower(formal_name(child_of(&content_item, "MimeType")));
  if (!media.empty() && media != "text") return false;
  return mime.find("css") == std::string::npos && !mime.starts_with("image") && !mime.starts_with("video") &&
         !mime.starts_with("audio");
}

class Item {
 public:
  Item(FieldList& fields, const Node& item) : fields_(fields), item_(item) {}

  std::optional<std::string> read() {
    if (child_of(&item_, "TopicSet") != nullptr) return "topic set item";
    const Text story = find_story();
    if (story.content == nullptr) {
      const auto media = all_below(&item_, "MediaType");
      const std::string kind = media.empty() ? std::string{} : lower(formal_name(media.front()));
      if (!kind.empty() && kind != "text") return kind + " item";
    }
    management();
    for (const Node* component = story.component; component != nullptr && component != &item_;
         component = component->parent) {
      if (component->is_element("NewsComponent")) describe(*component);
    }
    if (story.component == nullptr) {
      for (const Node* component : all_below(&item_, "NewsComponent")) describe(*component);
    }
    fields_.first("source", child_line(child_at(&item_, {"Identification", "NewsIdentifier"}), "ProviderId"));
    if (slug_.empty()) slug_ = child_line(child_of(&item_, "Identification"), "NameLabel");
    fields_.item("topics", slug_);
    if (story.content != nullptr) text(*story.content);
    return std::nullopt;
  }

 private:
  void management() {
    const Node* identifier = child_at(&item_, {"Identification", "NewsIdentifier"});
    const std::string provider = child_line(identifier, "ProviderId");
    const std::string id = child_line(identifier, "NewsItemId");
    if (!id.empty()) {
      fields_.line(
          "key", provider.empty() ? id : "urn:newsml:" + provider + ":" + child_line(identifier, "DateId") + ":" + id);
    }
    const Node* management = child_of(&item_, "NewsManagement");
    const std::string created = child_line(management, "FirstCreated");
    const std::string revised = child_line(management, "ThisRevisionCreated");
    fields_.first("published", created);
    fields_.first("published", revised);
    if (!created.empty() && revised != created) fields_.first("updated", revised);
    const std::string status = lower(formal_name(child_of(management, "Status")));
    if (status != "embargoed") {
      fields_.first("pubstatus", status);
    } else {
      fields_.first("embargo", child_line(child_of(management, "StatusWillChange"), "DateAndTime"));
      if (!fields_.has("embargo")) fields_.first("pubstatus", "withheld");
    }
  }

  /// The text of the story: the one whose component says so, else the longest.
  Text find_story() {
    Text best;
    for (const Node* content_item : all_below(&item_, "ContentItem")) {
      Text text;
      text.content = child_of(content_item, "DataContent");
      if (text.content == nullptr || !is_text(*content_item)) continue;
      text.component = content_item->parent;
      text.role = lower(formal_name(child_of(text.component, "Role")));
      constexpr auto kAside = std::to_array<View>({"headline", "subheadline", "contact", "stylesheet", "caption",
                                                   "logo", "photo", "video", "graphic", "audio", "thumbnail"});
      if (text.role == "subheadline") fields_.first("summary", line_of(text.content));
      if (std::find(kAside.begin(), kAside.end(), text.role) != kAside.end()) continue;
      text.size = line_of(text.content).size();
      const auto rank = [](const Text& one) { return std::pair(one.role == "main" || one.role == "body", one.size); };
      if (best.content == nullptr || rank(text) > rank(best)) best = text;
    }
    return best;
  }

  /// What a component around the text says; the nearest comes first.
  void describe(const Node& component) {
    const Node* lines = child_of(&component, "NewsLines");
    fields_.first("headline", child_line(lines, "HeadLine"));
    fields_.first("summary", child_line(lines, "SubHeadLine"));
    if (!fields_.has("authors")) {
      for (const Node* byline : children_of(lines, "ByLine")) fields_.item("authors", line_of(byline));
    }
    const std::string dateline = child_line(lines, "DateLine");
    const std::size_t credit = dateline.ends_with(')') ? dateline.rfind(" (") : std::string::npos;
    fields_.first("dateline", dateline.substr(0, credit));
    if (slug_.empty()) slug_ = child_line(lines, "SlugLine");
    const Node* administrative = child_of(&component, "AdministrativeMetadata");
    fields_.first("source", formal_name(child_at(administrative, {"Provider", "Party"})));
    const Node* metadata = child_of(&component, "DescriptiveMetadata");
    fields_.first("language", formal_name(child_of(metadata, "Language")));
    for (const Node* code : children_of(metadata, "SubjectCode")) subject(*code);
    for (const Node* keyword : children_of(lines, "KeywordLine")) fields_.item("topics", line_of(keyword));
    for (const Node* location : children_of(metadata, "Location")) {
      for (const Node* property : children_of(location, "Property")) {
        const std::string kind = formal_name(property);
        if (kind == "City" || kind == "CountryArea" || kind == "Country") {
          const View value = property->attribute("Value");
          // Countries come as codes of ISO 3166, which name nothing.
          if (value.size() > 3) fields_.item("places", value);
        }
      }
    }
    for (const Node* extra : children_of(&component, "Metadata")) {
      for (const Node* property : children_of(extra, "Property")) {
        if (formal_name(property).find("Keyword") != std::string::npos) {
          fields_.item("topics", property->attribute("Value"));
        }
      }
    }
  }

  void subject(const Node& code) {
    for (const View level : {"SubjectDetail", "SubjectMatter", "Subject"}) {
      const std::string name = formal_name(child_of(&code, level));
      if (name.empty()) continue;
      const View known = iptc_subject(name);
      fields_.item("topics", known.empty() ? View(name) : known);
      return;
    }
  }

  void text(const Node& content) {
    if (const Node* nitf = child_of(&content, "nitf")) {
      add_nitf(fields_, *nitf);
      return;
    }
    // Markup is often carried as text; taking it apart is for later.
    std::string plain = content.first_child == content.last_child ? markup::text_of(&content) : std::string{};
    if (plain.find("</") != std::string::npos) {
      fields_.text("body", std::move(plain));
    } else {
      add_story(fields_, news_paragraphs(content));
    }
  }

  FieldList& fields_;
  const Node& item_;
  std::string slug_;
};

}  // namespace

std::optional<std::string> add_newsml1(FieldList& fields, const Node& item) {
  return Item(fields, item).read();
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/linked_data.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/normalise.h"
#include "webpage/loose_json.h"
#include "webpage/plain_text.h"

namespace morgue::webpage {
namespace {

using View = std::string_view;

constexpr std::size_t kMostNodes = 20000;
constexpr int kDeepest = 40;

/// A node with a type, wherever it stands.
struct Node {
  const JsonValue* value = nullptr;
  std::vector<std::string> types;
  bool is_aside = false;  ///< inside a list of other things: teasers, comments, parts
  bool is_article = false;
};

/// Trust in each kind of article as the one that a page is about.
int article_rank(View type) {
  constexpr std::array<View, 9> kNews = {"NewsArticle",           "ReportageNewsArticle", "AnalysisNewsArticle",
                                         "OpinionNewsArticle",    "ReviewNewsArticle",    "AskPublicNewsArticle",
                                         "BackgroundNewsArticle", "LiveBlogPosting",      "OpinionArticle"};
  constexpr std::array<View, 10> kOther = {"Article",
                                           "BlogPosting",
                                           "TechArticle",
                                           "ScholarlyArticle",
                                           "SatiricalArticle",
                                           "Report",
                                           "MedicalScholarlyArticle",
                                           "SocialMediaPosting",
                                           "AdvertiserContentArticle",
                                           "CreativeWork"};
  if (std::ranges::find(kNews, type) != kNews.end()) return 40;
  if (std::ranges::find(kOther, type) != kOther.end()) return type == "CreativeWork" ? 20 : 35;
  if (type == "Review" || type == "ClaimReview" || type == "CriticReview" || type == "Recipe" || type == "Interview" ||
      type == "HowTo" || type == "QAPage" || type == "PodcastEpisode" || type == "DiscussionForumPosting") {
    return 10;
  }
  return 0;
}

bool is_aside_key(View key) {
  constexpr std::array<View, 16> kAside = {"itemListElement", "hasPart",   "liveBlogUpdate", "isPartOf",
                                           "relatedLink",     "mentions",  "citation",       "comment",
                                           "blogPost",        "isBasedOn", "review",         "itemReviewed",
                                           "associatedMedia", "video",     "image",          "subjectOf"};
  return std::ranges::find(kAside, key) != kAside.end();
}

std::string type_name(View type) {
  const std::size_t cut = type.find_last_of("/#:");
  return std::string(cut == View::npos ? type : type.substr(cut + 1));
}

std::vector<std::string> types_of(const JsonValue& object) {
  std::vector<std::string> types;
  const JsonValue* type = object.find("@type");
  if (type == nullptr) type = object.find("type");
  if (type == nullptr) return types;
  if (type->kind == JsonValue::Kind::Scalar) types.push_back(type_name(type->text));
  for (const JsonValue& item : type->items) {
    if (item.kind == JsonValue::Kind::Scalar) types.push_back(type_name(item.text));
  }
  return types;
}

bool has_type(const Node& node, View type) {
  return std::ranges::find(node.types, type) != node.types.end();
}

/// Every text in a value: itself, the elements of a list, the name of an object.
void collect_texts(const JsonValue& value, std::vector<std::string>& out, int depth = 0) {
  if (depth > 4) return;
  if (value.kind == JsonValue::Kind::Scalar) {
    std::string text = plain_line(value.text);
    if (!text.empty()) out.push_back(std::move(text));
  }
  for (const JsonValue& item : value.items) collect_texts(item, out, depth + 1);
  if (value.is_object()) {
    for (const View key : {"name", "@value", "@list", "headline"}) {
      if (const JsonValue* inner = value.find(key)) {
        collect_texts(*inner, out, depth + 1);
        return;
      }
    }
  }
}

std::string first_text(const Node& node, std::initializer_list<View> keys) {
  for (const View key : keys) {
    const JsonValue* value = node.value->find(key);
    if (value == nullptr) continue;
    std::vector<std::string> texts;
    collect_texts(*value, texts);
    if (!texts.empty()) return texts.front();
  }
  return {};
}

std::vector<std::string> all_texts(const Node& node, View key) {
  std::vector<std::string> texts;
  if (const JsonValue* value = node.value->find(key)) collect_texts(*value, texts);
  return texts;
}

View raw_text(const JsonValue& object, View key) {
  const JsonValue* value = object.find(key);
  if (value != nullptr && value->is_list() && !value->items.empty()) value = &value->items.front();
  if (value != nullptr && value->is_object()) value = value->find("@id");
  return value != nullptr && value->kind == JsonValue::Kind::Scalar ? View(value->text) : View();
}

class Graph {
 public:
  void add(const JsonValue& value, bool aside = false, int depth = 0) {
    if (depth > kDeepest || nodes_.size() >= kMostNodes) return;
    for (const JsonValue& item : value.items) add(item, aside, depth + 1);
    if (!value.is_object()) return;
    Node node;
    node.value = &value;
    node.types = types_of(value);
    node.is_aside = aside;
    node.is_article = std::ranges::any_of(node.types, [](const std::string& type) { return article_rank(type) > 10; });
    if (const JsonValue* id = value.find("@id"); id != nullptr && value.members.size() > 1) {
      const JsonValue*& known = by_id_[id->text];
      if (known == nullptr || known->members.size() < value.members.size()) known = &value;
    }
    if (!node.types.empty()) nodes_.push_back(std::move(node));
    for (const auto& [key, member] : value.members) {
      if (member.is_object() || member.is_list()) add(member, aside || is_aside_key(key), depth + 1);
    }
  }

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }

  [[nodiscard]] const JsonValue& resolved(const JsonValue& value) const {
    if (!value.is_object()) return value;
    const JsonValue* id = value.find("@id");
    if (id == nullptr || value.find("name") != nullptr) return value;
    const auto found = by_id_.find(id->text);
    return found == by_id_.end() || found->second == nullptr ? value : *found->second;
  }

 private:
  std::vector<Node> nodes_;
  std::unordered_map<std::string, const JsonValue*> by_id_;
};

void collect_credits(const Graph& graph, const JsonValue& written, std::vector<LinkedCredit>& out, int depth = 0) {
  if (depth > 4) return;
  const JsonValue& value = graph.resolved(written);
  if (value.kind == JsonValue::Kind::Scalar) {
    std::string name = plain_line(value.text);
    if (!name.empty()) out.push_back({std::move(name), false});
    return;
  }
  for (const JsonValue& item : value.items) collect_credits(graph, item, out, depth + 1);
  if (!value.is_object()) return;
  const auto types = types_of(value);
  const bool organization = std::ranges::any_of(types, [](const std::string& type) {
    return type.find("Organization") != std::string::npos || type == "Corporation" || type == "Brand";
  });
  std::vector<std::string> names;
  if (const JsonValue* name = value.find("name")) collect_texts(*name, names);
  if (const JsonValue* list = value.find("@list"); names.empty() && list != nullptr) {
    collect_credits(graph, *list, out, depth + 1);
    return;
  }
  if (names.empty()) {
    std::vector<std::string> parts;
    for (const View key : {"givenName", "familyName"}) {
      if (const JsonValue* part = value.find(key)) collect_texts(*part, parts);
    }
    std::string joined;
    for (const std::string& part : parts) joined += joined.empty() ? part : ' ' + part;
    if (!joined.empty()) names.push_back(std::move(joined));
  }
  for (std::string& name : names) out.push_back({std::move(name), organization});
}

std::vector<LinkedCredit> credits_of(const Graph& graph, const Node& node) {
  std::vector<LinkedCredit> credits;
  for (const View key : {"author", "creator", "contributor"}) {
    if (const JsonValue* value = node.value->find(key)) collect_credits(graph, *value, credits);
    if (!credits.empty()) break;
  }
  return credits;
}

std::string_view address_of(const Node& node) {
  for (const View key : {"url", "mainEntityOfPage", "@id"}) {
    const View url = raw_text(*node.value, key);
    if (url.starts_with("http")) return url.substr(0, url.find('#'));
  }
  return {};
}

int score(const Node& node, View headline_hint, View url_hint) {
  int best = 0;
  for (const std::string& type : node.types) best = std::max(best, article_rank(type));
  if (best == 0) return 0;
  if (node.is_aside) best -= 30;
  const std::string headline = text::fold_value(first_text(node, {"headline", "name"}));
  if (!headline.empty() && !headline_hint.empty() &&
      (headline == headline_hint || headline.find(headline_hint) != std::string::npos ||
       headline_hint.find(headline) != View::npos)) {
    best += 20;
  }
  if (!url_hint.empty() && address_of(node) == url_hint) best += 15;
  if (node.value->find("datePublished") != nullptr) best += 4;
  if (node.value->find("author") != nullptr) best += 3;
  return std::max(best, 1);
}

template <typename T>
void fill(T& into, T&& from) {
  if (into.empty()) into = std::forward<T>(from);
}

void fill_from(LinkedData& data, const Graph& graph, const Node& node) {
  fill(data.headline, first_text(node, {"headline"}));
  fill(data.name, first_text(node, {"name", "title"}));
  fill(data.alternative, first_text(node, {"alternativeHeadline", "alternateName"}));
  fill(data.description, first_text(node, {"description", "abstract"}));
  if (const JsonValue* body = node.value->find("articleBody"); data.body.empty() && body != nullptr) {
    if (body->kind == JsonValue::Kind::Scalar) data.body = plain_paragraphs(body->text);
  }
  fill(data.authors, credits_of(graph, node));
  fill(data.published, first_text(node, {"datePublished", "dateposted", "uploadDate"}));
  fill(data.created, first_text(node, {"dateCreated"}));
  fill(data.modified, first_text(node, {"dateModified"}));
  fill(data.keywords, all_texts(node, "keywords"));
  fill(data.about, all_texts(node, "about"));
  fill(data.sections, all_texts(node, "articleSection"));
  if (const JsonValue* language = node.value->find("inLanguage"); data.language.empty() && language != nullptr) {
    if (language->is_object() && language->find("alternateName") != nullptr) language = language->find("alternateName");
    std::vector<std::string> texts;
    collect_texts(*language, texts);
    if (!texts.empty()) data.language = texts.front();
  }
  if (data.publisher.empty()) {
    for (const View key : {"publisher", "sourceOrganization", "provider"}) {
      const JsonValue* value = node.value->find(key);
      if (value == nullptr) continue;
      std::vector<LinkedCredit> names;
      collect_credits(graph, *value, names);
      if (!names.empty() && !names.front().name.starts_with("http")) {
        data.publisher = names.front().name;
        break;
      }
    }
  }
  fill(data.url, std::string(address_of(node)));
}

bool same_story(const Node& a, const Node& b) {
  const std::string one = text::fold_value(first_text(a, {"headline", "name"}));
  const std::string other = text::fold_value(first_text(b, {"headline", "name"}));
  if (!one.empty() && one == other) return true;
  const View url = address_of(a);
  return !url.empty() && url == address_of(b);
}

bool is_listing_type(const Node& node) {
  constexpr std::array<View, 5> kListings = {"CollectionPage", "SearchResultsPage", "ProfilePage", "ContactPage",
                                             "AboutPage"};
  return !node.is_aside && std::ranges::any_of(kListings, [&](View type) { return has_type(node, type); });
}

std::vector<JsonValue> parse(const std::vector<std::string>& blocks) {
  std::vector<JsonValue> values;
  for (const std::string& block : blocks) {
    // Escaped as HTML on top of it.
    const bool escaped = block.find('"') == std::string::npos && block.find("&quot;") != std::string::npos;
    values.push_back(read_loose_json(escaped ? plain_line(block) : block));
  }
  return values;
}

}  // namespace

LinkedData read_linked_data(const std::vector<std::string>& blocks, std::string_view headline_hint,
                            std::string_view url_hint) {
  const std::vector<JsonValue> values = parse(blocks);
  Graph graph;
  for (const JsonValue& value : values) graph.add(value);
  const std::string hint = text::fold_value(headline_hint);
  const Node* main = nullptr;
  int best = 0;
  for (const Node& node : graph.nodes()) {
    if (const int points = score(node, hint, url_hint); points > best) {
      best = points;
      main = &node;
    }
  }
  LinkedData data;
  if (main != nullptr && (best > 10 || !main->is_aside)) {
    data.is_article = main->is_article;
    fill_from(data, graph, *main);
    for (const Node& node : graph.nodes()) {
      if (&node != main && score(node, {}, {}) > 5 && same_story(node, *main)) fill_from(data, graph, node);
    }
  }
  for (const Node& node : graph.nodes()) {
    if (node.is_aside) continue;
    if (has_type(node, "WebSite")) fill(data.site, first_text(node, {"name", "alternateName"}));
    if (is_listing_type(node)) data.is_listing = true;
    if (has_type(node, "VideoObject") && !data.is_article) {
      data.is_video = true;
      fill_from(data, graph, node);
    }
  }
  for (const Node& node : graph.nodes()) {
    if (node.is_aside || !(has_type(node, "WebPage") || has_type(node, "ItemPage") || has_type(node, "MediaPage")))
      continue;
    data.is_page = true;
    const std::string headline = std::move(data.headline);
    fill_from(data, graph, node);
    data.headline = headline;
  }
  return data;
}

}  // namespace morgue::webpage

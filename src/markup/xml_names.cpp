// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/xml_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace morgue::markup {
namespace {

// Feeds made by hand or by templates use these without declaring them.
constexpr auto kUsual = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"atom", "http://www.w3.org/2005/Atom"},
    {"content", "http://purl.org/rss/1.0/modules/content/"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
    {"media", "http://search.yahoo.com/mrss/"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"wp", "http://wordpress.org/export/1.2/"},
    {"xhtml", "http://www.w3.org/1999/xhtml"},
    {"xml", "http://www.w3.org/XML/1998/namespace"},
});

// More of them in scope than any document has.
constexpr std::size_t kMostDeclared = 1000;

}  // namespace

void XmlNamespaces::enter(const std::vector<XmlTokens::Value>& attributes) {
  entered_.push_back(declared_.size());
  for (const XmlTokens::Value& attribute : attributes) {
    if (!declares(attribute.name) || declared_.size() >= kMostDeclared) continue;
    const std::size_t colon = attribute.name.find(':');
    declared_.push_back({colon == std::string::npos ? "" : attribute.name.substr(colon + 1), attribute.value});
  }
}

void XmlNamespaces::leave() {
  declared_.resize(entered_.back());
  entered_.pop_back();
}

XmlNamespaces::Name XmlNamespaces::resolve(std::string_view written) const {
  std::size_t colon = written.find(':');
  if (colon == 0 || colon == written.size() - 1) colon = std::string_view::npos;  // nothing in front of it, or behind
  const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : written.substr(0, colon);
  const std::string_view local = colon == std::string_view::npos ? written : written.substr(colon + 1);
  const auto found =
      std::find_if(declared_.rbegin(), declared_.rend(), [&](const Declared& one) { return one.prefix == prefix; });
  if (found != declared_.rend()) return {local, found->uri};
  if (prefix.empty()) return {local, {}};
  const auto* usual = std::find_if(kUsual.begin(), kUsual.end(), [&](const auto& one) { return one.first == prefix; });
  if (usual != kUsual.end()) return {local, usual->second, prefix == "xml"};
  return {written, {}, false};
}

}  // namespace morgue::markup

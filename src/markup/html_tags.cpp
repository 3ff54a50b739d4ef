// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_tags.h"

#include <array>
#include <unordered_map>

namespace morgue::markup {
namespace {

constexpr std::uint32_t kSection = kSpecial | kBlock | kEndsP | kItemBarrier;
constexpr std::uint32_t kList = kSection | kListScope;
constexpr std::uint32_t kTitle = kSection | kHeading | kBreakout;
constexpr std::uint32_t kItem = kSpecial | kBlock | kItemBarrier;
constexpr std::uint32_t kObject = kSpecial | kBlock | kScope | kItemBarrier;
constexpr std::uint32_t kCell = kSpecial | kScope | kItemBarrier;
constexpr std::uint32_t kRow = kSpecial | kTablePart | kItemBarrier;
constexpr std::uint32_t kStyle = kFormatting | kBreakout;

constexpr auto kTags = std::to_array<TagInfo>({
    {"a", Tag::A, kFormatting},
    {"address", Tag::Other, kSpecial | kBlock | kEndsP},
    {"applet", Tag::Other, kObject},
    {"area", Tag::Other, kVoid},
    {"article", Tag::Other, kSection},
    {"aside", Tag::Other, kSection},
    {"b", Tag::Other, kStyle},
    {"base", Tag::Other, kVoid | kHeadPart},
    {"basefont", Tag::Other, kVoid | kHeadPart},
    {"bgsound", Tag::Other, kVoid | kHeadPart},
    {"big", Tag::Other, kStyle},
    {"blockquote", Tag::Other, kSection | kBreakout},
    {"body", Tag::Body, kSpecial | kItemBarrier | kBreakout},
    {"br", Tag::Other, kVoid | kBreakout},
    {"button", Tag::Button, kItem},
    {"caption", Tag::Other, kSpecial | kBlock | kScope | kItemBarrier},
    {"center", Tag::Other, kSection | kBreakout},
    {"code", Tag::Other, kStyle},
    {"col", Tag::Other, kVoid},
    {"colgroup", Tag::Other, kSpecial | kTablePart | kItemBarrier},
    {"dd", Tag::Dd, kItem | kBreakout},
    {"details", Tag::Other, kSection},
    {"dialog", Tag::Other, kSection},
    {"dir", Tag::Other, kSection},
    {"div", Tag::Other, kSpecial | kBlock | kEndsP | kBreakout},
    {"dl", Tag::Other, kSection | kBreakout},
    {"dt", Tag::Dt, kItem | kBreakout},
    {"em", Tag::Other, kStyle},
    {"embed", Tag::Other, kVoid | kBreakout},
    {"fieldset", Tag::Other, kSection},
    {"figcaption", Tag::Other, kSection},
    {"figure", Tag::Other, kSection},
    {"font", Tag::Other, kFormatting},
    {"footer", Tag::Other, kSection},
    {"foreignobject", Tag::Other, kForeignHtml | kScope | kSpecial},
    {"form", Tag::Form, kSpecial | kEndsP | kItemBarrier},
    {"frame", Tag::Other, kVoid},
    {"frameset", Tag::Other, kSpecial | kItemBarrier},
    {"h1", Tag::Other, kTitle},
    {"h2", Tag::Other, kTitle},
    {"h3", Tag::Other, kTitle},
    {"h4", Tag::Other, kTitle},
    {"h5", Tag::Other, kTitle},
    {"h6", Tag::Other, kTitle},
    {"head", Tag::Head, kSpecial | kItemBarrier | kBreakout},
    {"header", Tag::Other, kSection},
    {"hgroup", Tag::Other, kSection},
    {"hr", Tag::Other, kVoid | kEndsP | kBreakout},
    {"html", Tag::Html, kSpecial | kScope | kTableScope | kItemBarrier},
    {"i", Tag::Other, kStyle},
    {"iframe", Tag::Other, kRaw | kSpecial},
    {"img", Tag::Other, kVoid | kBreakout},
    {"input", Tag::Other, kVoid},
    {"keygen", Tag::Other, kVoid},
    {"li", Tag::Li, kItem | kBreakout},
    {"link", Tag::Other, kVoid | kHeadPart},
    {"listing", Tag::Other, kSection | kBreakout},
    {"main", Tag::Other, kSection},
    {"marquee", Tag::Other, kObject},
    {"math", Tag::Other, kForeign},
    {"menu", Tag::Other, kSection | kBreakout},
    {"meta", Tag::Other, kVoid | kHeadPart | kBreakout},
    {"nav", Tag::Other, kSection},
    {"nobr", Tag::Other, kStyle},
    {"noembed", Tag::Other, kRaw},
    {"noframes", Tag::Other, kRaw | kHeadPart},
    {"noscript", Tag::Noscript, kHeadPart | kBlock},
    {"object", Tag::Other, kObject},
    {"ol", Tag::Other, kList | kBreakout},
    {"optgroup", Tag::Optgroup, kNoTraits},
    {"option", Tag::Option, kNoTraits},
    {"p", Tag::P, kSpecial | kBlock | kEndsP | kBreakout},
    {"param", Tag::Other, kVoid},
    {"pre", Tag::Other, kSection | kBreakout},
    {"rp", Tag::Rt, kNoTraits},
    {"rt", Tag::Rt, kNoTraits},
    {"ruby", Tag::Other, kBreakout},
    {"s", Tag::Other, kStyle},
    {"script", Tag::Script, kRaw | kHeadPart},
    {"search", Tag::Other, kSection},
    {"section", Tag::Other, kSection},
    {"select", Tag::Select, kSpecial | kBlock | kItemBarrier},
    {"small", Tag::Other, kStyle},
    {"source", Tag::Other, kVoid},
    {"span", Tag::Other, kBreakout},
    {"strike", Tag::Other, kStyle},
    {"strong", Tag::Other, kStyle},
    {"style", Tag::Other, kRaw | kHeadPart},
    {"sub", Tag::Other, kBreakout},
    {"summary", Tag::Other, kSection},
    {"sup", Tag::Other, kBreakout},
    {"svg", Tag::Other, kForeign},
    {"table", Tag::Table, kSection | kScope | kTableScope | kTablePart | kBreakout},
    {"tbody", Tag::Tbody, kRow},
    {"td", Tag::Td, kCell},
    {"template", Tag::Template, kSpecial | kBlock | kScope | kTableScope | kItemBarrier | kHeadPart},
    {"textarea", Tag::Other, kRawText},
    {"tfoot", Tag::Tfoot, kRow},
    {"th", Tag::Th, kCell},
    {"thead", Tag::Thead, kRow},
    {"title", Tag::Title, kRawText | kHeadPart},
    {"tr", Tag::Tr, kRow},
    {"track", Tag::Other, kVoid},
    {"tt", Tag::Other, kStyle},
    {"u", Tag::Other, kStyle},
    {"ul", Tag::Other, kList | kBreakout},
    {"var", Tag::Other, kBreakout},
    {"wbr", Tag::Other, kVoid},
    {"xmp", Tag::Other, kRaw | kEndsP | kSpecial},
});

}  // namespace

const TagInfo* find_tag(std::string_view name) {
  static const auto by_name = [] {
    std::unordered_map<std::string_view, const TagInfo*> map;
    for (const TagInfo& info : kTags) map.emplace(info.name, &info);
    return map;
  }();
  const auto found = by_name.find(name);
  return found == by_name.end() ? nullptr : found->second;
}

}  // namespace morgue::markup

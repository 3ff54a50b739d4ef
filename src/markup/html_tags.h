// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::markup {

/// What the HTML standard's tree construction says of an element, as far as it is followed here.
enum TagTraits : std::uint32_t {
  kNoTraits = 0,
  kVoid = 1U << 0U,        ///< has no content
  kRaw = 1U << 1U,         ///< content is text up to the end tag, without character references
  kRawText = 1U << 2U,     ///< the same, with character references
  kSpecial = 1U << 3U,     ///< end tags of inline elements do not reach past it
  kBlock = 1U << 4U,       ///< closed by its end tag with all that is open inside
  kEndsP = 1U << 5U,       ///< its start tag closes an open <p>
  kFormatting = 1U << 6U,  ///< its end tag may come inside a block that was opened later
  kHeading = 1U << 7U,
  kScope = 1U << 8U,         ///< end tags inside do not close elements outside
  kListScope = 1U << 9U,     ///< the same for </li> alone
  kItemBarrier = 1U << 10U,  ///< a new <li>, <dd>, <dt> does not close one outside of it
  kTableScope = 1U << 11U,
  kTablePart = 1U << 12U,    ///< stands between a table and its cells
  kHeadPart = 1U << 13U,     ///< does not end the head
  kBreakout = 1U << 14U,     ///< ends an open <svg> or <math>
  kForeign = 1U << 15U,      ///< <svg>, <math>
  kForeignHtml = 1U << 16U,  ///< HTML may stand in it inside <svg> or <math>
};

/// Elements that tree construction knows by name; the others are Other.
// clang-format off
enum class Tag : std::uint8_t {
  Other, A, Body, Button, Dd, Dt, Form, Head, Html, Li, Noscript, Optgroup, Option, P, Rt, Script, Select, Table,
  Tbody, Td, Template, Tfoot, Th, Thead, Title, Tr
};
// clang-format on

struct TagInfo {
  std::string_view name;
  Tag tag = Tag::Other;
  std::uint32_t traits = kNoTraits;
};

/// By a name in lower case; null: an element unknown to HTML, and treated like <span>.
const TagInfo* find_tag(std::string_view name);

}  // namespace morgue::markup

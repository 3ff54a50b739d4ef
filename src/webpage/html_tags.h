// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace morgue::webpage {

/// Elements that mean something to where the text of a page begins and ends.
enum class Tag : std::uint8_t {
  Inline,  ///< anything that does not break a line, known or not
  Block,   ///< breaks a line, means nothing else
  Unread,  ///< holds no text of the page: scripts, controls, pictures
  A,
  Article,
  Aside,
  Blockquote,
  Body,
  Br,
  Button,
  Cell,  ///< td, th
  Div,
  Figcaption,
  Figure,
  Footer,
  Form,
  Header,
  Heading,
  Hr,
  Html,
  Li,
  List,  ///< ul, ol
  Main,
  Nav,
  Noscript,
  P,
  Pre,
  Row,
  Section,
  Table,
  Time,
};

Tag tag_of(std::string_view name);
/// Whether text before it and in it are different lines.
bool breaks_line(Tag tag);

}  // namespace morgue::webpage

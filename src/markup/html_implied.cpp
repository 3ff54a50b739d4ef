// SPDX-License-Identifier: GPL-2.0-or-later
// Which open elements a start tag ends without saying so.
#include <algorithm>

#include "markup/html_builder.h"

namespace morgue::markup {

/// Closes what the tag implies to be closed. False: the tag has no place here.
bool HtmlBuilder::make_room_for(HtmlName& name) {
  if ((name.traits & kEndsP) != 0) {
    const int barrier = std::max(stack_.innermost(kScope), position_of("button"));
    close_if_inside(name_of("p"), barrier);
  }
  if ((name.traits & kHeading) != 0 && (stack_.top().traits & kHeading) != 0) close(stack_.size() - 1);
  switch (name.tag) {
    case Tag::A:
      if (HtmlStack::innermost(name) > stack_.innermost(kScope)) end_formatting(name);
      return true;
    case Tag::Li:
      close_item("li", "li");
      return true;
    case Tag::Dd:
    case Tag::Dt:
      close_item("dd", "dt");
      return true;
    case Tag::Button:
      close_if_inside(name, stack_.innermost(kScope));
      return true;
    case Tag::Option:
    case Tag::Optgroup:
      if (top_is(Tag::Option)) close(stack_.size() - 1);
      if (name.tag == Tag::Optgroup && top_is(Tag::Optgroup)) close(stack_.size() - 1);
      return true;
    case Tag::Rt:
      if (top_is(Tag::Rt)) close(stack_.size() - 1);
      return true;
    case Tag::Select:
      return !close_if_inside(name, stack_.innermost(kScope));
    default:
      return make_room_in_table(name);
  }
}

void HtmlBuilder::close_item(std::string_view one, std::string_view other) {
  const int position = std::max(position_of(one), position_of(other));
  if (position != HtmlStack::kNone && position >= stack_.innermost(kItemBarrier)) close(position);
}

bool HtmlBuilder::make_room_in_table(const HtmlName& name) {
  const bool cell = name.tag == Tag::Td || name.tag == Tag::Th;
  const bool group = name.tag == Tag::Tbody || name.tag == Tag::Thead || name.tag == Tag::Tfoot ||
                     name.name == "caption" || name.name == "colgroup";
  const int table = position_of("table");
  const bool in_table = table != HtmlStack::kNone && table >= stack_.innermost(kTableScope);
  if (name.tag == Tag::Table) {
    // Inside a table but outside of its cells, the first one was meant to end.
    if (in_table && stack_.innermost(kTablePart) == stack_.size() - 1) close(table);
    return true;
  }
  if (!cell && !group && name.tag != Tag::Tr) return true;
  if (!in_table) return false;
  int context = table;
  if (!group) {
    for (const std::string_view part : {"tbody", "thead", "tfoot"}) context = std::max(context, position_of(part));
    if (cell) context = std::max(context, position_of("tr"));
  }
  close(context + 1);
  return true;
}

}  // namespace morgue::markup

// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html.h"

#include "markup/html_builder.h"

namespace morgue::markup {

Tree parse_html(std::string_view html) {
  Tree tree;
  HtmlBuilder(tree.keep(html), tree).run();
  return tree;
}

}  // namespace morgue::markup

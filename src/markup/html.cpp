// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html.h"

#include <utility>

#include "markup/html_builder.h"

namespace morgue::markup {

Tree parse_html(std::string html) {
  Tree tree;
  HtmlBuilder(tree.own(std::move(html)), tree).run();
  return tree;
}

}  // namespace morgue::markup

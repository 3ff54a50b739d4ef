// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/marks.h"

#include <gtest/gtest.h>

#include "markup/html.h"

namespace morgue::webpage {
namespace {

/// Marks of the first element below <body>.
Marks marks_of(std::string_view html) {
  const markup::Tree tree = markup::parse_html("<body>" + std::string(html) + "x</body>");
  const markup::Node* body = markup::find_first(tree.root(), "body");
  MarkReader reader;
  return reader.read(*body->first_child, tag_of(body->first_child->name));
}

struct Case {
  const char* html;
  Marks marks;
};

TEST(Marks, AreReadOffNamesClassesAndRoles) {
  for (const Case& c : {
           Case{"<nav>", mark::kNav},
           Case{"<div role=navigation>", mark::kNav},
           Case{"<div class='mainNav'>", mark::kNav},
           Case{"<div id=comments>", mark::kComment},
           Case{"<div class='story__related-links'>", mark::kRelated},
           Case{"<div class=articleBody>", mark::kBody},
           Case{"<div itemprop=articleBody>", mark::kItemBody},
           Case{"<div hidden>", mark::kHidden},
           Case{"<div style='DISPLAY : none'>", mark::kHidden},
           Case{"<div class=hidden>", mark::kHidden},
           Case{"<div class='hidden md:block'>", 0},
           Case{"<div class='has-sidebar no-comments'>", 0},
           Case{"<div class='shadow headroom download'>", 0},
           Case{"<div itemtype='https://schema.org/NewsArticle'>", mark::kArticle},
           Case{"<div>", 0},
       }) {
    EXPECT_EQ(marks_of(c.html), c.marks) << c.html;
  }
}

TEST(Marks, ClassesAreFolded) {
  EXPECT_EQ(fold_class("mainNav post_body"), "-main-nav-post-body-");
  EXPECT_EQ(fold_class(""), "-");
}

}  // namespace
}  // namespace morgue::webpage

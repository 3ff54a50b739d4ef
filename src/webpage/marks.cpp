// SPDX-License-Identifier: GPL-2.0-or-later
#include "webpage/marks.h"

#include <algorithm>

#include "webpage/class_words.h"

namespace morgue::webpage {
namespace {

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

Marks of_tag(Tag tag) {
  switch (tag) {
    case Tag::Nav:
      return mark::kNav;
    case Tag::Aside:
      return mark::kAside;
    case Tag::Footer:
      return mark::kFooter;
    case Tag::Header:
      return mark::kHeader;
    case Tag::Form:
      return mark::kForm;
    case Tag::Figure:
      return mark::kFigure;
    case Tag::Figcaption:
      return mark::kCaption;
    case Tag::Heading:
      return mark::kHeading;
    case Tag::Li:
      return mark::kItem;
    case Tag::Blockquote:
      return mark::kQuote;
    case Tag::Pre:
      return mark::kPre;
    case Tag::Noscript:
      return mark::kNoscript;
    case Tag::Article:
      return mark::kArticle;
    case Tag::Main:
      return mark::kMain;
    case Tag::Button:
      return mark::kButton;
    default:
      return 0;
  }
}

Marks of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "search") return mark::kNav;
  if (role == "complementary") return mark::kAside;
  if (role == "contentinfo") return mark::kFooter;
  if (role == "dialog" || role == "alertdialog" || role == "tooltip" || role == "alert") return mark::kPopup;
  if (role == "main") return mark::kMain;
  if (role == "article") return mark::kArticle;
  if (role == "button") return mark::kButton;
  return 0;
}

bool hides(std::string_view style) {
  std::string bare;
  for (const char c : style.substr(0, 400)) {
    if (c != ' ') bare += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  return bare.find("display:none") != std::string::npos || bare.find("visibility:hidden") != std::string::npos;
}

/// A class that hides by its plain name, where no other class shows the element again on wide screens.
bool is_hiding_class(std::string_view folded) {
  return folded == "-hidden-" || folded == "-is-hidden-" || folded == "-d-none-" || folded == "-hide-" ||
         folded == "-display-none-";
}
bool shows_again(std::string_view value) {
  for (const std::string_view sign :
       {":block", ":flex", ":grid", ":inline", ":table", "d-sm-", "d-md-", "d-lg-", "d-xl-", "visible"}) {
    if (value.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

/// `has-sidebar`, `no-comments`: about what is or is not elsewhere.
bool tells_of_others(std::string_view folded) {
  for (const std::string_view start :
       {"-has-", "-with-", "-without-", "-no-", "-not-", "-hide-", "-show-", "-is-", "-js-"}) {
    if (folded.starts_with(start)) return folded != "-no-print-" && folded != "-is-hidden-";
  }
  return false;
}

}  // namespace

std::string fold_class(std::string_view value) {
  std::string out = "-";
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (!is_word(c)) {
      if (out.back() != '-') out += '-';
      continue;
    }
    if (is_upper(c) && i > 0 && !is_upper(value[i - 1]) && out.back() != '-') out += '-';
    out += is_upper(c) ? static_cast<char>(c + 32) : c;
  }
  if (out.back() != '-') out += '-';
  return out;
}

Marks MarkReader::of_words(std::string_view value) {
  constexpr std::size_t kLongest = 600;  // generated lists of utility classes say nothing
  constexpr std::size_t kMost = 20000;   // values kept; hostile pages have a new one an element
  const auto found = known_.find(value);
  if (found != known_.end()) return found->second;
  Marks marks = 0;
  for (std::size_t at = 0; at < value.size() && at < kLongest;) {
    const std::size_t end = std::min(value.find_first_of(" \t\n", at), value.size());
    const std::string folded = fold_class(value.substr(at, end - at));
    if (is_hiding_class(folded) && !shows_again(value)) marks |= mark::kHidden;
    if (!tells_of_others(folded)) marks |= class_marks(folded);
    at = end + 1;
  }
  if (known_.size() < kMost) known_.emplace(value, marks);
  return marks;
}

Marks MarkReader::read(const markup::Node& element, Tag tag) {
  if (tag == Tag::Html || tag == Tag::Body) return 0;  // their classes speak of the site
  Marks marks = of_tag(tag);
  for (const markup::Attribute& attribute : element.attributes) {
    const std::string_view name = attribute.name;
    const std::string_view value = attribute.value;
    if (name == "class" || name == "id" || name == "data-testid" || name == "data-component" || name == "data-qa" ||
        name == "data-type" || name == "data-module") {
      marks |= of_words(value);
    } else if (name == "role") {
      marks |= of_role(value);
    } else if (name == "itemprop") {
      if (value.find("articleBody") != std::string_view::npos) marks |= mark::kItemBody;
      if (value == "headline") marks |= mark::kHeadline;
      if (value == "author") marks |= mark::kByline;
      if (value == "caption") marks |= mark::kCaption;
    } else if (name == "property") {
      if (value == "articleBody" || value == "schema:articleBody" || value == "content:encoded")
        marks |= mark::kItemBody;
    } else if (name == "itemtype") {
      if (value.ends_with("Article") || value.ends_with("BlogPosting")) marks |= mark::kArticle;
      if (value.ends_with("/Comment") || value.ends_with("UserComments")) marks |= mark::kComment;
      if (value.ends_with("WPSideBar")) marks |= mark::kAside;
      if (value.ends_with("WPFooter")) marks |= mark::kFooter;
      if (value.ends_with("SiteNavigationElement")) marks |= mark::kNav;
    } else if (name == "hidden" && value != "false") {
      marks |= mark::kHidden;
    } else if (name == "aria-hidden" && value == "true") {
      marks |= mark::kHidden;
    } else if (name == "style" && hides(value)) {
      marks |= mark::kHidden;
    }
  }
  if (tag == Tag::Inline && element.name.find('-') != std::string_view::npos) marks |= of_words(element.name);
  return marks;
}

}  // namespace morgue::webpage

// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/html_builder.h"

#include <algorithm>
#include <utility>

#include "markup/html.h"

namespace morgue::markup {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

}  // namespace

void HtmlBuilder::run() {
  while (tokens_.next()) {
    switch (tokens_.kind()) {
      case HtmlTokens::Kind::Text:
        text(tokens_.text());
        break;
      case HtmlTokens::Kind::Start:
        if (is_full()) {
          skip_tag();
        } else {
          start_tag();
        }
        break;
      case HtmlTokens::Kind::End:
        if (!is_full()) end_tag();
        break;
    }
    tokens_.read_cdata(in_foreign());
  }
  flush();
}

bool HtmlBuilder::is_full() {
  if (parts_ < kHtmlParts) return false;
  tree_.note_cut();
  return true;
}

HtmlName* HtmlBuilder::known(std::string_view name) {
  const auto found = names_.find(name);
  return found == names_.end() ? nullptr : &found->second;
}

HtmlName& HtmlBuilder::name_of(std::string_view name) {
  if (HtmlName* found = known(name)) return *found;
  HtmlName made;
  if (const TagInfo* info = find_tag(name)) {
    made.name = info->name;
    made.tag = info->tag;
    made.traits = info->traits;
  } else {
    // No page has that many of its own; a hostile one would fill memory with them.
    constexpr std::size_t kMostNames = 10'000;
    if (names_.size() >= kMostNames) return name_of("span");
    made.name = tree_.keep(name);
  }
  return names_.emplace(made.name, std::move(made)).first->second;
}

int HtmlBuilder::position_of(std::string_view name) {
  const HtmlName* found = known(name);
  return found == nullptr ? HtmlStack::kNone : HtmlStack::innermost(*found);
}

void HtmlBuilder::text(std::string_view text) {
  if (templates_ > 0) return;
  if (body_ == nullptr && !in_head_noscript()) {
    if (is_blank(text)) return;
    open_body();
  }
  if (pending_.empty()) {
    pending_ = text;
    return;
  }
  if (joined_.empty()) joined_ = pending_;
  joined_ += text;
}

void HtmlBuilder::flush() {
  if (pending_.empty()) return;
  ++parts_;
  Node* node = tree_.make_text({});
  node->text = joined_.empty() ? pending_ : tree_.keep(joined_);
  tree_.append(stack_.top().node, node);
  pending_ = {};
  joined_.clear();
}

Node* HtmlBuilder::insert(HtmlName& name, std::uint32_t traits, bool stays_open) {
  const bool too_deep = stack_.size() >= kHtmlDepth;
  if (stays_open && too_deep) {
    ++name.too_deep;
    too_deep_.push_back(&name);
  }
  flush();
  parts_ += 1 + tokens_.attributes().size();
  Node* node = tree_.make_element({});
  node->name = name.name;
  node->attributes.assign(tokens_.attributes().begin(), tokens_.attributes().end());
  tree_.append(stack_.size() == 0 ? nullptr : stack_.top().node, node);
  if (stays_open && !too_deep) stack_.push({node, &name, traits});
  return node;
}

void HtmlBuilder::add_text_element(HtmlName& name, bool references) {
  Node* node = insert(name, name.traits, /*stays_open=*/false);
  const std::string_view content = tokens_.content_of(name.name, references);
  if (content.empty()) return;
  ++parts_;
  Node* child = tree_.make_text({});
  child->text = content;
  tree_.append(node, child);
}

void HtmlBuilder::merge_attributes(Node* node) {
  for (const Attribute& attribute : tokens_.attributes()) {
    if (node->attributes.size() >= HtmlTokens::kMostAttributes) return;
    const bool has = std::any_of(node->attributes.begin(), node->attributes.end(),
                                 [&](const Attribute& one) { return one.name == attribute.name; });
    if (!has) node->attributes.push_back(attribute);
  }
}

void HtmlBuilder::ensure_root() {
  if (html_ == nullptr) html_ = insert(name_of("html"), name_of("html").traits, /*stays_open=*/true);
}

void HtmlBuilder::open_head() {
  ensure_root();
  if (head_ == nullptr) head_ = insert(name_of("head"), name_of("head").traits, /*stays_open=*/true);
}

void HtmlBuilder::open_body() {
  const std::vector<Attribute> attributes = std::exchange(tokens_.attributes(), {});
  ensure_root();
  close(1);
  body_ = insert(name_of("body"), name_of("body").traits, /*stays_open=*/true);
  tokens_.attributes() = attributes;
}

void HtmlBuilder::close(int position) {
  if (position >= stack_.size()) return;
  flush();
  for (HtmlName* name : too_deep_) --name->too_deep;
  too_deep_.clear();
  stack_.shrink(position);
}

/// Closes the innermost element of that name with all inside it, unless it stands outside of the barrier.
bool HtmlBuilder::close_if_inside(HtmlName& name, int barrier) {
  const int position = HtmlStack::innermost(name);
  if (position == HtmlStack::kNone || position < barrier) return false;
  close(position);
  return true;
}

bool HtmlBuilder::in_foreign() const {
  const int foreign = stack_.innermost(kForeign);
  return foreign != HtmlStack::kNone && foreign > stack_.innermost(kForeignHtml);
}

/// Pages that are read without scripts have their substitutes for them, of any kind, in the head as well.
bool HtmlBuilder::in_head_noscript() const {
  return body_ == nullptr && stack_.size() > 2;
}

/// Tags of the document's own parts, of which there is one each.
bool HtmlBuilder::document_tag(const HtmlName& name) {
  switch (name.tag) {
    case Tag::Html:
      if (html_ == nullptr) {
        ensure_root();
      } else {
        merge_attributes(html_);
      }
      return true;
    case Tag::Head:
      if (body_ != nullptr || head_ != nullptr) return true;
      {
        const std::vector<Attribute> attributes = std::exchange(tokens_.attributes(), {});
        ensure_root();
        tokens_.attributes() = attributes;
      }
      open_head();
      return true;
    case Tag::Body:
      if (body_ == nullptr) open_body();
      merge_attributes(body_);
      return true;
    default:
      return false;
  }
}

/// Of a raw element, what is in it too, as it is no text of the page.
void HtmlBuilder::skip_tag() {
  const TagInfo* info = find_tag(tokens_.name());
  if (info == nullptr) return;
  if ((info->traits & (kRaw | kRawText)) != 0) tokens_.content_of(info->name, /*references=*/false);
}

void HtmlBuilder::start_tag() {
  if (templates_ > 0) {
    if (tokens_.name() == "template") ++templates_;
    skip_tag();
    return;
  }
  HtmlName& name = name_of(tokens_.name());
  if (document_tag(name)) return;
  if (name.tag == Tag::Template) {
    // With this attribute it is shown; without, only a script can bring it to life.
    const auto& attributes = tokens_.attributes();
    if (std::ranges::find(attributes, "shadowrootmode", &Attribute::name) == attributes.end()) {
      ++templates_;
      return;
    }
  }
  if (body_ == nullptr && !in_head_noscript()) {
    if ((name.traits & kHeadPart) != 0) {
      const std::vector<Attribute> attributes = std::exchange(tokens_.attributes(), {});
      open_head();
      tokens_.attributes() = attributes;
    } else {
      open_body();
    }
  }
  if (in_foreign()) {
    if ((name.traits & kBreakout) == 0) {
      start_foreign(name);
      return;
    }
    while (in_foreign()) close(stack_.innermost(kForeign));
  }
  start_html(name);
}

void HtmlBuilder::start_foreign(HtmlName& name) {
  if ((name.traits & kRaw) != 0 && !tokens_.self_closing()) {
    add_text_element(name, /*references=*/false);
    return;
  }
  const bool takes_html =
      name.tag == Tag::Title || name.name == "foreignobject" || name.name == "desc" || name.name == "annotation-xml";
  const std::uint32_t traits = takes_html ? kForeignHtml | kScope | kSpecial : name.traits & kForeign;
  insert(name, traits, /*stays_open=*/!tokens_.self_closing());
}

void HtmlBuilder::start_html(HtmlName& name) {
  if (!make_room_for(name)) return;
  if ((name.traits & (kRaw | kRawText)) != 0) {
    add_text_element(name, (name.traits & kRawText) != 0);
  } else {
    const bool empty = (name.traits & kVoid) != 0 || ((name.traits & kForeign) != 0 && tokens_.self_closing());
    insert(name, name.traits, /*stays_open=*/!empty);
  }
}

void HtmlBuilder::end_tag() {
  if (templates_ > 0) {
    if (tokens_.name() == "template") --templates_;
    return;
  }
  if (tokens_.name() == "br") {
    tokens_.attributes().clear();
    if (body_ == nullptr) open_body();
    insert(name_of("br"), kNoTraits, /*stays_open=*/false);
    return;
  }
  HtmlName* name = known(tokens_.name());
  if (name == nullptr && stack_.innermost(kHeading) != HtmlStack::kNone) {
    const TagInfo* info = find_tag(tokens_.name());  // any heading's end tag ends any heading
    if (info != nullptr && (info->traits & kHeading) != 0) name = &name_of(tokens_.name());
  }
  if (name == nullptr || name->tag == Tag::Html || name->tag == Tag::Body) return;
  if (name->tag == Tag::Head) {
    if (body_ == nullptr && head_ != nullptr) close(2);
    return;
  }
  end_deep_or_html(*name);
}

void HtmlBuilder::end_deep_or_html(HtmlName& name) {
  if (name.too_deep > 0) {
    HtmlName* ended = nullptr;
    do {
      ended = too_deep_.back();
      too_deep_.pop_back();
      --ended->too_deep;
    } while (ended != &name);
    return;
  }
  if (HtmlStack::innermost(name) == HtmlStack::kNone && (name.traits & kHeading) == 0) return;
  if (in_foreign() && HtmlStack::innermost(name) >= stack_.innermost(kForeign)) {
    close(HtmlStack::innermost(name));
    return;
  }
  end_html(name);
}

void HtmlBuilder::end_html(HtmlName& name) {
  const int scope = stack_.innermost(kScope);
  if ((name.traits & kFormatting) != 0) {
    end_formatting(name);
  } else if ((name.traits & kHeading) != 0) {
    const int heading = stack_.innermost(kHeading);
    if (heading != HtmlStack::kNone && heading > scope) close(heading);
  } else if (name.tag == Tag::Li) {
    close_if_inside(name, std::max(scope, stack_.innermost(kListScope)));
  } else if (name.tag == Tag::P) {
    close_if_inside(name, std::max(scope, position_of("button")));
  } else if (name.tag == Tag::Form) {
    // An end tag inside a block of the form ends the form, but nothing in it: to leave it open is the same.
    if (stack_.top().name == &name) close(stack_.size() - 1);
  } else if ((name.traits & kTablePart) != 0 || name.tag == Tag::Td || name.tag == Tag::Th) {
    close_if_inside(name, stack_.innermost(kTableScope));
  } else if ((name.traits & kBlock) != 0) {
    close_if_inside(name, scope);
  } else {
    close_if_inside(name, stack_.innermost(kSpecial));
  }
}

}  // namespace morgue::markup

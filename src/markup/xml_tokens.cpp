// SPDX-License-Identifier: GPL-2.0-or-later
#include "markup/xml_tokens.h"

#include <algorithm>

#include "markup/entities.h"

namespace morgue::markup {
namespace {

constexpr std::size_t kLongestTag = 1U << 20U;
constexpr std::size_t kMostAttributes = 256;
// What entities of the document's own may add to it; they are for a name or two, not for texts.
constexpr std::size_t kMostExpanded = 1U << 20U;
constexpr std::size_t kMostEntities = 1000;
constexpr std::string_view kBlank = " \t\r\n";

bool is_blank(char c) {
  return kBlank.find(c) != std::string_view::npos;
}

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Not allowed in XML, not even as a reference.
bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' && c != '\t' && c != '\n' && c != '\r';
}

std::string_view skip_blanks(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text;
}

/// Takes a quoted value from the front of the text; false when there is none.
bool take_quoted(std::string_view& text, std::string_view& value) {
  if (text.empty() || (text[0] != '"' && text[0] != '\'')) return false;
  const std::size_t end = text.find(text[0], 1);
  if (end == std::string_view::npos) return false;
  value = text.substr(1, end - 1);
  text.remove_prefix(end + 1);
  return true;
}

}  // namespace

void XmlTokens::fault(std::string_view what) {
  if (error_.empty()) error_ = "line " + std::to_string(input_.line()) + ": " + std::string(what);
}

bool XmlTokens::next() {
  while (input_.need(1)) {
    offset_ = input_.offset();
    if (input_.text()[0] == '<') {
      if (read_markup()) return true;
    } else if (read_text(0)) {
      return true;
    }
  }
  return false;
}

/// Text up to the next `<` at or behind `from`. True if there is any.
bool XmlTokens::read_text(std::size_t from) {
  const std::size_t end = std::min(input_.find("<", from), input_.text().size());
  kind_ = Kind::Text;
  text_.clear();
  resolve(input_.text().substr(0, end), text_);
  input_.consume(end);
  return !text_.empty();
}

/// Consumes up to behind `end`. A failure is remembered, or a document of nothing but beginnings would be read over and
/// over.
bool XmlTokens::skip_to(std::string_view end, std::size_t from, std::size_t& missing_until) {
  if (input_.consumed() < missing_until) return false;
  const std::size_t found = input_.find(end, from);
  if (found == std::string_view::npos) {
    missing_until = input_.consumed() + input_.text().size();
    return false;
  }
  input_.consume(found + end.size());
  return true;
}

bool XmlTokens::read_markup() {
  input_.need(9);
  const std::string_view text = input_.text();
  if (text.starts_with("<![CDATA[")) return read_cdata();
  if (text.starts_with("<!--")) {
    if (skip_to("-->", 4, no_comment_end_until_)) return false;
    fault("a comment does not end");
    input_.consume(4);
    return false;
  }
  if (text.starts_with("<?")) {
    // The declaration is often written without its second question mark.
    const std::string_view end = text.starts_with("<?xml") ? ">" : "?>";
    if (skip_to(end, 2, no_instruction_end_until_)) return false;
    fault("a processing instruction does not end");
    input_.consume(2);
    return false;
  }
  if (text.starts_with("<!")) {
    read_doctype();
    return false;
  }
  const bool tag = text.size() > 1 && (begins_name(text[1]) || text[1] == '/');
  if (tag && read_tag()) return true;
  if (!tag || input_.text().starts_with('<')) {
    fault("a bare < in text");
    return read_text(1);
  }
  return false;
}

bool XmlTokens::read_cdata() {
  constexpr std::size_t kBegin = 9;
  const std::size_t found = input_.find("]]>", kBegin);
  const bool whole = found != std::string_view::npos;
  if (!whole) fault("a CDATA section does not end");
  const std::size_t end = whole ? found : input_.text().size();
  kind_ = Kind::Text;
  text_.clear();
  append_plain(input_.text().substr(kBegin, end - kBegin), text_);
  input_.consume(whole ? end + 3 : end);
  return !text_.empty();
}

/// Position of the `>` that ends the tag at the front, or of the `<` of another where it is missing.
std::size_t XmlTokens::find_tag_end() {
  char quote = '\0';
  char before = '\0';
  for (std::size_t at = 1; at < kLongestTag && input_.need(at + 1); ++at) {
    const char c = input_.text()[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else if (c == '>' || c == '<') {
      return at;
    }
    if (!is_blank(c)) before = c;
  }
  // Where a quote is missing, what looks like the end is taken for it.
  fault(quote != '\0' ? "a quote in a tag does not end" : "a tag does not end");
  const std::size_t end = input_.text().substr(0, kLongestTag).find('>');
  return end;
}

/// False where there is no tag, with nothing consumed, or only an empty one.
bool XmlTokens::read_tag() {
  const std::size_t end = find_tag_end();
  if (end == std::string_view::npos) {
    if (input_.text().size() < kLongestTag) input_.consume(input_.text().size());  // the document ends in it
    return false;
  }
  std::string_view inside = input_.text().substr(1, end - 1);
  if (input_.text()[end] == '<') fault("a tag without >");
  kind_ = inside.starts_with('/') ? Kind::End : Kind::Start;
  if (kind_ == Kind::End) inside.remove_prefix(1);
  self_closing_ = inside.ends_with('/');
  if (self_closing_) inside.remove_suffix(1);
  inside = skip_blanks(inside);
  std::size_t name_end = 0;
  while (name_end < inside.size() && !is_blank(inside[name_end]) && inside[name_end] != '/' && inside[name_end] != '=')
    ++name_end;
  name_.assign(inside.substr(0, name_end));
  attributes_.clear();
  if (kind_ == Kind::Start) read_attributes(inside.substr(name_end));
  input_.consume(input_.text()[end] == '>' ? end + 1 : end);
  return !name_.empty();
}

void XmlTokens::read_attributes(std::string_view inside) {
  while (true) {
    inside.remove_prefix(std::min(inside.find_first_not_of(" \t\r\n/\"'"), inside.size()));
    if (inside.empty()) return;
    const std::size_t name_end = std::min(inside.find_first_of(" \t\r\n=/", 1), inside.size());
    const std::string_view name = inside.substr(0, name_end);
    inside = skip_blanks(inside.substr(name_end));
    std::string_view value;
    if (inside.starts_with('=')) {
      inside = skip_blanks(inside.substr(1));
      if (!take_quoted(inside, value)) {
        fault("an attribute without quotes");
        value = inside.substr(0, inside.find_first_of(kBlank));
        inside.remove_prefix(value.size());
      }
    } else {
      fault("an attribute without a value");
    }
    const bool known = std::any_of(attributes_.begin(), attributes_.end(),
                                   [&](const Value& attribute) { return attribute.name == name; });
    if (known) fault("an attribute twice");
    if (known || attributes_.size() >= kMostAttributes) continue;
    Value& attribute = attributes_.emplace_back();
    attribute.name = name;
    normal_ = value;
    std::replace_if(normal_.begin(), normal_.end(), is_blank, ' ');
    resolve(normal_, attribute.value);
  }
}

void XmlTokens::read_doctype() {
  int brackets = 0;
  char quote = '\0';
  std::size_t subset = 0;
  for (std::size_t at = 2; at < kLongestTag && input_.need(at + 1); ++at) {
    const char c = input_.text()[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[') {
      if (brackets++ == 0) subset = at + 1;
    } else if (c == ']' && brackets > 0) {
      if (--brackets == 0) read_entities(input_.text().substr(subset, at - subset));
    } else if (c == '>' && brackets == 0) {
      input_.consume(at + 1);
      return;
    }
  }
  fault("a document type does not end");
  const std::size_t end = input_.text().find('>');
  input_.consume(end == std::string_view::npos ? std::min(input_.text().size(), kLongestTag) : end + 1);
}

/// Entities with a value in place; those of other files, and those of the DTD itself, are none to us.
void XmlTokens::read_entities(std::string_view subset) {
  constexpr std::string_view kEntity = "<!ENTITY";
  for (std::size_t at = subset.find(kEntity); at != std::string_view::npos; at = subset.find(kEntity)) {
    subset = skip_blanks(subset.substr(at + kEntity.size()));
    const std::size_t name_end = subset.find_first_of(kBlank);
    if (name_end == std::string_view::npos) return;
    const std::string name(subset.substr(0, name_end));
    subset = skip_blanks(subset.substr(name_end));
    std::string_view value;
    if (!take_quoted(subset, value) || entities_.size() >= kMostEntities) continue;
    std::string resolved;
    // References in it to entities before it would grow without end; they stay as written.
    for (std::size_t pos = 0; pos < value.size();) {
      if (!read_entity(value, pos, resolved)) resolved += value[pos++];
    }
    entities_.emplace(name, std::move(resolved));
  }
}

bool XmlTokens::read_reference(std::string_view raw, std::size_t& pos, std::string& out) {
  constexpr std::size_t kLongestName = 64;
  const std::string_view rest = raw.substr(pos, kLongestName);
  const std::size_t end = rest.find(';');
  if (end == std::string_view::npos || end < 2) return false;
  const std::string_view name = rest.substr(1, end - 1);
  if (const auto own = entities_.find(name); own != entities_.end()) {
    if (expanded_ + own->second.size() > kMostExpanded) {
      fault("entities that grow without end");
      return false;
    }
    expanded_ += own->second.size();
    out += own->second;
    pos += end + 1;
    return true;
  }
  if (name.find_first_of(" \t\r\n&") != std::string_view::npos) return false;
  const std::size_t had = out.size();
  std::size_t at = pos;
  if (!read_entity(raw.substr(0, pos + end + 1), at, out) || at != pos + end + 1) {
    out.resize(had);
    return false;
  }
  if (is_control(out.back())) {
    fault("a reference to a control character");
    out.resize(had);
  }
  pos = at;
  return true;
}

void XmlTokens::resolve(std::string_view raw, std::string& out) {
  out.reserve(out.size() + raw.size());
  for (std::size_t pos = 0; pos < raw.size();) {
    const char c = raw[pos];
    if (c == '&') {
      if (read_reference(raw, pos, out)) continue;
      fault("a bare & or an unknown entity");
    }
    const std::size_t end = std::min(raw.find('&', pos + 1), raw.size());
    append_plain(raw.substr(pos, end - pos), out);
    pos = end;
  }
}

/// Without control characters, with LF for CRLF and CR.
void XmlTokens::append_plain(std::string_view raw, std::string& out) {
  for (std::size_t pos = 0; pos < raw.size();) {
    const std::size_t begin = pos;
    while (pos < raw.size() && raw[pos] != '\r' && !is_control(raw[pos])) ++pos;
    out += raw.substr(begin, pos - begin);
    if (pos == raw.size()) return;
    if (raw[pos] != '\r') {
      fault("a control character");
    } else if (pos + 1 == raw.size() || raw[pos + 1] != '\n') {
      out += '\n';
    }
    ++pos;
  }
}

}  // namespace morgue::markup

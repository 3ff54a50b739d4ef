// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markup/tree.h"

namespace morgue::markup {

/// Cuts a page into tags and text as the HTML standard's tokeniser does, in one pass over it. All views given out live
/// as long as the tree does, `name` until the next call.
class HtmlTokens {
 public:
  enum class Kind : unsigned char { Text, Start, End };

  /// More attributes of one tag are read, but not kept.
  static constexpr std::size_t kMostAttributes = 256;

  /// `html` must live as long as the tree.
  HtmlTokens(std::string_view html, Tree& tree) : html_(html), tree_(tree) {}

  /// False at the end.
  bool next();
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] std::string_view text() const { return text_; }  ///< of Text: character references resolved
  [[nodiscard]] std::string_view name() const { return name_; }  ///< of a tag, in lower case
  [[nodiscard]] bool self_closing() const { return self_closing_; }
  std::vector<Attribute>& attributes() { return attributes_; }

  /// What stands between here and the end tag `name`, which is passed too. With `references`, they are resolved.
  std::string_view content_of(std::string_view name, bool references);
  /// Whether `<![CDATA[` begins text, as it does inside <svg> and <math>.
  void read_cdata(bool on) { cdata_ = on; }

 private:
  bool markup_at(std::size_t pos) const;
  void read_text();
  bool read_markup();
  void skip_comment();
  void skip_past(char c);
  void read_tag(Kind kind);
  void read_attribute();
  std::string_view read_value();
  std::string_view lower_case(std::string_view name, std::string& buffer) const;
  std::string_view resolved(std::string_view raw, bool references, bool in_attribute);
  std::size_t end_of_script(std::size_t from);
  std::size_t find_comment_end(std::size_t from);
  bool has_script_tag(std::size_t from, std::size_t to) const;
  std::size_t find_end_tag(std::string_view name, std::size_t from) const;

  std::string_view html_;
  Tree& tree_;
  std::size_t pos_ = 0;
  Kind kind_ = Kind::Text;
  std::string_view text_;
  std::string_view name_;
  std::string name_buffer_;
  std::string buffer_;
  std::vector<Attribute> attributes_;
  bool self_closing_ = false;
  bool cdata_ = false;
  std::size_t comment_end_ = 0;
  std::size_t comment_end_from_ = 1;
};

}  // namespace morgue::markup

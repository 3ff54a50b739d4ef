// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "markup/xml_input.h"

namespace morgue::markup {

/// Cuts XML into tags and text. What is no XML is read as it was most likely meant: a bare `&` or `<` is text, HTML's
/// named characters are known, control characters vanish, a value may lack its quotes.
class XmlTokens {
 public:
  enum class Kind : unsigned char { Text, Start, End };
  struct Value {
    std::string name;   ///< with its prefix
    std::string value;  ///< references resolved
  };

  XmlTokens(ReadBytes read, std::size_t most) : input_(std::move(read), most) {}

  /// False at the end.
  bool next();
  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::string& text() const { return text_; }  ///< of Text: references resolved
  [[nodiscard]] const std::string& name() const { return name_; }  ///< of a tag, with its prefix
  [[nodiscard]] bool self_closing() const { return self_closing_; }
  [[nodiscard]] const std::vector<Value>& attributes() const { return attributes_; }
  [[nodiscard]] std::size_t offset() const { return offset_; }              ///< of the token
  [[nodiscard]] std::size_t end_offset() const { return input_.offset(); }  ///< behind the token

  /// Remembers the first fault of the document, with its line.
  void fault(std::string_view what);
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  bool read_text(std::size_t from);
  bool read_markup();
  bool read_tag();
  bool read_cdata();
  void read_attributes(std::string_view inside);
  void read_doctype();
  void read_entities(std::string_view subset);
  bool skip_to(std::string_view end, std::size_t from, std::size_t& missing_until);
  std::size_t find_tag_end();
  void resolve(std::string_view raw, std::string& out);
  void append_plain(std::string_view raw, std::string& out);
  bool read_reference(std::string_view raw, std::size_t& pos, std::string& out);

  XmlInput input_;
  Kind kind_ = Kind::Text;
  std::string text_;
  std::string name_;
  std::string normal_;
  std::vector<Value> attributes_;
  bool self_closing_ = false;
  std::size_t offset_ = 0;
  std::size_t no_comment_end_until_ = 0;
  std::size_t no_instruction_end_until_ = 0;
  std::string error_;
  std::map<std::string, std::string, std::less<>> entities_;  ///< of the document's own subset
  std::size_t expanded_ = 0;                                  ///< bytes they have given
};

}  // namespace morgue::markup

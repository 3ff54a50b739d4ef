// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/anpa_message.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "formats/anpa_lines.h"
#include "formats/anpa_slug.h"
#include "formats/field_list.h"
#include "formats/reject.h"
#include "formats/wire_category.h"
#include "formats/wire_charset.h"

namespace morgue::formats {
namespace {

using View = std::string_view;
using Kind = AnpaLine::Kind;

bool starts_like(View line, View prefix) {
  if (line.starts_with('(')) line.remove_prefix(1);
  if (line.size() < prefix.size()) return false;
  return std::equal(prefix.begin(), prefix.end(), line.begin(), [](char expected, char c) {
    return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  });
}

bool is_byline(View line) {
  return starts_like(line, "by ");
}

/// For editors, not for readers.
bool is_note(View line) {
  constexpr std::array<View, 6> kNotes = {
      "eds:", "eds.:", "editors:", "editor's note", "editors' note", "note to editors"};
  if (std::any_of(kNotes.begin(), kNotes.end(), [line](View note) { return starts_like(line, note); })) return true;
  // What moves with the story: `AP Photo XNP101`, `With Graphic`.
  constexpr std::array<View, 5> kPictures = {" Photo ", " Photos ", " Graphic", " Video", " Photo,"};
  return line.size() < 200 &&
         std::any_of(kPictures.begin(), kPictures.end(), [line](View word) { return line.find(word) < 12; });
}

bool all_capitals(View line) {
  return std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct Header {
  std::string number;    ///< `W2870`
  std::string category;  ///< one letter
  std::string slug;      ///< shortened
};

/// `W2870 US asian LF f l DC3 DC1 BC-Slug ... 11-13 1049`
Header read_header(View bytes) {
  constexpr char kUnitSeparator = '\x1F';
  Header header;
  const std::size_t line_end = std::min(bytes.find('\n'), bytes.size());
  header.number = wire_text(trimmed(bytes.substr(0, std::min(bytes.find(kUnitSeparator), line_end))));
  View second = trimmed(bytes.substr(line_end));
  if (second.size() > 2 && second[1] == ' ') header.category = std::string(second.substr(2, 1));
  // The slug begins behind the two codes that tell how the text is set.
  const std::size_t codes = second.find_first_of("\x11\x12\x13\x14");
  if (codes != View::npos) second.remove_prefix(std::min(second.find(' ', codes), second.size()));
  second = trimmed(second);
  header.slug = wire_text(second.substr(0, second.find("  ")));
  return header;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Trailer {
  std::string source;     ///< `AP` of `AP-WF-11-13-13 1509GMT`
  std::string published;  ///< RFC 3339
};

Trailer read_trailer(View bytes) {
  Trailer trailer;
  View line = trimmed(bytes);
  line = line.substr(0, line.find_first_of("\n<"));
  const std::size_t source = std::min(line.find('-'), line.size());
  const bool named = source > 0 && source <= 12 &&
                     std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(source), is_digit);
  if (named) trailer.source = wire_text(line.substr(0, source));
  // MM-DD-YY HHMM, and the zone.
  constexpr View kShape = "00-00-00 0000";
  for (std::size_t pos = 0; pos + kShape.size() <= line.size(); ++pos) {
    const View part = line.substr(pos, kShape.size());
    const bool fits = std::equal(part.begin(), part.end(), kShape.begin(),
                                 [](char c, char shape) { return shape == '0' ? is_digit(c) : c == shape; });
    if (!fits) continue;
    const View year = part.substr(6, 2);
    const View zone = trimmed(line.substr(pos + kShape.size()));
    constexpr View kFirstYearOfWires = "60";
    trailer.published.append(year < kFirstYearOfWires ? "20" : "19").append(year).append("-");
    trailer.published.append(part.substr(0, 2)).append("-").append(part.substr(3, 2)).append("T");
    trailer.published.append(part.substr(9, 2)).append(":").append(part.substr(11, 2)).append(":00");
    if (zone.starts_with("GMT") || zone.starts_with("UTC")) trailer.published += "Z";
    break;
  }
  return trailer;
}

/// The lines above the text, and the text.
class Story {
 public:
  explicit Story(std::vector<AnpaLine> lines) : lines_(std::move(lines)) {}

  AnpaSlug slug() {
    if (lines_.empty() || lines_[0].kind != Kind::Heading) return {};
    at_ = 1;
    return parse_anpa_slug(lines_[0].text);
  }

  void headings(FieldList& fields) {
    for (; at_ < lines_.size() && lines_[at_].kind == Kind::Heading; ++at_) {
      const std::string& line = lines_[at_].text;
      if (is_byline(line)) {
        fields.line("authors", line);
        if (is_affiliation(at_ + 1)) ++at_;
        ++at_;
        break;
      }
      if (is_note(line)) continue;
      if (!fields.has("headline")) {
        fields.line("headline", line);
      } else if (!lines_[at_].centred) {
        fields.first("summary", line);
      } else {
        subheads_.push_back(line);
      }
    }
  }

  void body(FieldList& fields) {
    std::vector<std::string> paragraphs = std::move(subheads_);
    for (; at_ < lines_.size(); ++at_) {
      const AnpaLine& line = lines_[at_];
      if (line.kind == Kind::Heading && (line.text == "END" || (paragraphs.empty() && is_note(line.text)))) continue;
      if (line.kind == Kind::More && open_ && !paragraphs.empty()) {
        paragraphs.back() += " " + line.text;
      } else {
        paragraphs.push_back(line.text);
      }
      open_ = line.kind == Kind::Paragraph || line.kind == Kind::More;
    }
    for (const std::string& paragraph : paragraphs) fields.line("body", paragraph);
  }

 private:
  /// `Associated Press` under a byline; a head in capitals begins the text.
  [[nodiscard]] bool is_affiliation(std::size_t at) const {
    return at + 1 < lines_.size() && lines_[at].kind == Kind::Heading && lines_[at].centred &&
           lines_[at + 1].kind == Kind::Paragraph && !all_capitals(lines_[at].text);
  }

  std::vector<AnpaLine> lines_;
  std::vector<std::string> subheads_;
  std::size_t at_ = 0;
  bool open_ = false;
};

}  // namespace

std::vector<Field> anpa_fields(const WireMessage& message) {
  const Header header = read_header(message.header);
  const Trailer trailer = read_trailer(message.trailer);
  Story story(anpa_lines(message.text));
  FieldList fields;
  AnpaSlug slug = story.slug();
  if (slug.keyword.empty()) slug = parse_anpa_slug(header.slug);
  story.headings(fields);
  fields.first("headline", slug.keyword);
  story.body(fields);
  fields.line("published", trailer.published);
  fields.line("source", trailer.source);
  fields.line("section", wire_category(header.category));
  fields.line("topics", slug.keyword);
  // Without a day the number, which starts again daily, and the slug, which comes back, identify nothing.
  if (!trailer.published.empty()) {
    const std::string day = trailer.published.substr(0, 10);
    const std::string& name = slug.keyword.empty() ? header.number : slug.keyword;
    if (!name.empty()) fields.line("key", name + (slug.part.empty() ? "" : " (" + slug.part + ")") + " " + day);
  }
  return fields.take();
}

}  // namespace morgue::formats

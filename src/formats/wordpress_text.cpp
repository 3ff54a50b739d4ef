// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wordpress_text.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <set>

namespace morgue::formats {
namespace {

using View = std::string_view;

constexpr auto kBlocks = std::to_array<View>(
    {"address", "article", "aside",    "blockquote", "caption", "col",    "colgroup", "dd",    "details", "div",
     "dl",      "dt",      "fieldset", "figcaption", "figure",  "footer", "form",     "h1",    "h2",      "h3",
     "h4",      "h5",      "h6",       "header",     "hr",      "legend", "li",       "map",   "menu",    "nav",
     "ol",      "option",  "p",        "pre",        "section", "select", "summary",  "table", "tbody",   "td",
     "tfoot",   "th",      "thead",    "tr",         "ul",      "br",     "script",   "style", "iframe",  "object"});
/// Line ends in these are no line ends of the text.
constexpr auto kVerbatim = std::to_array<View>({"pre", "script", "style", "textarea"});
/// Shortcodes that stand for something other than text, along with all they enclose.
constexpr auto kDropped =
    std::to_array<View>({"audio", "caption", "embed", "gallery", "googlemaps", "iframe", "playlist", "twitter", "video",
                         "vimeo", "wp_caption", "youtube", "instagram"});
/// Shortcodes without any sign of being one but their name.
constexpr auto kBare = std::to_array<View>({"dropcap", "quote", "pullquote", "divider", "spacer", "sidebar", "toc"});

template <std::size_t N>
bool is_one_of(const std::array<View, N>& list, View item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

struct Bracket {
  View name;
  bool closing = false;
  bool attributes = false;
  std::size_t end = 0;  ///< behind the `]`
};

std::optional<Bracket> read_bracket(View text, std::size_t pos) {
  constexpr std::size_t kLongest = 2000;
  constexpr std::size_t kLongestName = 40;
  Bracket found;
  std::size_t at = pos + 1;
  found.closing = at < text.size() && text[at] == '/';
  if (found.closing) ++at;
  const std::size_t begin = at;
  if (at >= text.size() || text[at] < 'a' || text[at] > 'z') return std::nullopt;
  while (at < text.size() && is_name_letter(text[at]) && at - begin <= kLongestName) ++at;
  found.name = text.substr(begin, at - begin);
  if (at >= text.size() || View("] /\n\t").find(text[at]) == View::npos) return std::nullopt;
  const View rest = text.substr(at, kLongest);
  const std::size_t close = rest.find_first_of("[]");
  if (close == View::npos || rest[close] == '[') return std::nullopt;
  const std::size_t equals = rest.substr(0, close).find('=');
  found.attributes = equals != View::npos && equals > 0 && is_name_letter(rest[equals - 1]);
  found.end = at + close + 1;
  return found;
}

/// Whether a bracket has its line to itself.
bool is_alone(View text, std::size_t begin, std::size_t end) {
  const std::size_t before = text.substr(0, begin).find_last_not_of(" \t");
  const std::size_t after = text.find_first_not_of(" \t\r", end);
  return (before == View::npos || text[before] == '\n') && (after == View::npos || text[after] == '\n');
}

/// Where the last closing bracket of each name stands.
std::map<View, std::size_t> last_closers(View text) {
  std::map<View, std::size_t> last;
  for (std::size_t pos = text.find("[/"); pos != View::npos; pos = text.find("[/", pos + 2)) {
    if (const auto bracket = read_bracket(text, pos)) last[bracket->name] = pos;
  }
  return last;
}

std::string without_shortcodes(View text) {
  const auto closers = last_closers(text);
  std::string out;
  out.reserve(text.size());
  std::size_t pos = 0;
  while (pos < text.size()) {
    const std::size_t open = std::min(text.find('[', pos), text.size());
    out += text.substr(pos, open - pos);
    pos = open;
    if (pos == text.size()) break;
    // Doubled brackets are WordPress's way to write a shortcode that is none.
    const bool escaped = text.substr(pos, 2) == "[[";
    const auto bracket = escaped ? std::nullopt : read_bracket(text, pos);
    if (!bracket) {
      out += text.substr(pos, escaped ? 2 : 1);
      pos += escaped ? 2 : 1;
      continue;
    }
    const auto closer = closers.find(bracket->name);
    const bool shortcode = bracket->attributes || closer != closers.end() || is_one_of(kDropped, bracket->name) ||
                           is_one_of(kBare, bracket->name) || bracket->name.find('_') != View::npos ||
                           (bracket->name.find('-') != View::npos && is_alone(text, pos, bracket->end));
    if (!shortcode) {
      out += text.substr(pos, bracket->end - pos);
      pos = bracket->end;
      continue;
    }
    pos = bracket->end;
    if (bracket->closing || !is_one_of(kDropped, bracket->name)) continue;
    if (closer == closers.end() || closer->second < pos) continue;
    const std::size_t close = text.find("[/" + std::string(bracket->name), pos);
    pos = std::min(text.find(']', close), text.size() - 1) + 1;
  }
  return out;
}

/// The name of the tag at `pos`, in lower case, with `/` in front if it closes; empty if there is no tag.
std::string tag_name(View text, std::size_t pos) {
  std::string name;
  std::size_t at = pos + 1;
  if (at < text.size() && text[at] == '/') name += text[at++];
  constexpr std::size_t kLongest = 12;
  for (; at < text.size() && name.size() <= kLongest; ++at) {
    const char c = text[at] >= 'A' && text[at] <= 'Z' ? static_cast<char>(text[at] - 'A' + 'a') : text[at];
    if (!is_name_letter(c)) break;
    name += c;
  }
  return name;
}

bool is_block(View name) {
  return is_one_of(kBlocks, name.starts_with('/') ? name.substr(1) : name);
}

class Paragraphs {
 public:
  explicit Paragraphs(View text) : text_(text) {}

  std::string run() {
    out_.reserve(text_.size() + text_.size() / 16);
    while (pos_ < text_.size()) {
      const char c = text_[pos_];
      if (c == '\n' || c == '\r') {
        line_end();
      } else if (c == '<') {
        tag();
      } else {
        if (c != ' ' && c != '\t') behind_block_ = false;
        out_ += c;
        ++pos_;
      }
    }
    return std::move(out_);
  }

 private:
  void line_end() {
    const std::size_t end = std::min(text_.find_first_not_of(" \t\r\n", pos_), text_.size());
    const View blanks = text_.substr(pos_, end - pos_);
    const auto lines = std::count(blanks.begin(), blanks.end(), '\n');
    pos_ = end;
    const bool before_block = end < text_.size() && text_[end] == '<' && is_block(tag_name(text_, end));
    if (lines > 1) {
      out_ += "<p>";
    } else {
      out_ += behind_block_ || before_block ? "\n" : "<br>";
    }
    behind_block_ = true;
  }

  void tag() {
    if (text_.substr(pos_, 4) == "<!--") return copy_to("-->", 3);
    const std::string name = tag_name(text_, pos_);
    if (is_one_of(kVerbatim, name)) {
      copy_to("</" + name, 0);
      return;
    }
    if (name.empty() || name == "/") {
      out_ += text_[pos_++];
      behind_block_ = false;
      return;
    }
    copy_to(">", 1);
    behind_block_ = is_block(name);
  }

  /// Copies up to and with the next `mark`; a lone character when there is none, so that no search is in vain twice.
  void copy_to(View mark, std::size_t size) {
    const std::size_t found = missing_.contains(mark) ? View::npos : text_.find(mark, pos_ + 1);
    if (found == View::npos) {
      missing_.emplace(mark);
      out_ += text_[pos_++];
      return;
    }
    out_ += text_.substr(pos_, found + size - pos_);
    pos_ = found + size;
  }

  View text_;
  std::size_t pos_ = 0;
  bool behind_block_ = true;
  std::string out_;
  std::set<std::string, std::less<>> missing_;
};

}  // namespace

std::string wordpress_html(View content) {
  const std::string text = without_shortcodes(content);
  // The block editor writes the paragraphs itself.
  if (text.find("<!-- wp:") != text.npos) return text;
  return Paragraphs(text).run();
}

}  // namespace morgue::formats

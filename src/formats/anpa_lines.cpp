// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/anpa_lines.h"

#include <algorithm>

#include "formats/reject.h"
#include "formats/wire_charset.h"

namespace morgue::formats {
namespace {

constexpr char kTabularLine = '\x08';
constexpr char kEndOfColumn = '\x1F';

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t found = std::min(text.find(from, pos), text.size());
    out += text.substr(pos, found - pos);
    if (found < text.size()) out += to;
    pos = found + from.size();
  }
  return out;
}

/// In tables `{` is a half and `_` nothing, as in `16{` and a leader's games behind.
std::string set_row(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    const bool half =
        text[pos] == '{' && pos > 0 && (text[pos - 1] == ' ' || (text[pos - 1] >= '0' && text[pos - 1] <= '9'));
    const bool nothing = text[pos] == '_' && pos + 1 == text.size() && pos > 0 && text[pos - 1] == ' ';
    out += half ? "\u00BD" : nothing ? "\u2013" : text.substr(pos, 1);
  }
  return out;
}

std::string without_codes(std::string_view raw) {
  std::string out;
  bool blank = false;
  for (const char c : raw) {
    const bool space = c == ' ' || c == '\t' || c == kEndOfColumn;
    if (space) {
      blank = !out.empty();
    } else if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F') {
      if (blank) out += ' ';
      blank = false;
      out += c;
    }
  }
  return out;
}

AnpaLine read_line(std::string_view raw) {
  AnpaLine line;
  if (raw.starts_with('^')) {
    line.kind = AnpaLine::Kind::Heading;
    raw.remove_prefix(1);
  } else if (raw.starts_with(kTabularLine)) {
    line.kind = AnpaLine::Kind::Row;
    raw.remove_prefix(raw.substr(1, 1) == "^" ? 2 : 1);
  } else if (raw.starts_with('\t') || raw.starts_with("   ")) {
    line.kind = AnpaLine::Kind::Paragraph;
  }
  line.text = without_codes(raw);
  if (line.text.ends_with('=') || line.text.ends_with('<')) {
    line.centred = line.text.back() == '=';
    line.text.pop_back();
    line.text = std::string(trimmed(line.text));
  }
  if (line.kind == AnpaLine::Kind::Row) line.text = set_row(line.text);
  line.text = replaced(replaced(line.text, "``", "\""), "''", "\"");
  line.text = replaced(line.text, " _ ", " \u2014 ");
  if (line.text.find_first_not_of("_ ") == std::string::npos) line.text.clear();  // a rule
  return line;
}

}  // namespace

std::vector<AnpaLine> anpa_lines(std::string_view text) {
  const std::string decoded = wire_text(text);
  std::vector<AnpaLine> lines;
  for (std::string_view rest = decoded; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    AnpaLine line = read_line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/iptc7901_text.h"

#include <algorithm>
#include <array>

#include "formats/reject.h"
#include "text/normalise.h"

namespace morgue::formats {
namespace {

using View = std::string_view;

struct Line {
  View text;  ///< without blanks at both ends
  bool indented = false;
};

std::vector<Line> lines_of(View text) {
  std::vector<Line> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const View raw = text.substr(0, end);
    lines.push_back({trimmed(raw), raw.starts_with("  ") || raw.starts_with('\t')});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

bool is_byline(View line) {
  constexpr std::array<View, 6> kBy = {"by ", "von ", "par ", "por ", "di ", "av "};
  const std::string folded = text::fold_value(line.substr(0, 8));
  return std::any_of(kBy.begin(), kBy.end(), [&](View by) { return folded.starts_with(by); });
}

/// `1ST LEAD`, `EXTRA`, `(Achtung)`: how urgent or how new, above the headline.
bool is_label(View line) {
  if (line.starts_with('(') && line.ends_with(')')) return true;
  constexpr std::size_t kLongest = 40;
  constexpr auto kLabels =
      std::to_array<View>({"eil", "eilmeldung", "zusammenfassung", "korrektur", "berichtigung", "vorschau", "extra",
                           "urgent", "flash", "bulletin", "correction", "update", "wiederholung"});
  const std::string folded = text::fold_value(line);
  const std::string first = folded.substr(0, folded.find(' '));
  const bool label = std::find(kLabels.begin(), kLabels.end(), first) != kLabels.end();
  const bool capitals = std::none_of(line.begin(), line.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool lead = folded.ends_with(" lead") || folded == "lead";
  return line.size() <= kLongest && std::count(line.begin(), line.end(), ' ') <= 2 &&
         (lead || (label && (capitals || folded.find(' ') == folded.npos)) ||
          (label && folded.find_first_of("0123456789") != folded.npos));
}

/// Lines up to the one that ends with `=`; none if that does not come soon.
std::size_t head_lines(const std::vector<Line>& lines) {
  constexpr std::size_t kMost = 12;
  for (std::size_t i = 0; i < std::min(lines.size(), kMost); ++i) {
    if (lines[i].text.ends_with('=')) return i + 1;
  }
  return 0;
}

/// Where the part for editors begins.
bool ends_text(View line) {
  if (line.starts_with("# ")) return true;
  return line.size() >= 7 && line.find_first_not_of("* ") == View::npos;
}

/// `dpa wsz jln`: agency and initials of those who wrote and edited.
bool is_sign_off(View line, View source) {
  if (source.empty() || !line.starts_with(source)) return false;
  line.remove_prefix(source.size());
  constexpr std::size_t kLongest = 24;
  return line.size() <= kLongest && line.find_first_not_of("abcdefghijklmnopqrstuvwxyz -/") == View::npos;
}

}  // namespace

Iptc7901Text read_iptc7901_text(View text, View source) {
  Iptc7901Text out;
  const auto lines = lines_of(text);
  const std::size_t head = head_lines(lines);
  for (std::size_t i = 0; i < head; ++i) {
    View line = lines[i].text;
    if (line.ends_with('=')) line = trimmed(line.substr(0, line.size() - 1));
    if (line.empty() || (i + 1 < head && out.headline.empty() && is_label(line))) continue;
    std::string& part = !out.byline.empty() || (!out.headline.empty() && is_byline(line)) ? out.byline : out.headline;
    part += (part.empty() ? "" : " ") + std::string(line);
  }
  bool open = false;
  for (std::size_t i = head; i < lines.size() && !ends_text(lines[i].text); ++i) {
    const Line& line = lines[i];
    if (line.text.empty()) {
      open = false;
      continue;
    }
    if (open && !line.indented) {
      out.paragraphs.back() += " " + std::string(line.text);
    } else {
      out.paragraphs.emplace_back(line.text);
    }
    open = true;
  }
  if (!out.paragraphs.empty() && is_sign_off(out.paragraphs.back(), source)) out.paragraphs.pop_back();
  if (head == 0 && !out.paragraphs.empty()) {
    out.headline = out.paragraphs.front();
    out.paragraphs.erase(out.paragraphs.begin());
  }
  return out;
}

}  // namespace morgue::formats

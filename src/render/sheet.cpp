// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/sheet.h"

#include <algorithm>

#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/wrap.h"

namespace morgue::render {
namespace {

constexpr std::size_t kWidest = 80;  // longer lines are hard to read
constexpr std::size_t kNarrowest = 20;
constexpr std::size_t kLabelColumns = 15;

/// Line breaks are kept.
std::vector<std::string> wrapped(const std::string& text, std::size_t columns) {
  std::vector<std::string> out;
  const std::string safe = sanitise(text);
  for (std::size_t begin = 0; begin < safe.size();) {
    const std::size_t end = std::min(safe.find('\n', begin), safe.size());
    const auto lines = wrap(std::string_view(safe).substr(begin, end - begin), columns);
    out.insert(out.end(), lines.begin(), lines.end());
    if (lines.empty()) out.emplace_back();
    begin = end + 1;
  }
  return out;
}

}  // namespace

Sheet::Sheet(const TextStyle& style) : painter_(style), columns_(std::clamp(style.width, kNarrowest, kWidest)) {}

std::size_t Sheet::value_columns() const {
  return columns_ > kLabelColumns + kNarrowest ? columns_ - kLabelColumns : kNarrowest;
}

std::string Sheet::margin(std::string_view label) const {
  return painter_.paint(label, Look::Dim) + std::string(kLabelColumns - label.size(), ' ');
}

void Sheet::headline(std::string_view text, std::string_view url) {
  for (const std::string& line : wrap(sanitise_line(text), columns_)) {
    out_ += painter_.link(painter_.paint(line, Look::Heading), url, "headline") + "\n";
  }
}

void Sheet::blank() {
  if (!out_.empty()) out_ += '\n';
}

void Sheet::fact(std::string_view label, std::string_view value) {
  lines(label, wrap(sanitise_line(value), value_columns()));
}

void Sheet::fact(std::string_view label, const std::vector<std::string>& values, std::string_view separator) {
  fact(label, join(values, separator));
}

void Sheet::whole_fact(std::string_view label, const std::string& value) {
  if (value.empty()) return;
  out_ += margin(label) + sanitise_line(value) + "\n";
}

void Sheet::note(std::string_view label, const std::string& text) {
  lines(label, wrapped(text, value_columns()));
}

void Sheet::lines(std::string_view label, const std::vector<std::string>& painted) {
  bool first = true;
  for (const std::string& line : painted) {
    if (!line.empty()) out_ += (first ? margin(label) : std::string(kLabelColumns, ' ')) + line;
    out_ += '\n';
    first = false;
  }
}

void Sheet::prose(const std::string& text) {
  for (const std::string& line : wrapped(text, columns_)) out_ += line + "\n";
}

}  // namespace morgue::render

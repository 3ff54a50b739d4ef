// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/kwic.h"

#include <algorithm>

#include "core/width.h"
#include "render/painter.h"
#include "render/sanitise.h"

namespace morgue::render {
namespace {

constexpr std::size_t kGap = 2;           // between columns
constexpr std::size_t kDateColumns = 10;  // 2025-06-24
constexpr std::size_t kIdColumns = 6;
constexpr std::size_t kUsualMatch = 12;
constexpr std::size_t kNarrowest = 10;
// Lines held back until it is known how wide their ids are.
constexpr std::size_t kBlock = 500;

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string date_of(const Occurrence& occurrence) {
  if (!occurrence.published) return "undated";
  return occurrence.published->to_string().substr(0, kDateColumns);
}

class TextKwic final : public KwicWriter {
 public:
  TextKwic(const TextStyle& style, const KwicWidth& width) : painter_(style), width_(width) {}

  std::string add(const Occurrence& occurrence) override {
    if (block_.size() < kBlock) {
      block_.push_back(occurrence);
      return {};
    }
    return write_block() + line(occurrence);
  }

  std::string end() override { return write_block(); }

 private:
  std::string write_block() {
    for (const Occurrence& occurrence : block_) {
      id_columns_ = std::max(id_columns_, std::to_string(occurrence.id).size());
    }
    std::string out;
    for (const Occurrence& occurrence : block_) out += line(occurrence);
    block_.clear();
    return out;
  }

  std::string line(const Occurrence& occurrence) const {
    const std::string id = std::to_string(occurrence.id);
    const std::string left = sanitise_line(without_blanks(occurrence.left));
    const std::string match = sanitise_line(occurrence.match);
    const std::string right = sanitise_line(without_blanks(occurrence.right));
    std::string out(id_columns_ - std::min(id_columns_, id.size()), ' ');
    out += painter_.paint(id, Look::Dim);
    out.append(kGap, ' ');
    const std::string date = date_of(occurrence);
    out += painter_.paint(date, Look::Dim);
    const std::size_t left_columns = column_width(left);
    out.append(kDateColumns - std::min(kDateColumns, date.size()) + kGap, ' ');
    out.append(width_.side - std::min(width_.side, left_columns), ' ');
    out += left;
    out.append(kGap, ' ');
    out += painter_.paint(match, Look::Bold);
    const std::size_t used = std::max(id_columns_, id.size()) + kGap + kDateColumns + kGap +
                             std::max(width_.side, left_columns) + kGap + column_width(match) + kGap;
    const std::string_view shown = fit(right, used);
    if (!shown.empty()) out.append(kGap, ' ').append(shown);
    return out + '\n';
  }

  /// As much of what stands behind the match as the line has room for, up to the end of a word.
  [[nodiscard]] std::string_view fit(std::string_view right, std::size_t used) const {
    if (width_.line == 0) return right;
    const std::string_view fitting = fit_columns(right, width_.line - std::min(width_.line, used));
    if (fitting.size() == right.size() || right[fitting.size()] == ' ') return without_blanks(fitting);
    const auto blank = fitting.rfind(' ');
    return blank == std::string_view::npos ? fitting : fitting.substr(0, blank);
  }

  Painter painter_;
  KwicWidth width_;
  std::vector<Occurrence> block_;
  std::size_t id_columns_ = 1;
};

}  // namespace

KwicWidth fit_kwic(std::size_t columns) {
  constexpr std::size_t kTaken = kIdColumns + kDateColumns + 4 * kGap + kUsualMatch;
  const std::size_t side = (columns - std::min(columns, kTaken)) / 2;
  return {std::max(side, kNarrowest), columns};
}

std::unique_ptr<KwicWriter> kwic_text(const TextStyle& style, const KwicWidth& width) {
  return std::make_unique<TextKwic>(style, width);
}

}  // namespace morgue::render

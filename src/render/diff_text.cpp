// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "render/revisions.h"
#include "render/sanitise.h"
#include "render/sheet.h"
#include "render/text_parts.h"
#include "render/wrap.h"

namespace morgue::render {
namespace {

using Op = Edit::Op;

constexpr std::size_t kLongStretch = 80;  ///< words that stayed, beyond which most are left out
constexpr std::size_t kContext = 20;      ///< words left on each side of what changed
constexpr std::string_view kPilcrow = "¶";

/// One line of the texts, cut into what stayed, went and came.
using Line = std::vector<Edit>;

bool unchanged(const Line& line) {
  return std::ranges::all_of(line, [](const Edit& edit) { return edit.op == Op::Equal; });
}

bool is_empty(const Line& line) {
  return std::ranges::all_of(line, [](const Edit& edit) { return edit.text.empty(); });
}

/// At the line ends that the texts share, and at those that only one has, which show as a sign.
std::vector<Line> lines_of(const std::vector<Edit>& edits) {
  std::vector<Line> lines(1);
  for (const Edit& edit : edits) {
    const std::string text = sanitise(edit.text);
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      std::string piece = text.substr(begin, end - begin);
      const bool broken = end < text.size();
      // The free line between two paragraphs has no sign of its own.
      if (broken && edit.op != Op::Equal && !(begin > 0 && piece.empty())) piece += kPilcrow;
      if (!piece.empty()) lines.back().push_back({edit.op, std::move(piece)});
      if (broken) lines.emplace_back();
      begin = end + 1;
    }
  }
  return lines;
}

std::size_t count_words(std::string_view text) {
  std::size_t words = 0;
  for (std::size_t pos = text.find_first_not_of(' '); pos != std::string_view::npos;
       pos = text.find_first_not_of(' ', pos)) {
    ++words;
    pos = std::min(text.find(' ', pos), text.size());
  }
  return words;
}

/// Behind the first `words` words.
std::size_t skip_words(std::string_view text, std::size_t words) {
  std::size_t pos = 0;
  for (; words > 0 && pos < text.size(); --words) {
    pos = std::min(text.find(' ', pos), text.size());
    pos = std::min(text.find_first_not_of(' ', pos), text.size());
  }
  return pos;
}

/// Leaves of a long stretch that stayed what is near to what changed.
std::string shortened(const std::string& text, bool first, bool last) {
  const std::size_t words = count_words(text);
  if (words <= kLongStretch) return text;
  const std::size_t head = first ? 0 : kContext;
  const std::size_t tail = last ? 0 : kContext;
  const std::size_t end = skip_words(text, head);
  const std::size_t resume = skip_words(text, words - tail);
  return text.substr(0, end) + "[... " + grouped(static_cast<std::int64_t>(words - head - tail)) + " words ...] " +
         (last ? std::string() : text.substr(resume));
}

/// A line with its edits marked: by brackets in the text, or by what is painted.
struct Marked {
  std::string text;
  std::vector<Snippet::Mark> removed;
  std::vector<Snippet::Mark> added;
};

Marked marked(const Line& line, bool colour) {
  Marked out;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const Edit& edit = line[i];
    const std::size_t begin = out.text.size();
    if (edit.op == Op::Equal) {
      out.text += shortened(edit.text, i == 0, i + 1 == line.size());
      continue;
    }
    const bool gone = edit.op == Op::Delete;
    if (!colour) out.text += gone ? "[-" : "{+";
    out.text += edit.text;
    if (!colour) out.text += gone ? "-]" : "+}";
    if (colour) (gone ? out.removed : out.added).push_back({begin, out.text.size()});
  }
  return out;
}

/// Both kinds of marks cut to the same lines.
std::vector<std::string> painted(const Marked& line, const Painter& painter, std::size_t columns) {
  const auto gone = wrap(Snippet{line.text, line.removed}, columns);
  const auto come = wrap(Snippet{line.text, line.added}, columns);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < gone.size(); ++i) {
    std::vector<std::pair<Snippet::Mark, Look>> marks;
    for (const auto& mark : gone[i].marks) marks.emplace_back(mark, Look::Removed);
    for (const auto& mark : come[i].marks) marks.emplace_back(mark, Look::Added);
    std::ranges::sort(marks, {}, [](const auto& mark) { return mark.first.begin; });
    const std::string_view text = gone[i].text;
    std::string shown;
    std::size_t done = 0;
    for (const auto& [mark, look] : marks) {
      shown += text.substr(done, mark.begin - done);
      shown += painter.paint(text.substr(mark.begin, mark.end - mark.begin), look);
      done = mark.end;
    }
    shown += text.substr(done);
    out.push_back(std::move(shown));
  }
  return out;
}

class Writer {
 public:
  Writer(Sheet& sheet, bool colour) : sheet_(sheet), colour_(colour) {}

  /// Beside its label: the line of a text, or values.
  void fact(std::string_view label, const Line& line) {
    sheet_.lines(label, painted(marked(line, colour_), sheet_.painter(), sheet_.value_columns()));
  }

  void values(std::string_view label, const std::vector<Edit>& edits) {
    Line line;
    for (const Edit& edit : edits) {
      const bool replaces = !line.empty() && line.back().op == Op::Delete && edit.op == Op::Insert;
      if (!line.empty() && !replaces) line.push_back({Op::Equal, ", "});
      line.push_back({edit.op, sanitise_line(edit.text)});
    }
    fact(label, line);
  }

  void text(const std::vector<Edit>& edits) {
    std::size_t left_out = 0;
    bool between = true;  // a free line is due before what comes
    const auto note = [&] {
      if (left_out == 0) return;
      sheet_.blank();
      sheet_.prose("[... " + grouped(static_cast<std::int64_t>(left_out)) +
                   (left_out == 1 ? " paragraph as before ...]" : " paragraphs as before ...]"));
      left_out = 0;
      between = true;
    };
    for (const Line& line : lines_of(edits)) {
      if (is_empty(line)) {
        between = true;
      } else if (unchanged(line)) {
        ++left_out;
      } else {
        note();
        if (between) sheet_.blank();
        between = false;
        for (const std::string& each : painted(marked(line, colour_), sheet_.painter(), sheet_.columns())) {
          sheet_.paint(each);
        }
      }
    }
    note();
  }

 private:
  Sheet& sheet_;
  bool colour_;
};

std::string label_of(ArticlePart part) {
  if (part == ArticlePart::Published) return "Published";
  if (part == ArticlePart::Url) return "URL";
  std::string label(to_string(part));
  label.front() = static_cast<char>(label.front() - 'a' + 'A');
  return label;
}

std::string name_of(const Revision& revision) {
  return "revision " + std::to_string(revision.revision) + (revision.present ? ", the present one" : "") +
         ", recorded " + recorded(revision);
}

}  // namespace

std::string diff_text(const Revision& before, const Revision& after, const std::vector<PartDiff>& diffs,
                      const TextStyle& style) {
  Sheet sheet(style);
  sheet.headline(after.headline.empty() ? before.headline : after.headline, after.url);
  sheet.blank();
  sheet.fact("Id", std::to_string(after.id));
  sheet.fact("From", name_of(before));
  sheet.fact("To", name_of(after));
  Writer writer(sheet, style.colour);
  const std::vector<Edit>* body = nullptr;
  for (const PartDiff& diff : diffs) {
    if (diff.part == ArticlePart::Body) {
      body = &diff.edits;
    } else if (diff.part == ArticlePart::Headline || diff.part == ArticlePart::Summary) {
      Line line;
      for (const Edit& edit : diff.edits) line.push_back({edit.op, sanitise_line(edit.text)});
      writer.fact(label_of(diff.part), line);
    } else {
      writer.values(label_of(diff.part), diff.edits);
    }
  }
  if (!before.metadata_kept || !after.metadata_kept) {
    sheet.fact("Metadata", "not compared: those of earlier revisions were not kept");
  }
  if (body != nullptr) writer.text(*body);
  return sheet.take();
}

}  // namespace morgue::render

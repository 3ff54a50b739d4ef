// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/explanation.h"

#include <algorithm>
#include <optional>

#include "core/width.h"
#include "render/painter.h"
#include "render/sanitise.h"
#include "render/text_parts.h"
#include "render/wrap.h"

namespace morgue::render {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kDeepest = 12;  // levels that are still indented further
constexpr std::size_t kGap = 2;
constexpr std::size_t kNarrowest = 16;  // columns that clauses keep, however small the window

struct Line {
  std::size_t level = 0;
  const Explanation* clause = nullptr;
};

std::size_t indent_of(std::size_t level) {
  return kIndent * std::min(level, kDeepest);
}

void collect(const Explanation& clause, std::size_t level, std::vector<Line>& lines) {
  lines.push_back({level, &clause});
  for (const Explanation& part : clause.of) collect(part, level + 1, lines);
}

std::string without_of(const Explanation& clause) {
  return clause.without ? "without it: " + grouped(*clause.without) : "";
}

constexpr std::string_view kHard = "\u00A0";  // keeps a word and its count on one line

std::string soft(std::string text) {
  for (std::size_t at = text.find(kHard); at != std::string::npos; at = text.find(kHard, at)) {
    text.replace(at, kHard.size(), " ");
  }
  return text;
}

/// `docks 300, docked 50 and 10 more`
std::string forms_of(const Explanation& clause) {
  std::string out;
  for (const auto& form : clause.forms) {
    add_part(out, ", ", sanitise_line(form.word) + std::string(kHard) + grouped(form.articles));
  }
  if (clause.all_forms > clause.forms.size()) {
    out += " and " + grouped(static_cast<std::int64_t>(clause.all_forms - clause.forms.size())) + " more";
  }
  return out;
}

/// Whether the forms say more than the clause does: a word that stands for itself alone needs no list.
bool are_forms_news(const Explanation& clause) {
  return clause.all_forms > 1 || (clause.forms.size() == 1 && !clause.clause.ends_with(clause.forms.front().word));
}

std::string cut(const std::string& text, std::size_t columns) {
  if (column_width(text) <= columns) return text;
  return std::string(fit_columns(text, columns - 1)) + "…";
}

class Tree {
 public:
  Tree(const Explanation& query, const TextStyle& style) : painter_(style), width_(style.width) {
    collect(query, 0, lines_);
    std::size_t clauses = 0;
    for (const Line& line : lines_) {
      const std::string text = sanitise_line(line.clause->clause);
      clauses = std::max(clauses, indent_of(line.level) + column_width(text));
      counts_ = std::max(counts_, grouped(line.clause->articles).size());
      withouts_ = std::max(withouts_, without_of(*line.clause).size());
    }
    const std::size_t taken = kGap + counts_ + (withouts_ > 0 ? kGap + withouts_ : 0);
    clauses_ = std::min(clauses, width_ > taken + kNarrowest ? width_ - taken : kNarrowest);
  }

  std::string text() {
    for (const Line& line : lines_) {
      add(line);
      add_forms(line);
    }
    return std::move(out_);
  }

 private:
  void add(const Line& line) {
    const std::size_t indent = std::min(indent_of(line.level), clauses_ - kNarrowest / 2);
    const std::string clause = cut(sanitise_line(line.clause->clause), clauses_ - indent);
    const std::string count = grouped(line.clause->articles);
    out_ += std::string(indent, ' ') + (line.level == 0 ? painter_.paint(clause, Look::Bold) : clause);
    out_.append(clauses_ - indent - column_width(clause) + kGap + counts_ - count.size(), ' ');
    out_ += painter_.paint(count, line.clause->articles == 0 ? Look::Heading : Look::Plain);
    if (const std::string without = without_of(*line.clause); !without.empty()) {
      out_.append(kGap, ' ');
      out_ += painter_.paint(without, Look::Dim);
    }
    out_ += '\n';
  }

  void add_forms(const Line& line) {
    if (!are_forms_news(*line.clause)) return;
    const std::size_t indent = indent_of(line.level + 1);
    const std::size_t room = width_ > indent + kNarrowest ? width_ - indent : kNarrowest;
    for (const std::string& part : wrap("= " + forms_of(*line.clause), room)) {
      out_ += std::string(indent, ' ') + painter_.paint(soft(part), Look::Dim) + "\n";
    }
  }

  Painter painter_;
  std::size_t width_;
  std::vector<Line> lines_;
  std::size_t clauses_ = 1;
  std::size_t counts_ = 1;
  std::size_t withouts_ = 0;
  std::string out_;
};

/// The clauses that match nothing: the largest whose removal helps, else as deep as they can be named.
void find_empty(const Explanation& clause, std::vector<const Explanation*>& found) {
  const std::size_t before = found.size();
  if (clause.without.value_or(0) == 0) {
    for (const Explanation& part : clause.of) {
      if (part.articles == 0) find_empty(part, found);
    }
  }
  if (found.size() == before) found.push_back(&clause);
}

constexpr std::size_t kBlamed = 3;          // culprits named; more would not help
constexpr std::size_t kBlamedColumns = 60;  // of a clause

std::string matches_of(std::int64_t count) {
  return grouped(count) + (count == 1 ? " match" : " matches");
}

std::string name_of(const Explanation& clause) {
  return cut(sanitise_line(clause.clause), kBlamedColumns);
}

}  // namespace

std::vector<std::string> blame(const Explanation& query) {
  if (query.articles > 0 || query.of.empty()) return {};
  std::vector<const Explanation*> empty;
  find_empty(query, empty);
  std::vector<std::string> lines;
  for (const Explanation* clause : empty) {
    if (clause == &query) continue;
    std::string line = "nothing matches " + name_of(*clause);
    if (clause->without.value_or(0) > 0) line += " (without it: " + matches_of(*clause->without) + ")";
    lines.push_back(std::move(line));
  }
  if (lines.empty()) {
    for (const Explanation& part : query.of) {
      if (part.without.value_or(0) > 0) lines.push_back("without " + name_of(part) + ": " + matches_of(*part.without));
    }
  }
  lines.resize(std::min(lines.size(), kBlamed));
  return lines;
}

std::string explanation_text(const Explanation& query, const TextStyle& style) {
  return Tree(query, style).text();
}

void write_explanation(JsonWriter& json, const Explanation& clause) {
  json.begin_object();
  json.key("clause").string(clause.clause);
  json.key("articles").integer(clause.articles);
  json.key("without");
  if (clause.without) {
    json.integer(*clause.without);
  } else {
    json.null();
  }
  json.key("forms").begin_array();
  for (const auto& form : clause.forms) {
    json.begin_object().key("word").string(form.word).key("articles").integer(form.articles).end_object();
  }
  json.end_array();
  json.key("forms_total").integer(static_cast<std::int64_t>(clause.all_forms));
  json.key("of").begin_array();
  for (const Explanation& part : clause.of) write_explanation(json, part);
  json.end_array().end_object();
}

}  // namespace morgue::render

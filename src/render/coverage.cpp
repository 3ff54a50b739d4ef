// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/coverage.h"

#include <algorithm>
#include <string_view>

#include "core/width.h"
#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/painter.h"
#include "render/sanitise.h"
#include "render/text_parts.h"

namespace morgue::render {
namespace {

constexpr int kFormatVersion = 1;
constexpr std::string_view kGap = "  ";
constexpr std::string_view kNoArticles = "·";
constexpr std::size_t kDatesShown = 10;

std::string counted(std::int64_t count, std::string_view one, std::string_view many) {
  return grouped(count) + " " + std::string(count == 1 ? one : many);
}

std::string label(const CoveredSpan& span) {
  return span.from == span.to ? span.from : span.from + ".." + span.to;
}

std::string explained(const std::string& reason) {
  if (reason == "future") return "later than the day it was stored";
  if (reason == "early") return "before there were newspapers";
  return "far from the other dates of its source";
}

/// The rows of all sources are set alike, so that they can be compared.
class Rows {
 public:
  Rows(const CoverageReport& report, const TextStyle& style, BarStyle bars)
      : painter_(style), bars_(bars), by_(report.by) {
    for (const CoveredSource& source : report.sources) {
      for (const CoveredSpan& span : source.spans) {
        labels_ = std::max(labels_, label(span).size());
        numbers_ = std::max(numbers_, grouped(span.articles).size());
      }
    }
    const std::size_t taken = labels_ + 2 * kGap.size() + numbers_;
    columns_ = style.width > taken ? style.width - taken : 0;
  }

  [[nodiscard]] std::string of(const CoveredSource& source) const {
    std::int64_t largest = 1;
    for (const CoveredSpan& span : source.spans) largest = std::max(largest, span.articles);
    std::string out = heading(source);
    for (const CoveredSpan& span : source.spans) out += row(span, largest);
    return out + rest(source);
  }

 private:
  [[nodiscard]] std::string heading(const CoveredSource& source) const {
    const std::string name = source.source.empty() ? "(no source)" : sanitise_line(source.source);
    std::string line = counted(source.articles, "article", "articles");
    if (!source.spans.empty()) line += ", " + source.spans.front().from;
    if (source.spans.size() > 1) line += " to " + source.spans.back().to;
    return painter_.paint(name, Look::Heading) + ": " + line + "\n";
  }

  [[nodiscard]] std::string row(const CoveredSpan& span, std::int64_t largest) const {
    const std::string name = label(span);
    std::string out = name + std::string(labels_ - name.size(), ' ') + std::string(kGap);
    if (span.articles == 0) {
      const std::string words =
          std::string(kNoArticles) + "  " + counted(span.periods, by_, by_ + "s") + " without articles";
      return out + painter_.paint(words, Look::Dim) + "\n";
    }
    const std::string drawn = bar(static_cast<double>(span.articles) / static_cast<double>(largest), columns_, bars_);
    const std::string number = grouped(span.articles);
    out += drawn + std::string(columns_ - column_width(drawn), ' ') + std::string(kGap);
    return out + std::string(numbers_ - number.size(), ' ') + number + "\n";
  }

  /// What is in no row.
  [[nodiscard]] std::string rest(const CoveredSource& source) const {
    std::string line;
    if (source.undated > 0) line = grouped(source.undated) + " without a date";
    if (source.coarse > 0) add_part(line, ", ", grouped(source.coarse) + " dated by year only");
    if (!source.suspicious.empty()) {
      add_part(line, ", ",
               counted(static_cast<std::int64_t>(source.suspicious.size()), "suspicious date:", "suspicious dates:"));
    }
    if (!line.empty() && !source.spans.empty()) line.insert(0, "not counted above: ");
    std::string out = line.empty() ? "" : line + "\n";
    for (std::size_t i = 0; i < std::min(kDatesShown, source.suspicious.size()); ++i) {
      const SuspiciousDate& date = source.suspicious[i];
      out += "  id:" + std::to_string(date.id) + "  " + date.published + "  " +
             painter_.paint(explained(date.reason), Look::Dim) + "\n";
    }
    if (source.suspicious.size() > kDatesShown) {
      out += "  and " + grouped(static_cast<std::int64_t>(source.suspicious.size() - kDatesShown)) + " more: -o csv\n";
    }
    return out;
  }

  Painter painter_;
  BarStyle bars_;
  std::string by_;
  std::size_t labels_ = 0;
  std::size_t numbers_ = 0;
  std::size_t columns_ = 0;
};

void write_text(JsonWriter& json, const std::string& text) {
  if (text.empty()) {
    json.null();
  } else {
    json.string(text);
  }
}

void write_source(JsonWriter& json, const CoveredSource& source) {
  json.begin_object().key("source");
  write_text(json, source.source);
  json.key("articles").integer(source.articles).key("first");
  write_text(json, source.spans.empty() ? "" : source.spans.front().from);
  json.key("last");
  write_text(json, source.spans.empty() ? "" : source.spans.back().to);
  json.key("undated").integer(source.undated).key("coarse").integer(source.coarse);
  json.key("periods").begin_array();
  for (const CoveredSpan& span : source.spans) {
    if (span.articles == 0) continue;
    json.begin_object().key("value").string(span.from).key("count").integer(span.articles).end_object();
  }
  json.end_array().key("gaps").begin_array();
  for (const CoveredSpan& span : source.spans) {
    if (span.articles > 0) continue;
    json.begin_object().key("from").string(span.from).key("to").string(span.to);
    json.key("periods").integer(span.periods).end_object();
  }
  json.end_array().key("suspicious").begin_array();
  for (const SuspiciousDate& date : source.suspicious) {
    json.begin_object().key("id").integer(date.id).key("published").string(date.published);
    json.key("reason").string(date.reason).end_object();
  }
  json.end_array().end_object();
}

void write_row(CsvWriter& csv, const std::string& source, std::string_view kind, const CoveredSpan& span,
               std::string_view id = {}) {
  csv.text(source);
  csv.plain(kind);
  csv.plain(span.from);
  csv.plain(span.to);
  csv.plain(std::to_string(span.articles));
  csv.plain(id);
  csv.end_row();
}

}  // namespace

std::string coverage_text(const CoverageReport& report, const TextStyle& style, BarStyle bars) {
  const Rows rows(report, style, bars);
  std::string out;
  for (const CoveredSource& source : report.sources) out += (out.empty() ? "" : "\n") + rows.of(source);
  return out;
}

std::string coverage_json(const CoverageReport& report) {
  JsonWriter json;
  json.begin_object().key("format_version").integer(kFormatVersion).key("query").string(report.query);
  json.key("by").string(report.by).key("sources").begin_array();
  for (const CoveredSource& source : report.sources) write_source(json, source);
  return json.end_array().end_object().take() + "\n";
}

std::string coverage_csv(const CoverageReport& report, char separator) {
  CsvWriter csv(separator);
  for (const std::string_view name : {"source", "kind", "from", "to", "articles", "id"}) csv.plain(name);
  csv.end_row();
  for (const CoveredSource& source : report.sources) {
    for (const CoveredSpan& span : source.spans) {
      write_row(csv, source.source, span.articles == 0 ? "gap" : "period", span);
    }
    if (source.undated > 0) write_row(csv, source.source, "undated", {"", "", 1, source.undated});
    if (source.coarse > 0) write_row(csv, source.source, "coarse", {"", "", 1, source.coarse});
    for (const SuspiciousDate& date : source.suspicious) {
      write_row(csv, source.source, date.reason, {date.published, date.published, 1, 1}, std::to_string(date.id));
    }
  }
  return csv.take();
}

}  // namespace morgue::render

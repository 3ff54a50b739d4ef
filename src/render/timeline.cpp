// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/width.h"
#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/painter.h"

namespace morgue::render {
namespace {

constexpr std::string_view kGap = "  ";
constexpr std::string_view kNoArticles = "·";
constexpr std::size_t kLongGap = 15;  // periods; of a longer one only the ends are shown
constexpr double kThousand = 1000;
constexpr int kRateDecimals = 3;

double rate(const PeriodCount& period) {
  return period.articles == 0 ? 0 : kThousand * static_cast<double>(period.hits) / static_cast<double>(period.articles);
}

/// Digits behind the point of all rates: the smaller they are, the more matter.
int text_decimals(double largest) {
  if (largest >= 100) return 0;
  return largest >= 10 ? 1 : 2;
}

/// The numbers of the rows, each column as wide as its widest.
class Numbers {
 public:
  explicit Numbers(const Timeline& timeline) : normalised_(timeline.normalised) {
    std::int64_t hits = 0;
    std::int64_t articles = 0;
    double largest_rate = 0;
    for (const PeriodCount& period : timeline.periods) {
      hits = std::max(hits, period.hits);
      articles = std::max(articles, period.articles);
      largest_rate = std::max(largest_rate, rate(period));
    }
    largest_ = normalised_ ? largest_rate : static_cast<double>(hits);
    decimals_ = text_decimals(largest_rate);
    hits_columns_ = std::to_string(hits).size();
    articles_columns_ = std::to_string(articles).size();
    rate_columns_ = fmt::format("{:.{}f}", largest_rate, decimals_).size();
  }

  [[nodiscard]] std::string of(const PeriodCount& period) const {
    if (!normalised_) return fmt::format("{:>{}}", period.hits, hits_columns_);
    return fmt::format("{:>{}.{}f}  {:>{}} of {:>{}}", rate(period), rate_columns_, decimals_, period.hits,
                       hits_columns_, period.articles, articles_columns_);
  }
  /// What a bar is drawn for, as a part of the largest.
  [[nodiscard]] double share(const PeriodCount& period) const {
    const double value = normalised_ ? rate(period) : static_cast<double>(period.hits);
    return largest_ > 0 ? value / largest_ : 0;
  }

 private:
  bool normalised_;
  double largest_ = 0;
  int decimals_ = 0;
  std::size_t hits_columns_ = 0;
  std::size_t articles_columns_ = 0;
  std::size_t rate_columns_ = 0;
};

/// The first period behind `from` that has articles.
std::size_t gap_end(const std::vector<PeriodCount>& periods, std::size_t from) {
  while (from < periods.size() && periods[from].articles == 0) ++from;
  return from;
}

void write_object(JsonWriter& json, const Timeline& timeline, const PeriodCount& period) {
  json.begin_object().key("value").string(period.period).key("count").integer(period.hits);
  json.key("articles").integer(period.articles);
  if (timeline.normalised) {
    json.key("per_1000");
    if (period.articles == 0) {
      json.null();
    } else {
      json.number(rate(period), kRateDecimals);
    }
  }
  json.end_object();
}

}  // namespace

std::string timeline_text(const Timeline& timeline, const TextStyle& style, BarStyle bars) {
  if (timeline.periods.empty()) return {};
  const Painter painter(style);
  const Numbers numbers(timeline);
  std::size_t label_columns = 0;
  for (const PeriodCount& period : timeline.periods) label_columns = std::max(label_columns, period.period.size());
  const std::size_t taken = label_columns + 2 * kGap.size() + numbers.of(timeline.periods.front()).size();
  const std::size_t bar_columns = style.width > taken ? style.width - taken : 0;

  std::string out;
  for (std::size_t i = 0; i < timeline.periods.size(); ++i) {
    const PeriodCount& period = timeline.periods[i];
    out += period.period + std::string(label_columns - period.period.size(), ' ');
    out += kGap;
    if (period.articles == 0) {
      out += painter.paint(kNoArticles, Look::Dim);
      const std::size_t end = gap_end(timeline.periods, i);
      if (end - i > kLongGap) {
        out += "\n" + fmt::format("{:<{}}", "...", label_columns) + std::string(kGap);
        out += painter.paint(fmt::format("{} {} more", kNoArticles, end - i - 2), Look::Dim);
        i = end - 2;  // the last of them comes next
      }
    } else {
      const std::string drawn = bar(numbers.share(period), bar_columns, bars);
      out += drawn + std::string(bar_columns - column_width(drawn), ' ');
      out += kGap;
      out += numbers.of(period);
    }
    out += '\n';
  }
  return out;
}

std::string timeline_json(const Timeline& timeline) {
  JsonWriter json;
  json.begin_array();
  for (const PeriodCount& period : timeline.periods) write_object(json, timeline, period);
  return json.end_array().take() + "\n";
}

std::string timeline_jsonl(const Timeline& timeline) {
  std::string out;
  for (const PeriodCount& period : timeline.periods) {
    JsonWriter json;
    write_object(json, timeline, period);
    out += json.take();
    out += '\n';
  }
  return out;
}

std::string timeline_csv(const Timeline& timeline, char separator) {
  CsvWriter csv(separator);
  for (const std::string_view name : {"value", "count", "articles"}) csv.plain(name);
  if (timeline.normalised) csv.plain("per_1000");
  csv.end_row();
  for (const PeriodCount& period : timeline.periods) {
    csv.text(period.period);
    csv.plain(std::to_string(period.hits));
    csv.plain(std::to_string(period.articles));
    if (timeline.normalised) csv.plain(period.articles == 0 ? "" : format_number(rate(period), kRateDecimals));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace morgue::render

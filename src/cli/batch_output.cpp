// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/batch_output.h"

#include <array>
#include <charconv>
#include <string_view>
#include <utility>

#include "core/error.h"
#include "formats/csv_row.h"
#include "render/csv_writer.h"
#include "render/json_writer.h"
#include "render/text_parts.h"

namespace morgue::cli {
namespace {

constexpr std::array<std::string_view, 8> kColumns = {"name",   "query",  "filters", "total",
                                                      "oldest", "newest", "error",   "took_ms"};
enum Column : std::size_t { kName, kQuery, kFilters, kTotal, kOldest, kNewest, kError };
constexpr std::size_t kAsked = kTotal;  ///< the columns before it say what was asked
constexpr int kDecimals = 1;

std::string header() {
  render::CsvWriter csv(',');
  for (const std::string_view name : kColumns) csv.plain(name);
  csv.end_row();
  return csv.take();
}

void write_asked(render::CsvWriter& csv, const BatchQuery& query) {
  std::string filters;
  for (const auto& [name, value] : query.arguments.filters()) render::add_part(filters, "; ", name + "=" + value);
  csv.text(query.name);
  csv.text(query.arguments.text());
  csv.text(filters);
}

/// As a reader of CSV gets them back: controls removed, formulas made harmless.
std::vector<std::string> cells_of(const BatchQuery& query) {
  render::CsvWriter csv(',');
  write_asked(csv, query);
  csv.end_row();
  formats::CsvRow row;
  formats::parse_csv_row(csv.take(), true, ',', row);
  row.cells.resize(row.columns);
  return row.cells;
}

}  // namespace

BatchOutput::BatchOutput(Output& out) : out_(&out) {
  write(header());
}

BatchOutput::BatchOutput(const std::string& path, bool resume)
    : path_(path),
      file_(std::make_unique<io::GrowingFile>(path,
                                              resume ? io::GrowingFile::Mode::Continued : io::GrowingFile::Mode::New)) {
  read_answers();
}

/// Rows that end with a line end are whole: the last one of a killed run may not be.
void BatchOutput::read_answers() {
  const std::string& contents = file_->contents();
  std::string_view rest = contents;
  const std::string first = header();
  if (!rest.starts_with(first) && !std::string_view(first).starts_with(rest)) {
    throw Error(ErrorCode::Usage, path_ + ": is not what morgue batch writes: its first row is another",
                "name another file");
  }
  rest.remove_prefix(rest.starts_with(first) ? first.size() : 0);
  const std::size_t begin = rest.data() - contents.data();
  std::size_t whole = begin;
  formats::CsvRow row;
  while (begin > 0 && !rest.empty()) {
    const auto end = formats::parse_csv_row(rest, true, ',', row);
    if (end != formats::CsvRow::End::Complete || rest[row.bytes - 1] != '\n') break;
    const bool last = row.bytes == rest.size();
    if (row.columns != kColumns.size()) {
      if (last) break;  // what a power cut leaves
      throw Error(ErrorCode::Usage,
                  path_ + ": answer " + std::to_string(answered_.size() + 1) + " has " + std::to_string(row.columns) +
                      " columns, not " + std::to_string(kColumns.size()),
                  "it was edited or damaged: write to another file");
    }
    row.cells.resize(row.columns);
    answered_.push_back(row.cells);
    whole += row.bytes;
    rest.remove_prefix(row.bytes);
  }
  file_->cut(whole);
  if (whole == 0) write(first);
}

std::optional<BatchAnswer> BatchOutput::known(const BatchQuery& query) {
  if (passed_ == answered_.size()) return std::nullopt;
  std::vector<std::string>& cells = answered_[passed_];
  const std::vector<std::string> asked = cells_of(query);
  for (std::size_t i = 0; i < kAsked; ++i) {
    if (asked[i] == cells[i]) continue;
    throw Error(ErrorCode::Usage,
                path_ + ": answer " + std::to_string(passed_ + 1) + " is to another query: its " +
                    std::string(kColumns[i]) + " is \"" + cells[i] + "\", here it is \"" + asked[i] + "\"",
                "resume with the list of queries that it was begun with, or write to another file");
  }
  ++passed_;
  BatchAnswer answer;
  const std::string& total = cells[kTotal];
  std::from_chars(total.data(), total.data() + total.size(), answer.total);
  answer.error = std::move(cells[kError]);
  return answer;
}

void BatchOutput::add(const BatchQuery& query, const BatchAnswer& answer) {
  render::CsvWriter csv(',');
  write_asked(csv, query);
  const bool answered = answer.error.empty();
  csv.plain(answered ? std::to_string(answer.total) : "");
  csv.text(answer.oldest);
  csv.text(answer.newest);
  csv.text(answer.error);
  csv.plain(answered ? render::format_number(answer.took_ms, kDecimals) : "");
  csv.end_row();
  write(csv.take());
}

void BatchOutput::write(const std::string& text) {
  if (file_) {
    file_->append(text);
  } else {
    out_->write(text);
    out_->flush();
  }
}

bool BatchOutput::wanted() const {
  return out_ == nullptr || !out_->closed();
}

void BatchOutput::finish() {
  if (!file_) return;
  file_->sync();
  if (passed_ < answered_.size()) {
    throw Error(ErrorCode::Usage,
                path_ + ": has " + std::to_string(answered_.size()) + " answers, the list has " +
                    std::to_string(passed_) + " queries",
                "resume with the list of queries that it was begun with, or write to another file");
  }
}

}  // namespace morgue::cli

// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/batch_input.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/error.h"
#include "formats/bom.h"
#include "formats/csv_reader.h"
#include "formats/csv_row.h"
#include "formats/reject.h"
#include "io/buffered_input.h"
#include "io/raw_file.h"
#include "text/suggest.h"

namespace morgue::cli {
namespace {

constexpr std::size_t kHead = 64U << 10U;
constexpr std::size_t kLongestLine = 64U << 10U;
constexpr std::size_t kLargestRecord = 1U << 20U;
constexpr std::string_view kDelimiters = ",;\t|";
constexpr std::string_view kQuery = "query";

std::string lower(std::string_view text) {
  std::string out(formats::trimmed(text));
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

std::vector<std::string_view> column_names() {
  std::vector<std::string_view> names = {kQuery, "name"};
  for (const std::string_view name : filter_names()) names.push_back(name);
  return names;
}

bool is_column(const std::string& name) {
  const auto names = column_names();
  return std::ranges::find(names, name) != names.end();
}

/// A list of lines has no columns; one query with a comma in it does not make a table of them.
bool is_table(const std::vector<std::string>& header) {
  const auto known = std::ranges::count_if(header, [](const auto& cell) { return is_column(lower(cell)); });
  return std::ranges::any_of(header, [](const auto& cell) { return lower(cell) == kQuery; }) ||
         (header.size() > 1 && known == std::ssize(header));
}

/// What is not understood is not passed over: an answer without its filter would look like any other.
void check_columns(const std::string& path, const std::vector<std::string>& header) {
  const auto names = column_names();
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  for (const std::string& cell : header) {
    if (is_column(lower(cell))) continue;
    const std::string meant = text::nearest(lower(cell), names);
    throw Error(ErrorCode::Usage, path + ": no query has a column \"" + cell + "\"",
                (meant.empty() ? "leave it out; " : "did you mean " + meant + "? ") + "there may be " + all);
  }
}

void fill(BatchQuery& query, const std::string& column, std::string value) {
  if (column == kQuery) {
    query.arguments.words.push_back(std::move(value));
  } else if (column == "name") {
    query.name += (query.name.empty() ? "" : " ") + value;
  } else {
    query.arguments.add_filter(column, std::move(value));
  }
}

}  // namespace

struct BatchInput::State {
  explicit State(const std::string& path) : file(path), bytes(file) {}

  std::optional<BatchQuery> row();
  std::optional<BatchQuery> line();

  io::RawFile file;
  io::BufferedInput bytes;
  std::unique_ptr<formats::CsvReader> table;  ///< absent: lines
};

BatchInput::BatchInput(const std::string& path) : state_(std::make_unique<State>(path)) {
  formats::skip_bom(state_->bytes);
  const std::string_view head = state_->bytes.peek(kHead);
  const auto shape = formats::sniff_csv(head, head.size() < kHead, kDelimiters);
  if (!is_table(shape.header)) {
    if (!path.ends_with(".csv") && !path.ends_with(".tsv")) return;
    throw Error(ErrorCode::Usage, path + ": there is no column query in its first row",
                "name the columns in the first row, or give a text file with a query a line");
  }
  check_columns(path, shape.header);
  formats::ReaderInput input{state_->bytes, path, {}, {}};
  input.limits.record_bytes = kLargestRecord;
  state_->table = std::make_unique<formats::CsvReader>(std::move(input), kDelimiters);
}

BatchInput::~BatchInput() = default;

std::optional<BatchQuery> BatchInput::next() {
  return state_->table ? state_->row() : state_->line();
}

std::optional<BatchQuery> BatchInput::State::row() {
  auto item = table->next();
  if (!item) return std::nullopt;
  BatchQuery query;
  if (auto* record = std::get_if<Record>(&*item)) {
    for (Field& field : record->fields) fill(query, lower(field.path), std::move(field.value));
  } else if (const auto* reject = std::get_if<Reject>(&*item)) {
    query.arguments.words.push_back(reject->excerpt);
    query.problem = reject->reason;
  }
  return query;
}

std::optional<BatchQuery> BatchInput::State::line() {
  while (const auto line = bytes.line(kLongestLine)) {
    const std::string_view text = formats::trimmed(line->text);
    if (text.empty() || text.front() == '#') continue;
    BatchQuery query;
    if (line->too_long) {
      query.arguments.words.push_back(formats::make_reject({}, {}, text).excerpt);
      query.problem = "the line is longer than 64 KiB";
    } else {
      query.arguments.words.emplace_back(text);
    }
    return query;
  }
  return std::nullopt;
}

}  // namespace morgue::cli

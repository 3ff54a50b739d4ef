// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/csv_reader.h"

#include <algorithm>
#include <utility>

#include "formats/bom.h"
#include "formats/reject.h"
#include "text/utf8.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kSniffed = 64U << 10U;
constexpr std::size_t kRescansPerLimit = 4;
constexpr std::size_t kKeptHabits = 64;
constexpr std::size_t kNamesShown = 8;
constexpr std::size_t kNameShown = 64;  // bytes

std::string joined_names(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == kNamesShown) return out + ", ...";
    out += i == 0 ? "" : ", ";
    out += text::truncate_utf8(names[i], kNameShown);
  }
  return out;
}

}  // namespace

CsvReader::CsvReader(ReaderInput input, std::string_view delimiters)
    : input_(std::move(input)), rescans_left_(input_.limits.record_bytes * kRescansPerLimit) {
  skip_bom(input_.bytes);
  const std::string_view head = input_.bytes.peek(kSniffed);
  delimiter_ = delimiters.size() == 1 ? delimiters[0] : sniff_csv(head, head.size() < kSniffed, delimiters).delimiter;
}

Location CsvReader::here() const {
  return {input_.dump, records_, input_.bytes.offset()};
}

/// Parses the record at the current offset without passing it. More: it is larger than the limit.
CsvRow::End CsvReader::read_row() {
  bool whole = false;
  while (true) {
    const CsvRow::End end = parse_csv_row(input_.bytes.buffered(), whole, delimiter_, row_);
    if (end == CsvRow::End::Complete && row_.bytes > input_.limits.record_bytes) return CsvRow::End::More;
    if (end != CsvRow::End::More) return end;
    if (input_.bytes.buffered().size() > input_.limits.record_bytes) return end;
    // Parsed again from its beginning, so the text must grow by a share of itself.
    const std::size_t wanted = input_.bytes.buffered().size() * 2;
    do {
      whole = !input_.bytes.more();
    } while (!whole && input_.bytes.buffered().size() < wanted);
  }
}

void CsvReader::pass(std::size_t bytes, std::int64_t lines) {
  input_.bytes.consume(bytes);
  line_ += lines;
}

/// Passes one physical line, however long. False at the end.
bool CsvReader::pass_line() {
  bool any = false;
  while (true) {
    const std::string_view text = input_.bytes.buffered();
    const std::size_t size = line_size(text);
    any = any || size > 0;
    const bool ended = size > 0 && (text[size - 1] == '\n' || (text[size - 1] == '\r' && size < text.size()));
    input_.bytes.consume(size);
    if (ended) {
      ++line_;
      return true;
    }
    if (!input_.bytes.more()) return any;
  }
}

std::optional<Reject> CsvReader::read_header() {
  started_ = true;
  do {
    const CsvRow::End end = read_row();
    if (end != CsvRow::End::Complete) {
      ++records_;
      Reject reject = make_reject(here(), "the header row has no end: a quote in it is never closed, or this is no CSV",
                                  input_.bytes.buffered());
      while (pass_line()) {
      }
      return reject;
    }
    pass(row_.bytes, row_.lines);
  } while (row_.blank() && !(input_.bytes.buffered().empty() && !input_.bytes.more()));
  if (row_.blank()) return std::nullopt;
  for (std::string& name : row_.cells) {
    make_sound(name);
    name = trimmed(name);
    header_.push_back(name.empty() ? "column_" + std::to_string(header_.size() + 1) : name);
  }
  return std::nullopt;
}

std::optional<ReadItem> CsvReader::next() {
  if (!started_) {
    if (auto reject = read_header()) return std::move(*reject);
  }
  while (!input_.bytes.buffered().empty() || input_.bytes.more()) {
    const CsvRow::End end = read_row();
    if (recovering_) {
      if (end == CsvRow::End::Complete && may_follow_damage()) {
        recovering_ = false;
      } else {
        const std::size_t seen = end == CsvRow::End::Complete ? row_.bytes : input_.bytes.buffered().size();
        rescans_left_ -= std::min(rescans_left_, seen);
        pass_line();
        if (rescans_left_ == 0) recovering_ = false;
        continue;
      }
    }
    if (end != CsvRow::End::Complete) {
      ++records_;
      return runaway(end);
    }
    if (row_.blank()) {
      pass(row_.bytes, row_.lines);
      continue;
    }
    ++records_;
    if (row_.columns != header_.size()) {
      Reject reject = wrong_width();
      pass(row_.bytes, row_.lines);
      return reject;
    }
    return to_record();
  }
  return std::nullopt;
}

Reject CsvReader::wrong_width() const {
  std::string reason = "line " + std::to_string(line_) + ": " + counted(row_.columns, "column") +
                       " where the header has " + std::to_string(header_.size()) + " (" + joined_names(header_) + ")";
  return make_reject(here(), std::move(reason), trimmed(input_.bytes.buffered().substr(0, row_.bytes)));
}

/// A record without an end. What follows its first line may be sound: it is searched for the next record, unless that
/// has become too costly.
Reject CsvReader::runaway(CsvRow::End end) {
  const std::string start = "line " + std::to_string(line_) + ": ";
  const std::string_view text = input_.bytes.buffered();
  const std::string reason = end == CsvRow::End::OpenQuote
                                 ? start + "a quote is opened in this record and never closed; is the dump truncated?"
                                 : start + "the record is larger than the limit of " +
                                       size_words(input_.limits.record_bytes) + "; is a quote not closed?";
  Reject reject = make_reject(here(), reason, text);
  if (rescans_left_ > text.size()) {
    rescans_left_ -= text.size();
    recovering_ = true;
  } else {
    pass(text.size(), std::count(text.begin(), text.end(), '\n'));
  }
  pass_line();
  return reject;
}

/// Prose that was inside the quotes can have the right number of commas by chance; it does not quote as records do.
bool CsvReader::may_follow_damage() const {
  return row_.columns == header_.size() && !row_.blank() &&
         (quote_habits_.empty() || quote_habits_.contains(row_.quoted));
}

Record CsvReader::to_record() {
  Record record;
  record.where = here();
  for (std::size_t i = 0; i < header_.size(); ++i) {
    std::string& cell = row_.cells[i];
    if (cell.empty()) continue;
    make_sound(cell);
    record.fields.push_back({header_[i], std::move(cell), Field::Kind::Text});
  }
  if (quote_habits_.size() < kKeptHabits) quote_habits_.insert(row_.quoted);
  pass(row_.bytes, row_.lines);
  return record;
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/crawl_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kLongestHeader = 256U << 10U;
// Enough to see what follows a block.
constexpr std::size_t kBehind = 1024;
// Blocks of no interest up to this size are looked at to see whether their length is right.
constexpr std::size_t kChecked = 1U << 20U;

bool is_line_end(char c) {
  return c == '\r' || c == '\n';
}

std::string_view without_line_ends(std::string_view text) {
  while (!text.empty() && is_line_end(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace

Location CrawlReader::here() {
  return {input_.dump, ++records_, input_.bytes.offset()};
}

/// Empty lines between records. False at the end of the dump.
bool CrawlReader::skip_blank() {
  while (true) {
    const std::string_view text = input_.bytes.buffered();
    const std::size_t blank = text.size() - without_line_ends(text).size();
    input_.bytes.consume(blank);
    if (blank < text.size()) return true;
    if (!input_.bytes.more()) return false;
  }
}

std::optional<CrawlHeader> CrawlReader::header_at(std::string_view text) const {
  return arc_ ? read_arc_header(text) : read_warc_header(text);
}

/// Where a line at or behind `from` begins a record; npos: none does.
std::size_t CrawlReader::next_header(std::string_view text, std::size_t from) const {
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::string_view line = text.substr(at + 1);
    if (!arc_) {
      if (begins_warc_record(line)) return at + 1;
      continue;
    }
    // A bare address in a page is no header: those have a length.
    const auto header = read_arc_header(line);
    if (header && (header->problem.empty() || header->record.url.find("://") != std::string::npos)) return at + 1;
  }
  return std::string_view::npos;
}

void CrawlReader::skip_to_header() {
  while (true) {
    const std::string_view text = input_.bytes.peek(kLongestHeader);
    if (text.empty()) return;
    const std::size_t found = next_header(text, 0);
    if (found != std::string_view::npos) {
      input_.bytes.consume(found);
      return;
    }
    // The last line may be the beginning of one.
    const std::size_t last = text.rfind('\n');
    const bool whole = text.size() < kLongestHeader;
    input_.bytes.consume(whole || last == std::string_view::npos || last == 0 ? text.size() : last);
    if (whole && !input_.bytes.more()) return;
  }
}

bool CrawlReader::skip(std::uint64_t bytes) {
  while (bytes > 0) {
    const std::size_t ready = static_cast<std::size_t>(std::min<std::uint64_t>(bytes, input_.bytes.buffered().size()));
    input_.bytes.consume(ready);
    bytes -= ready;
    if (bytes > 0 && !input_.bytes.more()) return false;
  }
  return true;
}

/// The block at hand, where its stated length leads to another record or the end. Else what stands before the next
/// header; `cut`: there is none, and the dump ends inside the block.
std::string_view CrawlReader::sound_block(std::uint64_t length, bool& cut) {
  const std::size_t limit = input_.limits.record_bytes;
  const std::size_t stated = static_cast<std::size_t>(std::min<std::uint64_t>(length, limit));
  std::string_view text = input_.bytes.peek(stated + kBehind);
  if (stated <= text.size()) {
    const std::string_view behind = without_line_ends(text.substr(stated));
    // The two empty lines of WARC will do: stray bytes may follow them.
    const bool ended = !arc_ && text.substr(stated).starts_with("\r\n\r\n");
    if (ended || behind.empty() || header_at(behind)) return text.substr(0, stated);
  }
  const std::size_t next = next_header(text, 0);
  if (next != std::string_view::npos) {
    std::size_t end = next;
    while (end > 0 && is_line_end(text[end - 1])) --end;
    return text.substr(0, end);
  }
  cut = text.size() < stated;
  damaged_ = true;
  return text.substr(0, stated);
}

ReadItem CrawlReader::pass_over(const CrawlHeader& header, PassedOver passed) {
  if (header.record.length <= kChecked) {
    bool cut = false;
    const std::size_t size = sound_block(header.record.length, cut).size();
    input_.bytes.consume(size);
    if (cut) input_.bytes.more();  // throws what kept the rest from being read
  } else {
    skip(header.record.length);
    damaged_ = true;  // if no header follows, nothing is known of what does
  }
  return passed;
}

ReadItem CrawlReader::block(const CrawlHeader& header, Location where) {
  const ReaderLimits& limits = input_.limits;
  if (header.record.length > limits.record_bytes) {
    // Films are that long: their own header says so.
    ReadItem item =
        page_of(header.record, input_.bytes.peek(std::min(kLongestHeader, limits.record_bytes)), where, limits);
    skip(header.record.length);
    if (std::holds_alternative<PassedOver>(item)) return item;
    return make_reject(std::move(where), "the record is larger than the limit of " + size_words(limits.record_bytes),
                       {});
  }
  bool cut = false;
  const std::string_view text = sound_block(header.record.length, cut);
  const std::size_t size = text.size();
  // Line ends may have been changed on the way; then the page is there nevertheless.
  cut = cut && !holds_whole_body(text);
  ReadItem item = cut ? make_reject(where,
                                    "the dump ends inside the record, after " + std::to_string(size) + " of " +
                                        std::to_string(header.record.length) + " bytes",
                                    text)
                      : page_of(header.record, text, std::move(where), limits);
  input_.bytes.consume(size);
  if (cut) input_.bytes.more();
  return item;
}

std::optional<ReadItem> CrawlReader::next() {
  if (!std::exchange(started_, true)) arc_ = without_line_ends(input_.bytes.peek(kBehind)).starts_with("filedesc:");
  while (skip_blank()) {
    const std::string_view text = input_.bytes.peek(kLongestHeader);
    const auto header = header_at(text);
    if (!header) {
      const bool known = std::exchange(damaged_, false);
      std::optional<Reject> stray;
      if (!known) stray = make_reject(here(), "bytes between records that belong to none", text);
      skip_to_header();
      if (stray) return std::move(*stray);
      continue;
    }
    damaged_ = false;
    Location where = here();
    if (!header->problem.empty()) {
      if (header->record.type == "warcinfo") {
        input_.bytes.consume(header->bytes);
        damaged_ = true;
        return PassedOver{std::move(where), kind_passed_over(header->record)};
      }
      Reject reject = make_reject(std::move(where), header->problem, text.substr(0, header->bytes));
      input_.bytes.consume(header->bytes);
      damaged_ = true;
      return reject;
    }
    input_.bytes.consume(header->bytes);
    if (std::string kind = kind_passed_over(header->record); !kind.empty()) {
      return pass_over(*header, {std::move(where), std::move(kind)});
    }
    return block(*header, std::move(where));
  }
  return std::nullopt;
}

}  // namespace morgue::formats

// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json_reader.h"

#include <algorithm>
#include <utility>

#include "formats/bom.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

constexpr std::size_t kEnvelopeHead = 64U << 10U;
constexpr std::size_t kRescansPerLimit = 4;
constexpr std::size_t kIndentCap = 256;
constexpr std::size_t kShownOfStray = 4096;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

}  // namespace

JsonReader::JsonReader(ReaderInput input)
    : input_(std::move(input)),
      flattener_(input_.limits),
      indent_(""),
      rescans_left_(input_.limits.record_bytes * kRescansPerLimit) {
  skip_bom(input_.bytes);
}

/// Moves to the next byte that is neither blank nor, in a list, a comma. False at the end.
bool JsonReader::skip_blank() {
  while (true) {
    const std::string_view text = input_.bytes.buffered();
    std::size_t pos = 0;
    for (; pos < text.size() && (is_blank(text[pos]) || (in_list_ && text[pos] == ',')); ++pos) {
      if (text[pos] == '\n') {
        indent_.emplace();
      } else if (indent_ && text[pos] != '\r') {
        *indent_ += text[pos];
        if (text[pos] == ',' || indent_->size() > kIndentCap) indent_.reset();
      }
    }
    const bool found = pos < text.size();
    input_.bytes.consume(pos);
    if (found) return true;
    if (!input_.bytes.more()) return false;
  }
}

Location JsonReader::here() {
  return {input_.dump, ++records_, input_.bytes.offset()};
}

/// Behind the bracket that closes a list: reads over the rest of its envelope.
void JsonReader::leave_list() {
  in_list_ = false;
  if (envelope_depth_ == 0) return;
  JsonScan scan(std::exchange(envelope_depth_, 0));
  while (true) {
    if (const auto end = scan.end_of(input_.bytes.buffered())) {
      input_.bytes.consume(*end);
      return;
    }
    input_.bytes.consume(scan.position());
    scan.forget();
    if (!input_.bytes.more()) return;
  }
}

bool JsonReader::enter_envelope() {
  const auto list = find_wrapped_list(input_.bytes.peek(kEnvelopeHead));
  if (!list) return false;
  input_.bytes.consume(list->offset + 1);
  in_list_ = true;
  envelope_depth_ = list->depth;
  return true;
}

std::optional<ReadItem> JsonReader::next() {
  while (skip_blank()) {
    const char first = input_.bytes.buffered().front();
    if (first == '{') {
      if (!in_list_ && enter_envelope()) continue;
      return object();
    }
    if (first == '[' && !in_list_) {
      input_.bytes.consume(1);
      in_list_ = true;
    } else if (first == ']' && in_list_) {
      input_.bytes.consume(1);
      leave_list();
    } else {
      return stray();
    }
    indent_.reset();
  }
  if (in_list_) return end_of_list();
  return std::nullopt;
}

JsonReader::Outcome JsonReader::end_of_list() {
  in_list_ = false;
  return make_reject(here(), "the list of records is not closed; is the dump truncated?", "");
}

JsonReader::Outcome JsonReader::object() {
  Location where = here();
  JsonScan scan;
  while (true) {
    const std::string_view text = input_.bytes.buffered();
    const auto end = scan.end_of(text);
    if (!end && scan.position() > input_.limits.record_bytes) return oversized(scan, std::move(where));
    if (!end) {
      if (input_.bytes.more()) continue;
      const std::string_view place = scan.in_string() ? "inside a string" : "inside an object or a list";
      Outcome outcome = damaged(std::move(where),
                                "the record is not closed: the dump ends " + std::string(place) + "; is it truncated?",
                                input_.bytes.buffered());
      if (input_.bytes.buffered().empty()) in_list_ = false;
      return outcome;
    }
    Record record;
    const std::string_view json = text.substr(0, *end);
    if (json.size() > input_.limits.record_bytes) return damaged(std::move(where), oversized_reason(), json);
    if (const auto problem = flattener_.flatten(json, record.fields)) {
      return damaged(std::move(where), "the record cannot be read: " + *problem, json);
    }
    input_.bytes.consume(*end);
    indent_.reset();
    record.where = std::move(where);
    return record;
  }
}

std::string JsonReader::oversized_reason() const {
  return "the record is larger than the limit of " + size_words(input_.limits.record_bytes);
}

/// The scan has gone past the limit on one record.
JsonReader::Outcome JsonReader::oversized(JsonScan& scan, Location where) {
  const std::string reason = oversized_reason();
  const std::string_view text = input_.bytes.buffered();
  // Too large because a bracket or a quote is missing: the next record is at hand. Or really large: it is read over.
  if (next_record(text)) return damaged(std::move(where), reason, text);
  Reject reject = make_reject(std::move(where), reason, text);
  indent_.reset();
  while (true) {
    if (const auto end = scan.end_of(input_.bytes.buffered())) {
      input_.bytes.consume(*end);
      return reject;
    }
    input_.bytes.consume(scan.position());
    scan.forget();
    if (!input_.bytes.more()) return reject;
  }
}

/// Where the next record begins, if a record took in more than itself: at a line that starts as its own did.
std::optional<std::size_t> JsonReader::next_record(std::string_view text) const {
  if (!indent_ || text.size() > rescans_left_) return std::nullopt;
  const std::size_t found = text.find("\n" + *indent_ + "{");
  return found == text.npos ? std::nullopt : std::optional(found);
}

/// Rejects the record in `text`, all of it or up to where the next one begins.
JsonReader::Outcome JsonReader::damaged(Location where, std::string reason, std::string_view text) {
  std::size_t size = text.size();
  if (const auto next = next_record(text)) {
    rescans_left_ -= size;
    size = *next;
    reason = "the record is not closed before the next one begins";
  }
  Reject reject = make_reject(std::move(where), std::move(reason), text.substr(0, size));
  input_.bytes.consume(size);
  indent_.reset();
  return reject;
}

/// Something that is no object: a bare value, or text that is not JSON at all.
JsonReader::Outcome JsonReader::stray() {
  Location where = here();
  const char first = input_.bytes.buffered().front();
  const bool spans = (first == '[' || first == '"') && rescans_left_ > 0;
  const std::string_view text = input_.bytes.peek(spans ? input_.limits.record_bytes : kShownOfStray);
  std::optional<std::size_t> end;
  if (spans) {
    end = JsonScan().end_of(text);
    if (!end) rescans_left_ -= std::min(rescans_left_, text.size());
  }
  if (!end) end = std::max<std::size_t>(1, std::min(text.find_first_of(",]}\n"), text.size()));
  const std::string reason = in_list_ ? "an element of the list is not an object with named fields"
                                      : "there is text that is not a JSON object";
  Reject reject = make_reject(std::move(where), reason, text.substr(0, *end));
  input_.bytes.consume(*end);
  indent_.reset();
  return reject;
}

}  // namespace morgue::formats

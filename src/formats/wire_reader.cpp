// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/wire_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "formats/reject.h"

namespace morgue::formats {
namespace {

constexpr std::string_view kEnds("\x01\x04", 2);

/// What transmitters send to fill time, and the signs around messages.
bool is_padding(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= ' ' || byte == 0x7F;
}

WireMessage take_apart(std::string_view message) {
  WireMessage parts;
  const std::size_t text = std::min(message.find(wire::kStartOfText), message.size());
  parts.header = message.substr(0, text);
  message.remove_prefix(std::min(text + 1, message.size()));
  const std::size_t end = std::min(message.find(wire::kEndOfText), message.size());
  parts.text = message.substr(0, end);
  message.remove_prefix(std::min(end + 1, message.size()));
  parts.trailer = message;
  return parts;
}

}  // namespace

std::optional<ReadItem> WireReader::next() {
  while (!input_.bytes.peek(1).empty()) {
    if (input_.bytes.buffered().front() == wire::kStartOfHeader) return message();
    if (auto reject = between()) return std::move(*reject);
  }
  return std::nullopt;
}

/// Passes padding, or text that belongs to no message.
std::optional<Reject> WireReader::between() {
  const std::string_view text = input_.bytes.buffered();
  const auto isolated = [](char c) { return c == wire::kStartOfHeader || !is_padding(c); };
  const auto* const next = std::find_if(text.begin(), text.end(), isolated);
  if (next != text.begin()) {
    input_.bytes.consume(static_cast<std::size_t>(next - text.begin()));
    return std::nullopt;
  }
  constexpr std::size_t kExcerpt = 400;
  Reject reject = make_reject({input_.dump, ++records_, input_.bytes.offset()}, "there is text outside of any message",
                              input_.bytes.peek(kExcerpt).substr(0, kExcerpt));
  do {
    const std::size_t start = input_.bytes.buffered().find(wire::kStartOfHeader);
    input_.bytes.consume(std::min(start, input_.bytes.buffered().size()));
    if (start != std::string_view::npos) break;
  } while (input_.bytes.more());
  return reject;
}

ReadItem WireReader::message() {
  Location where{input_.dump, ++records_, input_.bytes.offset()};
  input_.bytes.consume(1);
  for (std::size_t searched = 0;;) {
    const std::string_view text = input_.bytes.buffered();
    std::size_t end = text.find_first_of(kEnds, searched);
    if (std::min(end, text.size()) > input_.limits.record_bytes) return too_large(std::move(where));
    if (end == std::string_view::npos) {
      searched = text.size();
      if (input_.bytes.more()) continue;
      end = searched;
    }
    const std::string_view message = input_.bytes.buffered().substr(0, end);
    if (message.find(wire::kStartOfText) == std::string_view::npos) {
      Reject reject = make_reject(std::move(where), "the message has no text", message);
      input_.bytes.consume(end);
      return reject;
    }
    Record record;
    record.fields = fields_(take_apart(message));
    record.where = std::move(where);
    input_.bytes.consume(end);
    return record;
  }
}

ReadItem WireReader::too_large(Location where) {
  Reject reject =
      make_reject(std::move(where), "the message is larger than the limit of " + size_words(input_.limits.record_bytes),
                  input_.bytes.buffered());
  do {
    const std::size_t end = input_.bytes.buffered().find_first_of(kEnds);
    input_.bytes.consume(std::min(end, input_.bytes.buffered().size()));
    if (end != std::string_view::npos) break;
  } while (input_.bytes.more());
  return reject;
}

}  // namespace morgue::formats

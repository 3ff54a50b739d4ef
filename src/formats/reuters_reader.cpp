// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/reuters_reader.h"

#include <algorithm>
#include <utility>

#include "formats/bom.h"
#include "formats/reject.h"
#include "formats/reuters_document.h"

namespace morgue::formats {
namespace {

constexpr std::string_view kOpen = "<REUTERS";
constexpr std::string_view kClose = "</REUTERS>";

}  // namespace

ReutersReader::ReutersReader(ReaderInput input) : input_(std::move(input)) {
  skip_bom(input_.bytes);
}

std::optional<ReadItem> ReutersReader::next() {
  while (!input_.bytes.peek(1).empty()) {
    if (input_.bytes.peek(kOpen.size()) == kOpen) return document();
    if (auto reject = between()) return std::move(*reject);
  }
  return std::nullopt;
}

/// Passes something that stands before the next document: blanks, a document type declaration, or what should not be
/// there.
std::optional<Reject> ReutersReader::between() {
  constexpr std::string_view kBlank = " \t\r\n";
  const std::string_view text = input_.bytes.buffered();
  const std::size_t blanks = std::min(text.find_first_not_of(kBlank), text.size());
  if (blanks > 0) {
    input_.bytes.consume(blanks);
    return std::nullopt;
  }
  if (input_.bytes.peek(2) == "<!") {
    pass_to(">");
    input_.bytes.consume(1);
    return std::nullopt;
  }
  constexpr std::size_t kExcerpt = 400;
  const std::string_view stray = input_.bytes.peek(kExcerpt);
  Reject reject = make_reject({input_.dump, ++records_, input_.bytes.offset()},
                              "there is text outside of any <REUTERS> document", stray.substr(0, stray.find(kOpen)));
  pass_to(kOpen);
  return reject;
}

/// Moves to the next such tag, or to the end.
void ReutersReader::pass_to(std::string_view tag) {
  while (true) {
    const std::string_view text = input_.bytes.buffered();
    const std::size_t found = text.find(tag);
    if (found != text.npos) {
      input_.bytes.consume(found);
      return;
    }
    // The beginning of a tag may be all there is of it yet.
    const std::size_t keep = std::min(text.size(), tag.size() - 1);
    input_.bytes.consume(text.size() - keep);
    if (!input_.bytes.more()) {
      input_.bytes.consume(keep);
      return;
    }
  }
}

ReadItem ReutersReader::document() {
  Location where{input_.dump, ++records_, input_.bytes.offset()};
  std::size_t searched = kOpen.size();
  while (true) {
    const std::string_view text = input_.bytes.buffered();
    const std::size_t close = text.find(kClose, searched);
    const std::size_t next = text.substr(0, close).find(kOpen, searched);
    if (next != text.npos) {
      Reject reject = make_reject(std::move(where), "the document is not closed before the next one begins", text);
      input_.bytes.consume(next);
      return reject;
    }
    if (close != text.npos) {
      Record record;
      record.where = std::move(where);
      record.fields = reuters_fields(text.substr(0, close));
      input_.bytes.consume(close + kClose.size());
      return record;
    }
    if (text.size() > input_.limits.record_bytes) {
      Reject reject = make_reject(
          std::move(where), "the document is larger than the limit of " + size_words(input_.limits.record_bytes), text);
      input_.bytes.consume(text.size() - kOpen.size());
      return reject;
    }
    searched = std::max(kOpen.size(), text.size() - std::min(text.size(), kClose.size()));
    if (!input_.bytes.more()) {
      const std::string_view rest = input_.bytes.buffered();
      Reject reject = make_reject(std::move(where), "the document is not closed; is the dump truncated?", rest);
      input_.bytes.consume(rest.size());
      return reject;
    }
  }
}

}  // namespace morgue::formats

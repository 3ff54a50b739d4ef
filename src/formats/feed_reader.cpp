// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/feed_reader.h"

#include <algorithm>
#include <utility>

#include "formats/bom.h"
#include "formats/feed_entry.h"
#include "formats/json_feed_reader.h"
#include "formats/reject.h"

namespace morgue::formats {
namespace {

/// How far entries wait for what the feed says behind them: more than all of a feed for readers.
constexpr std::int64_t kReadAhead = 2 << 20;
constexpr std::size_t kMostWaiting = 1000;
constexpr std::size_t kHead = 64U << 10U;
constexpr std::size_t kTail = 512;

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

/// Whether the last bytes of a dump close its outermost element. Of wide characters nothing is known.
bool is_closed(std::string_view tail, std::string_view root) {
  if (tail.find('\0') != tail.npos) return true;
  const std::string folded = lower(tail);
  const std::size_t last = folded.rfind("</");
  if (last == folded.npos) return folded.rfind("/>") != folded.npos;
  std::string_view name = std::string_view(folded).substr(last + 2);
  name = name.substr(0, name.find_first_of("> \t\r\n"));
  return name.substr(name.find(':') + 1) == lower(root.substr(root.find(':') + 1));
}

}  // namespace

std::unique_ptr<RecordReader> open_feed(ReaderInput input) {
  skip_bom(input.bytes);
  if (trimmed(input.bytes.peek(kHead)).starts_with('{')) return std::make_unique<JsonFeedReader>(std::move(input));
  return std::make_unique<FeedReader>(std::move(input));
}

FeedReader::FeedReader(ReaderInput input)
    : input_(std::move(input)),
      records_([this](std::span<char> into) { return read(into); },
               [this](std::string_view name, std::string_view, int depth) { return is_record(name, depth); },
               {input_.limits.record_bytes, markup::XmlLimits{}.depth}) {
  const markup::Tree head = markup::parse_xml(input_.bytes.peek(kHead));
  if (head.root() == nullptr) return;
  root_ = head.root()->name;
  feed_.read_frame(*head.root());
}

std::size_t FeedReader::read(std::span<char> into) {
  if (input_.bytes.buffered().empty() && !input_.bytes.more()) return 0;
  const std::string_view found = input_.bytes.buffered().substr(0, into.size());
  std::copy(found.begin(), found.end(), into.begin());
  tail_.append(found.substr(found.size() - std::min(found.size(), kTail)));
  if (tail_.size() > 2 * kTail) tail_.erase(0, tail_.size() - kTail);
  input_.bytes.consume(found.size());
  return found.size();
}

bool FeedReader::is_record(std::string_view name, int depth) {
  while (!frames_.empty() && frames_.back() >= depth) frames_.pop_back();
  if (is_feed_entry(name)) return true;
  if (is_feed_frame(name)) {
    frames_.push_back(depth);
    return false;
  }
  // A list of the entries may as well hold the entries themselves.
  return name != "items" && !frames_.empty() && frames_.back() == depth - 1;
}

void FeedReader::read_ahead() {
  const auto near = [&] {
    return ahead_.empty() ||
           (ahead_.size() < kMostWaiting && input_.bytes.offset() - ahead_.front().where.offset < kReadAhead);
  };
  while (!ended_ && near()) {
    auto tree = records_.next();
    if (!tree) {
      ended_ = true;
      break;
    }
    const markup::Node* root = tree->root();
    if (root == nullptr) continue;
    if (is_feed_entry(root->name)) {
      ahead_.push_back({std::move(*tree), {input_.dump, ++entries_, records_.offset()}, records_.cut()});
    } else {
      feed_.read(*root);
    }
  }
}

std::optional<ReadItem> FeedReader::next() {
  read_ahead();
  if (ahead_.empty()) return finish();
  Waiting waiting = std::move(ahead_.front());
  ahead_.pop_front();
  return entry(std::move(waiting));
}

ReadItem FeedReader::entry(Waiting waiting) const {
  if (waiting.cut) {
    return make_reject(std::move(waiting.where),
                       "the entry is larger than the limit of " + size_words(input_.limits.record_bytes), "");
  }
  FeedEntry found = read_feed_entry(*waiting.entry.root(), feed_);
  if (!found.kind.empty()) return PassedOver{std::move(waiting.where), std::move(found.kind)};
  if (found.fields.size() > input_.limits.fields) {
    return make_reject(std::move(waiting.where), "the entry has more than " + counted(input_.limits.fields, "value"),
                       "");
  }
  Record record;
  record.where = std::move(waiting.where);
  record.fields = std::move(found.fields);
  return record;
}

/// Behind the last entry: says so when the dump breaks off, or was no feed.
std::optional<ReadItem> FeedReader::finish() {
  if (std::exchange(finished_, true)) return std::nullopt;
  const std::string& error = records_.error();
  const bool empty = entries_ == 0 && !is_feed_frame(root_);
  if (is_closed(tail_, root_) && !empty) return std::nullopt;
  std::string reason = empty ? "the feed cannot be read" : "the feed is not closed; is the dump truncated?";
  if (!error.empty()) reason += ": " + error;
  return make_reject({input_.dump, ++entries_, input_.bytes.offset()}, std::move(reason), tail_);
}

}  // namespace morgue::formats

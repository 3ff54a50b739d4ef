// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/segment_publish.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <vector>

#include "core/error.h"

namespace morgue::catalog {
namespace {

Error misuse(const Connection& connection, const std::string& what) {
  return {ErrorCode::Internal, connection.path() + ": cannot publish a segment: " + what};
}

/// Indices of the documents by article id: the tables are in that order, docids are in that of dates.
std::vector<std::uint32_t> by_article(std::span<const WorkItem> documents) {
  std::vector<std::uint32_t> order(documents.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [documents](std::uint32_t i) { return std::pair(documents[i].id, i); });
  return order;
}

}  // namespace

void SegmentPublisher::publish(const SegmentRow& segment, std::span<const WorkItem> documents,
                               std::span<const std::int64_t> absorb_list) {
  connection_.require_transaction("a segment was published");
  if (documents.size() >= std::numeric_limits<std::uint32_t>::max()) throw misuse(connection_, "too many documents");
  if (std::ranges::find(absorb_list, segment.number) != absorb_list.end()) {
    throw misuse(connection_, "it would absorb itself");
  }
  take_number(segment.number);
  insert_segment(segment, documents);
  for (const std::uint32_t index : by_article(documents)) {
    place(segment.number, std::int64_t{index} + 1, documents[index], absorb_list);
  }
  for (const std::int64_t number : absorb_list) absorb(number);
}

void SegmentPublisher::take_number(std::int64_t number) {
  take_number_.run(number);
  if (connection_.changed_rows() != 1) {
    throw misuse(connection_, "number " + std::to_string(number) + " may have been used before");
  }
}

void SegmentPublisher::insert_segment(const SegmentRow& segment, std::span<const WorkItem> documents) {
  std::int64_t max_seq = 0;
  std::optional<std::int64_t> oldest;
  std::optional<std::int64_t> newest;
  for (const WorkItem& document : documents) {
    max_seq = std::max(max_seq, document.seq);
    if (document.date_order == kUndated) continue;
    oldest = std::min(oldest.value_or(document.date_order), document.date_order);
    newest = std::max(newest.value_or(document.date_order), document.date_order);
  }
  insert_segment_.run(segment.number, segment.location, documents.size(), max_seq, oldest, newest, segment.analyser,
                      segment.format);
  for (const SegmentFileRow& file : segment.files) {
    if (file.size > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
      throw misuse(connection_, "impossible size of " + file.name);
    }
    insert_file_.run(segment.number, file.name, file.size, file.hash);
  }
}

SegmentPublisher::Place SegmentPublisher::find(ArticleId article) {
  Cursor row = find_.query(article);
  if (!row.next()) return {};
  return {true, row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
}

void SegmentPublisher::place(std::int64_t segment, std::int64_t docid, const WorkItem& document,
                             std::span<const std::int64_t> absorb_list) {
  const Place old = find(document.id);
  const bool lives = old.segment != 0;
  const bool vanishes = lives && std::ranges::find(absorb_list, old.segment) != absorb_list.end();
  if (!old.exists || (lives && !vanishes && old.seq > document.seq)) {
    bury_.run(segment, docid);
    return;
  }
  if (lives && !vanishes) bury_.run(old.segment, old.docid);
  if (lives) {
    move_place_.run(document.id, segment, docid, document.seq);
  } else {
    insert_place_.run(document.id, segment, docid, document.seq);
  }
  if (document.seq == old.article_seq) {
    settle_.run(document.id);
  } else {
    unsettle_.run(document.id);
  }
}

void SegmentPublisher::absorb(std::int64_t segment) {
  unsettle_segment_.run(segment);
  delete_places_.run(segment);
  delete_segment_.run(segment);  // and by cascade its files and tombstones
  if (connection_.changed_rows() != 1) {
    throw misuse(connection_, "segment " + std::to_string(segment) + " is to be absorbed but does not live");
  }
}

}  // namespace morgue::catalog

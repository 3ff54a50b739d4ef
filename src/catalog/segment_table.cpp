// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/segment_table.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "catalog/connection.h"
#include "catalog/segment_publish.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {

struct SegmentTable::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  Connection& connection;
  SegmentPublisher publisher{connection};
  Statement live{connection,
                 "SELECT number, location, documents, (SELECT count(*) FROM tombstones t WHERE t.segment = s.number),"
                 " max_seq, oldest, newest, analyser, format FROM segments s ORDER BY number DESC"};
  Statement files{connection, "SELECT name, size, hash FROM segment_files WHERE segment = ?1 ORDER BY name"};
  Statement tombstones{connection, "SELECT docid FROM tombstones WHERE segment = ?1 ORDER BY docid"};
  Statement hidden{connection,
                   "SELECT i.docid FROM articles a CROSS JOIN indexed i ON i.article_id = a.id"
                   " WHERE a.hidden_until > ?2 AND i.segment = ?1"};
  Statement last_number{connection, "SELECT value FROM meta WHERE name = 'last_segment'"};
  Statement pending_count{connection, "SELECT count(*) FROM pending"};
  Statement pending{connection,
                    "SELECT a.id, a.seq, a.date_order FROM pending p CROSS JOIN articles a ON a.id = p.article_id"};
  Statement settled{connection,
                    "SELECT a.id, a.seq, a.date_order FROM indexed i CROSS JOIN articles a ON a.id = i.article_id"
                    " WHERE i.segment = ?1 AND NOT EXISTS (SELECT 1 FROM pending p WHERE p.article_id = i.article_id)"};
};

SegmentTable::SegmentTable(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}

SegmentTable::~SegmentTable() = default;

std::vector<SegmentRow> SegmentTable::live() {
  std::vector<SegmentRow> segments;
  Cursor row = state_->live.query();
  while (row.next()) {
    SegmentRow& segment = segments.emplace_back();
    segment.number = row.integer(0);
    segment.location = row.text(1);
    segment.documents = row.integer(2);
    segment.dead = row.integer(3);
    segment.max_seq = row.integer(4);
    segment.oldest = row.optional_integer(5);
    segment.newest = row.optional_integer(6);
    segment.analyser = row.text(7);
    segment.format = row.text(8);
    Cursor file = state_->files.query(segment.number);
    while (file.next()) {
      segment.files.push_back({file.string(0), static_cast<std::uint64_t>(file.integer(1)), file.string(2)});
    }
  }
  return segments;
}

std::vector<std::uint32_t> SegmentTable::tombstones(std::int64_t segment) {
  std::vector<std::uint32_t> docids;
  Cursor row = state_->tombstones.query(segment);
  while (row.next()) docids.push_back(static_cast<std::uint32_t>(row.integer(0)));
  return docids;
}

std::vector<std::uint32_t> SegmentTable::left_out(std::int64_t segment, std::int64_t now) {
  std::vector<std::uint32_t> docids = tombstones(segment);
  const std::size_t dead = docids.size();
  Cursor row = state_->hidden.query(segment, now);
  while (row.next()) docids.push_back(static_cast<std::uint32_t>(row.integer(0)));
  if (docids.size() > dead) std::ranges::sort(docids);
  return docids;
}

std::int64_t SegmentTable::next_number() {
  Cursor row = state_->last_number.query();
  if (!row.next()) throw Error(ErrorCode::Inconsistent, state_->connection.path() + ": meta has no last_segment");
  return row.integer(0) + 1;
}

std::int64_t SegmentTable::pending_count() {
  Cursor row = state_->pending_count.query();
  return row.next() ? row.integer(0) : 0;
}

std::vector<WorkItem> SegmentTable::work_list(std::span<const std::int64_t> absorb) {
  std::vector<WorkItem> items;
  const auto append = [&items](Cursor& row) {
    while (row.next()) items.push_back({row.integer(0), row.integer(1), row.optional_integer(2).value_or(kUndated)});
  };
  {
    Cursor row = state_->pending.query();
    append(row);
  }
  for (const std::int64_t segment : absorb) {
    Cursor row = state_->settled.query(segment);
    append(row);
  }
  std::ranges::sort(items, std::ranges::greater{},
                    [](const WorkItem& item) { return std::tuple(item.date_order, item.id); });
  return items;
}

void SegmentTable::publish(const SegmentRow& segment, std::span<const WorkItem> documents,
                           std::span<const std::int64_t> absorb) {
  state_->publisher.publish(segment, documents, absorb);
}

}  // namespace morgue::catalog

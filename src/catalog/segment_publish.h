// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "catalog/connection.h"
#include "catalog/segment_table.h"
#include "catalog/statement.h"

namespace morgue::catalog {

/// Brings a new segment to life; see SegmentTable::publish. What holds before and after: an article has at most one
/// living document, every other document of it is a tombstone or in no segment; and it is pending just when the living
/// document is not of its present seq.
class SegmentPublisher {
 public:
  explicit SegmentPublisher(Connection& connection) : connection_(connection) {}

  void publish(const SegmentRow& segment, std::span<const WorkItem> documents, std::span<const std::int64_t> absorb);

 private:
  struct Place {
    bool exists = false;  ///< the article does
    std::int64_t article_seq = 0;
    std::int64_t segment = 0;  ///< of the living document; 0: there is none
    std::int64_t docid = 0;
    std::int64_t seq = 0;
  };

  void take_number(std::int64_t number);
  void insert_segment(const SegmentRow& segment, std::span<const WorkItem> documents);
  Place find(ArticleId article);
  void place(std::int64_t segment, std::int64_t docid, const WorkItem& document, std::span<const std::int64_t> absorb);
  void absorb(std::int64_t segment);

  Connection& connection_;
  Statement take_number_{connection_, "UPDATE meta SET value = ?1 WHERE name = 'last_segment' AND value < ?1"};
  Statement insert_segment_{
      connection_,
      "INSERT INTO segments (number, location, documents, max_seq, oldest, newest, analyser, format)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"};
  Statement insert_file_{connection_, "INSERT INTO segment_files (segment, name, size, hash) VALUES (?1, ?2, ?3, ?4)"};
  Statement find_{connection_,
                  "SELECT a.seq, i.segment, i.docid, i.seq FROM articles a LEFT JOIN indexed i ON i.article_id = a.id"
                  " WHERE a.id = ?1"};
  Statement bury_{connection_, "INSERT INTO tombstones (segment, docid) VALUES (?1, ?2)"};
  Statement insert_place_{connection_, "INSERT INTO indexed (article_id, segment, docid, seq) VALUES (?1, ?2, ?3, ?4)"};
  Statement move_place_{connection_, "UPDATE indexed SET segment = ?2, docid = ?3, seq = ?4 WHERE article_id = ?1"};
  Statement settle_{connection_, "DELETE FROM pending WHERE article_id = ?1"};
  Statement unsettle_{connection_, "INSERT OR IGNORE INTO pending (article_id) VALUES (?1)"};
  Statement unsettle_segment_{connection_,
                              "INSERT OR IGNORE INTO pending (article_id)"
                              " SELECT article_id FROM indexed WHERE segment = ?1"};
  Statement delete_places_{connection_, "DELETE FROM indexed WHERE segment = ?1"};
  Statement delete_segment_{connection_, "DELETE FROM segments WHERE number = ?1"};
};

}  // namespace morgue::catalog

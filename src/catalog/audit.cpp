// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalog/audit.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

#include "catalog/body_codec.h"
#include "catalog/connection.h"
#include "catalog/content_hash.h"
#include "catalog/segment_table.h"
#include "catalog/statement.h"
#include "core/error.h"

namespace morgue::catalog {
namespace {

/// Each gives a sentence a row for what is wrong.
using Rules = std::span<const char* const>;

constexpr std::array kArticleRules = {
    "SELECT 'article ' || id || ' has no text: revision ' || revision || ' is missing' FROM articles a"
    " WHERE NOT EXISTS (SELECT 1 FROM revisions r WHERE r.article_id = a.id AND r.revision = a.revision)",
    "SELECT 'article ' || a.id || ' has revision ' || r.revision || ' beyond its present one, ' || a.revision"
    " FROM articles a JOIN revisions r ON r.article_id = a.id AND r.revision > a.revision",
    "SELECT 'article ' || a.id || ' has change number ' || a.seq || ', but only ' || m.value || ' were given'"
    " FROM articles a CROSS JOIN meta m ON m.name = 'last_seq' WHERE a.seq > m.value",
    "SELECT count(*) || ' articles have the same change number ' || seq FROM articles GROUP BY seq HAVING count(*) > 1",
    "SELECT 'the number of the last change is lost' WHERE NOT EXISTS (SELECT 1 FROM meta WHERE name = 'last_seq')",
};

constexpr std::array kFamilyRules = {
    "SELECT 'article ' || a.id || ' is in the family of article ' || a.cluster || ', which there is not'"
    " FROM articles a WHERE a.cluster IS NOT NULL"
    " AND NOT EXISTS (SELECT 1 FROM articles f WHERE f.id = a.cluster)",
    "SELECT 'article ' || a.id || ' is in the family of article ' || a.cluster || ', which is itself in one'"
    " FROM articles a JOIN articles f ON f.id = a.cluster WHERE f.cluster IS NOT NULL AND f.cluster <> f.id",
    // Shorter bodies may have no word at all.
    "SELECT 'article ' || a.id || ' has no sketch, so its near-duplicates are not found' FROM articles a"
    " JOIN revisions r ON r.article_id = a.id AND r.revision = a.revision"
    " WHERE r.words >= 30 AND a.id NOT IN (SELECT article_id FROM sketches)",
};

constexpr std::array kPlaceRules = {
    "SELECT 'article ' || i.article_id || ' lives in a document that is dead, ' || i.docid || ' of segment '"
    " || i.segment FROM indexed i JOIN tombstones t ON t.segment = i.segment AND t.docid = i.docid",
    "SELECT 'document ' || docid || ' of segment ' || segment || ' is that of ' || count(*) || ' articles'"
    " FROM indexed GROUP BY segment, docid HAVING count(*) > 1",
    "SELECT 'segment ' || s.number || ' has ' || s.documents || ' documents, but ' || i.n || ' of articles and '"
    " || t.n || ' dead' FROM segments s"
    " JOIN (SELECT number, (SELECT count(*) FROM indexed WHERE segment = number) AS n FROM segments) i USING (number)"
    " JOIN (SELECT number, (SELECT count(*) FROM tombstones WHERE segment = number) AS n FROM segments) t"
    " USING (number) WHERE s.documents <> i.n + t.n",
    "SELECT 'article ' || i.article_id || ' is said to be in document ' || i.docid || ' of segment ' || s.number"
    " || ', which has ' || s.documents FROM indexed i JOIN segments s ON s.number = i.segment"
    " WHERE i.docid > s.documents",
    "SELECT 'tombstone for document ' || t.docid || ' of segment ' || s.number || ', which has ' || s.documents"
    " FROM tombstones t JOIN segments s ON s.number = t.segment WHERE t.docid > s.documents",
    "SELECT 'article ' || a.id || ' is not in the index, and not waiting for it' FROM articles a"
    " LEFT JOIN indexed i ON i.article_id = a.id LEFT JOIN pending p ON p.article_id = a.id"
    " WHERE p.article_id IS NULL AND i.seq IS NOT a.seq",
    "SELECT 'article ' || a.id || ' waits for the index, where it already is' FROM pending p"
    " JOIN articles a ON a.id = p.article_id JOIN indexed i ON i.article_id = a.id WHERE i.seq = a.seq",
    "SELECT 'article ' || a.id || ' was indexed with change ' || i.seq || ', but is at ' || a.seq"
    " FROM indexed i JOIN articles a ON a.id = i.article_id WHERE i.seq > a.seq",
    "SELECT 'segment ' || number || ' has no files' FROM segments"
    " WHERE NOT EXISTS (SELECT 1 FROM segment_files f WHERE f.segment = number)",
    "SELECT 'segment ' || max(s.number) || ' is numbered beyond the last, ' || m.value FROM segments s"
    " CROSS JOIN meta m ON m.name = 'last_segment' GROUP BY m.value HAVING max(s.number) > m.value",
};

constexpr const char* kTexts =
    "SELECT article_id, revision, text_hash, headline, summary, body_bytes, body_coding, body FROM revisions";

/// SQLite puts many findings into one row, under a heading that says nothing.
void add_lines(std::string_view text, Findings& found) {
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    if (!line.empty() && !line.starts_with("***")) found.add(std::string(line));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
  }
}

}  // namespace

struct Audit::State {
  explicit State(Connection& connection_) : connection(connection_) {}

  /// What `look` says; what cannot be read ends it with a finding.
  template <typename Look>
  Findings findings(Look&& look) {
    Findings found;
    try {
      look(found);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::Inconsistent && error.code() != ErrorCode::Io) throw;
      found.add(error.message());
    }
    return found;
  }

  Findings check(Rules rules) {
    return findings([&](Findings& found) {
      for (const char* rule : rules) {
        Statement statement(connection, rule);
        Cursor row = statement.query();
        while (row.next()) found.add(row.string(0));
      }
    });
  }

  Connection& connection;
};

Audit::Audit(Catalog& catalog) : state_(std::make_unique<State>(catalog.connection())) {}
Audit::~Audit() = default;

Findings Audit::structure() {
  return state_->findings([&](Findings& found) {
    Statement statement(state_->connection, "PRAGMA integrity_check(1000)");
    Cursor row = statement.query();
    while (row.next()) {
      if (row.text(0) != "ok") add_lines(row.text(0), found);
    }
  });
}

Findings Audit::references() {
  return state_->findings([&](Findings& found) {
    Statement statement(state_->connection, "PRAGMA foreign_key_check");
    Cursor row = statement.query();
    while (row.next()) {
      std::string what = "a row of " + row.string(0);
      if (const auto id = row.optional_integer(1)) what += " (" + std::to_string(*id) + ")";
      found.add(what + " refers to one of " + row.string(2) + " that is not there");
    }
  });
}

Findings Audit::articles() {
  return state_->check(kArticleRules);
}

Findings Audit::families() {
  return state_->check(kFamilyRules);
}

Findings Audit::places() {
  return state_->check(kPlaceRules);
}

Findings Audit::texts(const std::function<bool()>& go_on) {
  constexpr int kOften = 1000;
  return state_->findings([&](Findings& found) {
    BodyCodec codec;
    Statement statement(state_->connection, kTexts);
    Cursor row = statement.query();
    for (int read = 0; row.next(); ++read) {
      if (read % kOften == 0 && go_on && !go_on()) throw Error(ErrorCode::Interrupted, "interrupted while checking");
      const ArticleId id = row.integer(0);
      const auto damaged = [&](const std::string& how) {
        found.add("article " + std::to_string(id) + ", revision " + std::to_string(row.integer(1)) + ": " + how);
      };
      try {
        const std::string body = codec.unpack({row.text(6), row.blob(7)}, row.integer(5), id);
        if (!std::ranges::equal(content_hash({row.text(3), row.text(4), body}), row.blob(2))) {
          damaged("the text is not what was stored");
        }
      } catch (const Error& error) {
        if (error.code() != ErrorCode::Inconsistent) throw;
        damaged("the text cannot be unpacked");
      }
    }
  });
}

std::vector<Place> Audit::living(std::int64_t segment) {
  Statement statement(state_->connection,
                      "SELECT i.docid, i.article_id, i.seq, a.date_order, a.seq FROM indexed i"
                      " JOIN articles a ON a.id = i.article_id WHERE i.segment = ?1 ORDER BY i.docid");
  std::vector<Place> places;
  Cursor row = statement.query(segment);
  while (row.next()) {
    Place& place = places.emplace_back();
    place.docid = static_cast<std::uint32_t>(row.integer(0));
    place.id = row.integer(1);
    place.seq = row.integer(2);
    place.date_order = row.optional_integer(3).value_or(kUndated);
    place.current = place.seq == row.integer(4);
  }
  return places;
}

}  // namespace morgue::catalog

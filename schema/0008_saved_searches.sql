-- SPDX-License-Identifier: GPL-2.0-or-later
-- Searches that are kept by name, and what was reported of those that are watched. Prose, values and invariants:
-- schema/README.md.

CREATE TABLE saved_searches (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  query TEXT NOT NULL CHECK (query <> ''),
  note TEXT NOT NULL DEFAULT '',
  created INTEGER NOT NULL,
  watched INTEGER NOT NULL DEFAULT 0 CHECK (watched IN (0, 1)),
  command TEXT NOT NULL DEFAULT '',
  report INTEGER NOT NULL DEFAULT 0 CHECK (report >= 0),
  reported_at INTEGER,
  segment INTEGER NOT NULL DEFAULT 0,
  failures INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
  problem TEXT
) STRICT;

-- No reference to articles and revisions: that an article is gone is still to be reported.
CREATE TABLE reported_articles (
  search_id INTEGER NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  revision_id INTEGER NOT NULL,
  canceled INTEGER NOT NULL CHECK (canceled IN (0, 1)),
  PRIMARY KEY (search_id, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX articles_canceled ON articles (status) WHERE status = 'canceled';

-- SPDX-License-Identifier: GPL-2.0-or-later
-- Named sets of dumps that the scheduled job reads, and what it has read of them. Prose, values and invariants:
-- schema/README.md.

CREATE TABLE collections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  created INTEGER NOT NULL,
  format TEXT NOT NULL DEFAULT '',
  source TEXT NOT NULL DEFAULT '',
  records TEXT NOT NULL DEFAULT '',
  map_file TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE collection_maps (
  collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  mapping TEXT NOT NULL,
  PRIMARY KEY (collection_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_paths (
  collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  pattern TEXT NOT NULL,
  excluded INTEGER NOT NULL CHECK (excluded IN (0, 1)),
  PRIMARY KEY (collection_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_files (
  collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  modified INTEGER NOT NULL,
  inode INTEGER NOT NULL,
  hash BLOB,
  edges BLOB,
  "offset" INTEGER CHECK ("offset" >= 0),
  unfinished INTEGER NOT NULL DEFAULT 0 CHECK (unfinished >= 0),
  records INTEGER NOT NULL DEFAULT 0 CHECK (records >= 0),
  read_at INTEGER,
  gone_at INTEGER,
  problem TEXT,
  PRIMARY KEY (collection_id, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE collection_articles (
  collection_id INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (collection_id, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_articles_article ON collection_articles (article_id);

-- What a run did to each collection, by name: the collection may be removed later.
CREATE TABLE run_collections (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  collection TEXT NOT NULL,
  files INTEGER NOT NULL DEFAULT 0 CHECK (files >= 0),
  records INTEGER NOT NULL DEFAULT 0 CHECK (records >= 0),
  added INTEGER NOT NULL DEFAULT 0 CHECK (added >= 0),
  revised INTEGER NOT NULL DEFAULT 0 CHECK (revised >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  PRIMARY KEY (run_id, collection)
) STRICT, WITHOUT ROWID;

-- What a run had to say.
CREATE TABLE run_lines (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

-- SPDX-License-Identifier: GPL-2.0-or-later
-- The first catalog. Prose, values and invariants: schema/README.md.

CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO meta (name, value) VALUES ('last_seq', 0), ('last_segment', 0);

-- Values many rows share.
CREATE TABLE sources (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE sections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE CHECK (name <> '')) STRICT;
CREATE TABLE dumps (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  command TEXT NOT NULL,
  started INTEGER NOT NULL,
  finished INTEGER,
  exit_code INTEGER,
  records INTEGER NOT NULL DEFAULT 0 CHECK (records >= 0),
  added INTEGER NOT NULL DEFAULT 0 CHECK (added >= 0),
  revised INTEGER NOT NULL DEFAULT 0 CHECK (revised >= 0),
  unchanged INTEGER NOT NULL DEFAULT 0 CHECK (unchanged >= 0),
  duplicates INTEGER NOT NULL DEFAULT 0 CHECK (duplicates >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  CHECK ((finished IS NULL) = (exit_code IS NULL))
) STRICT;

CREATE TABLE rejects (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  dump_id INTEGER NOT NULL REFERENCES dumps (id),
  record INTEGER NOT NULL,
  "offset" INTEGER NOT NULL,
  reason TEXT NOT NULL,
  excerpt TEXT NOT NULL
) STRICT;
CREATE INDEX rejects_run ON rejects (run_id);

CREATE TABLE articles (
  id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
  source_id INTEGER NOT NULL REFERENCES sources (id),
  key TEXT NOT NULL CHECK (key <> ''),
  revision INTEGER NOT NULL CHECK (revision > 0),
  seq INTEGER NOT NULL CHECK (seq > 0),
  date_order INTEGER,
  published TEXT,
  published_origin TEXT NOT NULL CHECK (published_origin IN ('none', 'declared', 'url', 'filename', 'inferred')),
  updated TEXT,
  section_id INTEGER REFERENCES sections (id),
  language TEXT,
  url TEXT,
  dateline TEXT,
  cluster INTEGER,
  UNIQUE (source_id, key),
  CHECK ((published IS NULL) = (date_order IS NULL))
) STRICT;

CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  revision INTEGER NOT NULL CHECK (revision > 0),
  run_id INTEGER NOT NULL REFERENCES runs (id),
  recorded_at INTEGER NOT NULL DEFAULT (unixepoch()),
  dump_id INTEGER NOT NULL REFERENCES dumps (id),
  record INTEGER NOT NULL,
  text_hash BLOB NOT NULL CHECK (length(text_hash) = 16),
  words INTEGER NOT NULL CHECK (words >= 0),
  headline TEXT NOT NULL,
  summary TEXT NOT NULL,
  body_bytes INTEGER NOT NULL CHECK (body_bytes >= 0),
  body_coding TEXT NOT NULL CHECK (body_coding IN ('raw', 'zstd')),
  body BLOB NOT NULL,
  UNIQUE (article_id, revision)
) STRICT;

-- The lists of an article, in the order given.
CREATE TABLE authors (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE topics (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE places (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE organizations (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE article_authors (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name_id INTEGER NOT NULL REFERENCES authors (id),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_topics (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name_id INTEGER NOT NULL REFERENCES topics (id),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_places (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name_id INTEGER NOT NULL REFERENCES places (id),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_people (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name_id INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE article_organizations (
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name_id INTEGER NOT NULL REFERENCES organizations (id),
  PRIMARY KEY (article_id, position)
) STRICT, WITHOUT ROWID;

-- The live index segments.
CREATE TABLE segments (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  location TEXT NOT NULL UNIQUE CHECK (location <> ''),
  documents INTEGER NOT NULL CHECK (documents >= 0),
  max_seq INTEGER NOT NULL CHECK (max_seq >= 0),
  oldest INTEGER,
  newest INTEGER,
  analyser TEXT NOT NULL,
  format TEXT NOT NULL
) STRICT;

CREATE TABLE segment_files (
  segment INTEGER NOT NULL REFERENCES segments (number) ON DELETE CASCADE,
  name TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  hash TEXT NOT NULL,
  PRIMARY KEY (segment, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstones (
  segment INTEGER NOT NULL REFERENCES segments (number) ON DELETE CASCADE,
  docid INTEGER NOT NULL CHECK (docid BETWEEN 1 AND 4294967295),
  PRIMARY KEY (segment, docid)
) STRICT, WITHOUT ROWID;

-- The one living document of an article. No cascade from articles: an article may go only after its document is dead.
CREATE TABLE indexed (
  article_id INTEGER PRIMARY KEY REFERENCES articles (id),
  segment INTEGER NOT NULL REFERENCES segments (number),
  docid INTEGER NOT NULL CHECK (docid BETWEEN 1 AND 4294967295),
  seq INTEGER NOT NULL
) STRICT;
CREATE INDEX indexed_segment ON indexed (segment);

-- Articles whose present seq is in no segment.
CREATE TABLE pending (article_id INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE) STRICT;

-- SPDX-License-Identifier: GPL-2.0-or-later
-- Articles withdrawn from searches, and what must not come back. Prose, values and invariants: schema/README.md.

CREATE TABLE takedowns (
  number INTEGER PRIMARY KEY AUTOINCREMENT CHECK (number > 0),
  made INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  ref TEXT,
  until TEXT,
  hidden_until INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('withheld', 'purging', 'purged', 'undone')),
  ended INTEGER,
  CHECK ((ended IS NOT NULL) = (state IN ('purged', 'undone')))
) STRICT;
CREATE INDEX takedowns_state ON takedowns (state, hidden_until);

-- No reference to articles: those purged are gone.
CREATE TABLE takedown_articles (
  takedown INTEGER NOT NULL REFERENCES takedowns (number),
  article_id INTEGER NOT NULL CHECK (article_id > 0),
  PRIMARY KEY (takedown, article_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX takedown_articles_article ON takedown_articles (article_id);

-- By what a record is recognised that must not come back.
CREATE TABLE withdrawn (
  hash BLOB NOT NULL CHECK (length(hash) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('key', 'text')),
  takedown INTEGER NOT NULL REFERENCES takedowns (number),
  PRIMARY KEY (hash, kind, takedown)
) STRICT, WITHOUT ROWID;

-- What a purge under way must not find in any file when it is done.
CREATE TABLE purge_traces (
  takedown INTEGER NOT NULL REFERENCES takedowns (number),
  kind TEXT NOT NULL CHECK (kind IN ('piece', 'short piece', 'term')),
  hash INTEGER NOT NULL,
  PRIMARY KEY (takedown, kind, hash)
) STRICT, WITHOUT ROWID;

-- Embargoes and states come and go with the records; what is withheld here stays so whatever they say.
CREATE TRIGGER articles_stay_withheld AFTER UPDATE OF hidden_until ON articles
WHEN EXISTS (SELECT 1 FROM takedown_articles m JOIN takedowns t ON t.number = m.takedown
             WHERE m.article_id = NEW.id AND t.state = 'withheld'
             AND (NEW.hidden_until IS NULL OR t.hidden_until > NEW.hidden_until))
BEGIN
  UPDATE articles SET hidden_until = (SELECT max(t.hidden_until) FROM takedown_articles m
                                      JOIN takedowns t ON t.number = m.takedown
                                      WHERE m.article_id = NEW.id AND t.state = 'withheld')
  WHERE id = NEW.id;
END;

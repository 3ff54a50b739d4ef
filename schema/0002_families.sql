-- SPDX-License-Identifier: GPL-2.0-or-later
-- Families of near-duplicates. Prose, values and invariants: schema/README.md.

-- The sketch of the present text of an article: the smallest of its shingles.
CREATE TABLE sketches (
  hash INTEGER NOT NULL CHECK (hash BETWEEN -2147483648 AND 2147483647),
  article_id INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX articles_cluster ON articles (cluster) WHERE cluster IS NOT NULL;

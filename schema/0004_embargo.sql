-- SPDX-License-Identifier: GPL-2.0-or-later
-- Embargoes, withdrawn items, and which text of an article is the newest. Prose, values and invariants:
-- schema/README.md.

ALTER TABLE articles ADD COLUMN embargo TEXT;
ALTER TABLE articles ADD COLUMN hidden_until INTEGER;
ALTER TABLE articles ADD COLUMN status TEXT CHECK (status IN ('withheld', 'canceled'));
CREATE INDEX articles_hidden ON articles (hidden_until) WHERE hidden_until IS NOT NULL;

-- When the publisher issued this text.
ALTER TABLE revisions ADD COLUMN issued INTEGER;

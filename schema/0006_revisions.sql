-- SPDX-License-Identifier: GPL-2.0-or-later
-- What earlier revisions of an article said about it. Prose, values and invariants: schema/README.md.

-- Beside the revisions and not in them: a row with a body is written once.
CREATE TABLE revision_facts (
  revision_id INTEGER PRIMARY KEY REFERENCES revisions (id) ON DELETE CASCADE,
  facts TEXT NOT NULL CHECK (facts <> '')
) STRICT;

-- SPDX-License-Identifier: GPL-2.0-or-later
-- What was wrong with records that became articles all the same.

CREATE TABLE remarks (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  dump_id INTEGER NOT NULL REFERENCES dumps (id),
  record INTEGER NOT NULL,
  remark TEXT NOT NULL
) STRICT;
CREATE INDEX remarks_run ON remarks (run_id);

-- Retrying asks for the rejects of a dump, and for the last record known of it.
CREATE INDEX rejects_dump ON rejects (dump_id, record);

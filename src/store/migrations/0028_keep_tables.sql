-- Tables made by hand. What an editor said of their columns is remembered for the next table with the same headings.
CREATE TABLE table_columns (
  table_name TEXT NOT NULL,
  headings   TEXT NOT NULL,              -- folded, joined by |
  columns    TEXT NOT NULL,              -- JSON: pairs of a place, from 0, and a key; '' for a column that is passed over
  saved_by   TEXT NOT NULL,
  saved_at   TEXT NOT NULL,              -- ISO 8601, UTC
  PRIMARY KEY (table_name, headings)
) STRICT, WITHOUT ROWID;

-- A checked table that an editor lays before a publisher. It waits until it has a decision; its rows stand in parts,
-- since a database takes only so much in one value.
CREATE TABLE table_proposal (
  id         INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  file       TEXT NOT NULL,
  rows       INTEGER NOT NULL,           -- that would be new or changed when it was sent
  answers    TEXT NOT NULL,              -- JSON
  sent_by    TEXT NOT NULL,
  sent_at    TEXT NOT NULL               -- ISO 8601, UTC
) STRICT;

CREATE INDEX table_proposal_by_time ON table_proposal (sent_at);

CREATE TABLE table_proposal_part (
  proposal_id INTEGER NOT NULL REFERENCES table_proposal (id),
  number      INTEGER NOT NULL,
  part        TEXT NOT NULL,             -- of the JSON of its rows
  PRIMARY KEY (proposal_id, number)
) STRICT, WITHOUT ROWID;

-- One for each proposal: whoever comes second finds it decided. A returned one is shown to its sender until put away.
CREATE TABLE table_decision (
  proposal_id INTEGER PRIMARY KEY REFERENCES table_proposal (id),
  outcome     TEXT NOT NULL CHECK (outcome IN ('written', 'returned', 'withdrawn')),
  note        TEXT NOT NULL,
  decided_by  TEXT NOT NULL,
  decided_at  TEXT NOT NULL,             -- ISO 8601, UTC
  put_away_at TEXT
) STRICT;

-- What an import wrote, so that it can be taken back while nothing of it has been changed since.
CREATE TABLE table_import (
  id          INTEGER PRIMARY KEY,
  table_name  TEXT NOT NULL,
  file        TEXT NOT NULL,
  rows        INTEGER NOT NULL,
  proposed_by TEXT,                      -- NULL where whoever wrote it sent it in
  imported_by TEXT NOT NULL,
  imported_at TEXT NOT NULL              -- ISO 8601, UTC
) STRICT;

CREATE INDEX table_import_by_time ON table_import (imported_at);

CREATE TABLE table_import_row (
  import_id INTEGER NOT NULL REFERENCES table_import (id),
  what      TEXT NOT NULL CHECK (what IN ('facts', 'text', 'sign')),
  subject   TEXT NOT NULL,               -- id of an entry, or a code
  before    TEXT,                        -- number of the facts or the text, or the sign as JSON; NULL: there was none
  after     TEXT NOT NULL,
  PRIMARY KEY (import_id, what, subject)
) STRICT, WITHOUT ROWID;

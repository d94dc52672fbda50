-- Where a point to verify was read. A point is named by its words, so one that is worded anew is open again. In force
-- until it is taken back; nothing public follows from it.
CREATE TABLE settlement (
  id            INTEGER PRIMARY KEY,
  entry_id      TEXT NOT NULL REFERENCES entry (id),
  point         TEXT NOT NULL,
  document      TEXT NOT NULL,
  place         TEXT NOT NULL,           -- page, article; '' where there is none
  read_by       TEXT NOT NULL,           -- a name
  read_on       TEXT NOT NULL,           -- YYYY-MM-DD
  recorded_by   TEXT NOT NULL,
  recorded_at   TEXT NOT NULL,           -- ISO 8601, UTC
  taken_back_by TEXT,
  taken_back_at TEXT,
  CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX settlement_in_force ON settlement (entry_id, point) WHERE taken_back_at IS NULL;
CREATE INDEX settlement_by_entry ON settlement (entry_id);

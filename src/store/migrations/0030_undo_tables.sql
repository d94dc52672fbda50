-- One for each import of a table that was taken back: of two who do it at once, the second finds it done.
CREATE TABLE table_undo (
  import_id INTEGER PRIMARY KEY REFERENCES table_import (id),
  stayed    INTEGER NOT NULL,            -- rows left as they are, since something had come to depend on them
  undone_by TEXT NOT NULL,
  undone_at TEXT NOT NULL                -- ISO 8601, UTC
) STRICT;

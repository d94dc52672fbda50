-- A revision is one saved state of an entry's text in one locale. Its number is the lock: two people who both
-- save number 4 collide on the primary key. Rows are never changed.
CREATE TABLE revision (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  locale   TEXT NOT NULL,
  number   INTEGER NOT NULL CHECK (number > 0),
  title    TEXT NOT NULL,
  summary  TEXT NOT NULL,
  body     TEXT NOT NULL,                -- Markdown
  based_on INTEGER,                      -- source revision a translation was made from
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,                -- ISO 8601, UTC
  PRIMARY KEY (entry_id, locale, number)
) STRICT, WITHOUT ROWID;

-- A publication makes one revision the public one of its locale; it ends when another takes its place.
CREATE TABLE publication (
  id           INTEGER PRIMARY KEY,
  entry_id     TEXT NOT NULL,
  locale       TEXT NOT NULL,
  number       INTEGER NOT NULL,
  published_by TEXT NOT NULL,
  published_at TEXT NOT NULL,            -- ISO 8601, UTC
  ended_by     TEXT,
  ended_at     TEXT,
  FOREIGN KEY (entry_id, locale, number) REFERENCES revision (entry_id, locale, number)
) STRICT;

CREATE UNIQUE INDEX publication_in_force ON publication (entry_id, locale) WHERE ended_at IS NULL;
CREATE INDEX publication_by_revision ON publication (entry_id, locale, number);

CREATE TRIGGER publication_inserted AFTER INSERT ON publication BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER publication_updated AFTER UPDATE ON publication BEGIN UPDATE edition SET number = number + 1; END;

-- A sign is one physical thing at one spot. `code` is printed on it, so it is never reused and no row is ever
-- deleted: a trigger refuses it. What happened to it are rows of sign_event; its state is derived from them.
CREATE TABLE sign (
  code                TEXT PRIMARY KEY,
  entry_id            TEXT NOT NULL REFERENCES entry (id),
  issued_on           TEXT NOT NULL,     -- YYYY-MM-DD
  placement           TEXT NOT NULL,
  lat                 REAL,              -- WGS 84, degrees
  lon                 REAL,
  accuracy_m          REAL,
  mount               TEXT,
  height_mm           INTEGER,           -- of the symbol's centre above the ground
  reading_distance_mm INTEGER,
  template            TEXT,
  faces               INTEGER,
  symbol_version      INTEGER,
  symbol_level        TEXT,
  symbol_mask         INTEGER,
  replaces            TEXT,
  note                TEXT NOT NULL
) STRICT;

CREATE INDEX sign_by_entry ON sign (entry_id);

CREATE TRIGGER sign_kept BEFORE DELETE ON sign BEGIN SELECT RAISE(ABORT, 'a sign is never deleted'); END;
CREATE TRIGGER sign_inserted AFTER INSERT ON sign BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER sign_updated AFTER UPDATE ON sign BEGIN UPDATE edition SET number = number + 1; END;

-- Append-only; `id` keeps the order of writing.
CREATE TABLE sign_event (
  id          INTEGER PRIMARY KEY,
  code        TEXT NOT NULL REFERENCES sign (code),
  happened_on TEXT NOT NULL,             -- YYYY-MM-DD
  what        TEXT NOT NULL,
  by          TEXT NOT NULL,
  lat         REAL,
  lon         REAL,
  successor   TEXT REFERENCES sign (code),
  note        TEXT NOT NULL
) STRICT;

CREATE INDEX sign_event_by_sign ON sign_event (code);
CREATE INDEX sign_event_by_successor ON sign_event (successor);

CREATE TRIGGER sign_event_kept BEFORE DELETE ON sign_event BEGIN SELECT RAISE(ABORT, 'a sign event is never deleted'); END;
CREATE TRIGGER sign_event_inserted AFTER INSERT ON sign_event BEGIN UPDATE edition SET number = number + 1; END;

-- Addresses printed before there was Stele: they lead to the entry, or to the sign once it has a code.
CREATE TABLE legacy_code (
  address  TEXT PRIMARY KEY,             -- as printed: whole, or from its path on
  path     TEXT NOT NULL,                -- path and query of the address
  entry_id TEXT NOT NULL REFERENCES entry (id),
  code     TEXT REFERENCES sign (code),
  note     TEXT NOT NULL
) STRICT;

CREATE INDEX legacy_code_by_path ON legacy_code (path);
CREATE INDEX legacy_code_by_sign ON legacy_code (code);
CREATE INDEX legacy_code_by_entry ON legacy_code (entry_id);

CREATE TRIGGER legacy_code_inserted AFTER INSERT ON legacy_code BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER legacy_code_updated AFTER UPDATE ON legacy_code BEGIN UPDATE edition SET number = number + 1; END;

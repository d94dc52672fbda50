-- An entry is one subject people read about. `id` is the path it was first imported under and never changes;
-- the slug may, and old slugs stay in entry_slug so that old addresses lead on.
CREATE TABLE entry (
  id           TEXT PRIMARY KEY,         -- as in `streets/hoang-van-thu`
  kind         TEXT NOT NULL CHECK (kind IN ('street', 'figure', 'heritage-site', 'place')),
  slug         TEXT NOT NULL,
  facts_number INTEGER NOT NULL,         -- the state of its facts that counts today
  withheld     INTEGER NOT NULL CHECK (withheld IN (0, 1)),
  UNIQUE (kind, slug)
) STRICT;

CREATE TRIGGER entry_inserted AFTER INSERT ON entry BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER entry_updated AFTER UPDATE ON entry BEGIN UPDATE edition SET number = number + 1; END;

CREATE TABLE entry_slug (
  kind     TEXT NOT NULL,
  slug     TEXT NOT NULL,
  entry_id TEXT NOT NULL REFERENCES entry (id),
  PRIMARY KEY (kind, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_slug_by_entry ON entry_slug (entry_id);

-- Every state the facts of an entry have had; numbered and never changed.
CREATE TABLE facts (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  number   INTEGER NOT NULL CHECK (number > 0),
  facts    TEXT NOT NULL CHECK (json_valid(facts)), -- shaped as Facts in src/domain/entry.ts
  saved_by TEXT NOT NULL,
  saved_at TEXT NOT NULL,                -- ISO 8601, UTC
  PRIMARY KEY (entry_id, number)
) STRICT, WITHOUT ROWID;

-- Derived from the facts that count, in the same batch: who points at whom.
CREATE TABLE entry_link (
  entry_id  TEXT NOT NULL REFERENCES entry (id),
  target_id TEXT NOT NULL,               -- may name an entry that does not exist yet
  relation  TEXT NOT NULL CHECK (relation IN ('named-after', 'related')),
  position  INTEGER NOT NULL,
  PRIMARY KEY (entry_id, relation, target_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_link_by_target ON entry_link (target_id);

-- Files beside entry.yaml. The bytes lie in the media folder or R2 under their digest.
CREATE TABLE entry_file (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  name     TEXT NOT NULL,                -- as in `cover.jpg`
  digest   TEXT NOT NULL,                -- SHA-256, hexadecimal
  PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_file_by_digest ON entry_file (digest);

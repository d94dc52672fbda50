-- Walks are entries of a kind of their own, so the two lists of allowed words grow. A table with children is made anew
-- under its own name; its triggers go with it and are made again.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE entry_keep AS SELECT * FROM entry;
DROP TABLE entry;
CREATE TABLE entry (
  id           TEXT PRIMARY KEY,         -- as in `streets/hoang-van-thu`
  kind         TEXT NOT NULL CHECK (kind IN ('street', 'figure', 'heritage-site', 'place', 'walk')),
  slug         TEXT NOT NULL,
  facts_number INTEGER NOT NULL,         -- the state of its facts that counts today
  withheld     INTEGER NOT NULL CHECK (withheld IN (0, 1)),
  UNIQUE (kind, slug)
) STRICT;
INSERT INTO entry (id, kind, slug, facts_number, withheld)
  SELECT id, kind, slug, facts_number, withheld FROM entry_keep;
DROP TABLE entry_keep;

CREATE TRIGGER entry_inserted AFTER INSERT ON entry BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER entry_updated AFTER UPDATE ON entry BEGIN UPDATE edition SET number = number + 1; END;

CREATE TABLE entry_link_keep AS SELECT * FROM entry_link;
DROP TABLE entry_link;
CREATE TABLE entry_link (
  entry_id  TEXT NOT NULL REFERENCES entry (id),
  target_id TEXT NOT NULL,               -- may name an entry that does not exist yet
  relation  TEXT NOT NULL CHECK (relation IN ('stop', 'named-after', 'related')), -- stop: `entry_id` is the walk
  position  INTEGER NOT NULL,
  PRIMARY KEY (entry_id, relation, target_id)
) STRICT, WITHOUT ROWID;
INSERT INTO entry_link (entry_id, target_id, relation, position)
  SELECT entry_id, target_id, relation, position FROM entry_link_keep;
DROP TABLE entry_link_keep;

CREATE INDEX entry_link_by_target ON entry_link (target_id);

-- Which wards and communes an entry lies in, and when: derived from the facts that count, so that the entries of a unit
-- are found without reading the facts of all. Facts are saved as a new row, and the latest row counts.
CREATE TABLE entry_unit (
  entry_id   TEXT NOT NULL REFERENCES entry (id),
  code       TEXT NOT NULL,
  valid_from TEXT NOT NULL,              -- YYYY-MM-DD; '' when not known
  valid_to   TEXT NOT NULL,              -- first day on which it no longer did; '' while it does
  PRIMARY KEY (code, entry_id, valid_from, valid_to)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_unit_by_entry ON entry_unit (entry_id);

INSERT INTO entry_unit (entry_id, code, valid_from, valid_to)
  SELECT DISTINCT e.id, j.value->>'code', coalesce(j.value->>'from', ''), coalesce(j.value->>'to', '')
  FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number, json_each(f.facts, '$.adminUnits') j;

CREATE TRIGGER facts_units AFTER INSERT ON facts BEGIN
  DELETE FROM entry_unit WHERE entry_id = NEW.entry_id;
  INSERT INTO entry_unit (entry_id, code, valid_from, valid_to)
    SELECT DISTINCT NEW.entry_id, j.value->>'code', coalesce(j.value->>'from', ''), coalesce(j.value->>'to', '')
    FROM json_each(NEW.facts, '$.adminUnits') j;
END;

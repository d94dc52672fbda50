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

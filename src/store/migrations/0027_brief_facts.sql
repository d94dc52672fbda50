-- What long lists ask of facts, beside the facts themselves, which are some thousand bytes of JSON each: reading them
-- took ten times as long as all the rest of a list. Derived, by the triggers below, and never written otherwise.
CREATE TABLE facts_brief (
  entry_id  TEXT NOT NULL,
  number    INTEGER NOT NULL,
  approved  INTEGER NOT NULL CHECK (approved IN (0, 1)),
  names     TEXT NOT NULL,               -- JSON, as in the facts
  languages TEXT NOT NULL,               -- in which it has a name a sign may show, as in ' vi en '
  units     TEXT NOT NULL,               -- codes of those in which it lies today, as in ' 05977 '
  PRIMARY KEY (entry_id, number),
  FOREIGN KEY (entry_id, number) REFERENCES facts (entry_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER facts_briefed AFTER INSERT ON facts BEGIN
  INSERT INTO facts_brief (entry_id, number, approved, names, languages, units)
  VALUES (NEW.entry_id, NEW.number,
    coalesce(NEW.facts->>'$.review.state', '') = 'approved',
    coalesce(NEW.facts->'$.names', '[]'),
    (SELECT ' ' || coalesce(group_concat(j.value->>'locale', ' '), '') || ' ' FROM json_each(NEW.facts, '$.names') j
      WHERE j.value->>'to' IS NULL AND j.value->>'kind' IN ('official', 'translation')),
    (SELECT ' ' || coalesce(group_concat(j.value->>'code', ' '), '') || ' '
      FROM json_each(NEW.facts, '$.adminUnits') j WHERE j.value->>'to' IS NULL));
END;

INSERT INTO facts_brief (entry_id, number, approved, names, languages, units)
SELECT f.entry_id, f.number,
  coalesce(f.facts->>'$.review.state', '') = 'approved',
  coalesce(f.facts->'$.names', '[]'),
  (SELECT ' ' || coalesce(group_concat(j.value->>'locale', ' '), '') || ' ' FROM json_each(f.facts, '$.names') j
    WHERE j.value->>'to' IS NULL AND j.value->>'kind' IN ('official', 'translation')),
  (SELECT ' ' || coalesce(group_concat(j.value->>'code', ' '), '') || ' '
    FROM json_each(f.facts, '$.adminUnits') j WHERE j.value->>'to' IS NULL)
FROM facts f;

-- Facts change in public when somebody approves them, or shows them; until then visitors read the state they read
-- before. `facts_number` is what is worked on, `public_facts_number` what is read. What keeps a place or a person back
-- counts at once, whoever approved what: `guard` is laid over the facts that are read.
ALTER TABLE entry ADD COLUMN public_facts_number INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entry ADD COLUMN guard TEXT NOT NULL DEFAULT '{}'; -- JSON, a part of the facts
UPDATE entry SET public_facts_number = facts_number;

CREATE TRIGGER facts_made_public AFTER INSERT ON facts BEGIN
  UPDATE entry SET
    guard = json_patch(
      CASE WHEN NEW.facts->>'$.restrictedLocation' THEN '{"restrictedLocation":true}' ELSE '{}' END,
      CASE WHEN NEW.facts->>'$.livingPerson' THEN '{"livingPerson":true}' ELSE '{}' END),
    public_facts_number = CASE
      WHEN NEW.facts->>'$.review.state' = 'approved'
        OR NOT EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = NEW.entry_id AND p.ended_at IS NULL)
          AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.entry_id = NEW.entry_id AND f.number = public_facts_number
            AND f.facts->>'$.review.state' = 'approved')
        OR json_remove(NEW.facts, '$.review', '$.withheld') = (
          SELECT json_remove(f.facts, '$.review', '$.withheld') FROM facts f
          WHERE f.entry_id = NEW.entry_id AND f.number = public_facts_number)
        THEN NEW.number
      ELSE public_facts_number END
  WHERE id = NEW.entry_id;
END;

-- An entry whose first text becomes public shows the facts that were worked on till then.
CREATE TRIGGER publication_shows_facts AFTER INSERT ON publication
WHEN NOT EXISTS (SELECT 1 FROM publication p WHERE p.entry_id = NEW.entry_id AND p.id <> NEW.id
  AND (p.ended_at IS NULL OR p.ended_at = NEW.published_at))
BEGIN
  UPDATE entry SET public_facts_number = facts_number
  WHERE id = NEW.entry_id AND public_facts_number <> facts_number
    AND NOT EXISTS (SELECT 1 FROM facts f WHERE f.entry_id = NEW.entry_id AND f.number = public_facts_number
      AND f.facts->>'$.review.state' = 'approved');
END;

-- In which units an entry lies for those who read it.
DROP TRIGGER facts_units;
CREATE TRIGGER entry_units AFTER UPDATE OF public_facts_number ON entry
WHEN NEW.public_facts_number <> OLD.public_facts_number BEGIN
  DELETE FROM entry_unit WHERE entry_id = NEW.id;
  INSERT INTO entry_unit (entry_id, code, valid_from, valid_to)
    SELECT DISTINCT NEW.id, j.value->>'code', coalesce(j.value->>'from', ''), coalesce(j.value->>'to', '')
    FROM facts f, json_each(f.facts, '$.adminUnits') j
    WHERE f.entry_id = NEW.id AND f.number = NEW.public_facts_number;
END;

-- Who points at whom: in the facts that are worked on, in those that are read, or in both.
ALTER TABLE entry_link ADD COLUMN latest INTEGER NOT NULL DEFAULT 1 CHECK (latest IN (0, 1));
ALTER TABLE entry_link ADD COLUMN public INTEGER NOT NULL DEFAULT 1 CHECK (public IN (0, 1));

CREATE TRIGGER entry_links_shown AFTER UPDATE OF public_facts_number ON entry
WHEN NEW.public_facts_number <> OLD.public_facts_number AND NEW.public_facts_number = NEW.facts_number BEGIN
  DELETE FROM entry_link WHERE entry_id = NEW.id AND latest = 0;
  UPDATE entry_link SET public = 1 WHERE entry_id = NEW.id;
END;

-- The works that entries rest on: a book, a resolution, a page on the web, each once, however many entries cite it. A
-- derived list, by the triggers below; a work keeps its number for good, since people write it down.
CREATE TABLE work (
  id        INTEGER PRIMARY KEY,
  identity  TEXT NOT NULL UNIQUE,        -- its web address, or else author, title, publisher and date
  uses      INTEGER NOT NULL DEFAULT 0,  -- sources of the facts that count today
  title     TEXT NOT NULL,
  author    TEXT NOT NULL,
  publisher TEXT NOT NULL,
  url       TEXT NOT NULL,
  date      TEXT NOT NULL,
  copy      TEXT NOT NULL                -- where one can be read
) STRICT;

CREATE INDEX work_by_uses ON work (uses DESC, id);

-- Words of a work, without the bar of đ, which no other part of a search takes off.
CREATE VIRTUAL TABLE work_words USING fts5 (
  words, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

CREATE TRIGGER work_listed AFTER INSERT ON work BEGIN
  INSERT INTO work_words (rowid, words) VALUES (NEW.id, replace(replace(
    NEW.title || ' ' || NEW.author || ' ' || NEW.publisher || ' ' || NEW.date || ' ' || NEW.url, 'đ', 'd'), 'Đ', 'D'));
END;

CREATE TRIGGER work_told_anew AFTER UPDATE OF title, author, publisher, url, date, copy ON work BEGIN
  DELETE FROM work_words WHERE rowid = NEW.id;
  INSERT INTO work_words (rowid, words) VALUES (NEW.id, replace(replace(
    NEW.title || ' ' || NEW.author || ' ' || NEW.publisher || ' ' || NEW.date || ' ' || NEW.url, 'đ', 'd'), 'Đ', 'D'));
END;

-- Which source of which entry is which work, of the facts that count today.
CREATE TABLE work_use (
  entry_id  TEXT NOT NULL REFERENCES entry (id),
  source_id TEXT NOT NULL,
  work_id   INTEGER NOT NULL REFERENCES work (id),
  at        TEXT NOT NULL,               -- page, article or leaf
  PRIMARY KEY (entry_id, source_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX work_use_by_work ON work_use (work_id, entry_id);

CREATE TRIGGER work_used AFTER INSERT ON work_use BEGIN
  UPDATE work SET uses = uses + 1 WHERE id = NEW.work_id;
END;
CREATE TRIGGER work_used_no_more AFTER DELETE ON work_use BEGIN
  UPDATE work SET uses = uses - 1 WHERE id = OLD.work_id;
END;

-- A later use fills in what nobody had told of the work; what was told, or corrected, stays. Facts are saved as a new
-- row, and the latest row counts.
CREATE TRIGGER facts_rest_on_works AFTER INSERT ON facts BEGIN
  DELETE FROM work_use WHERE entry_id = NEW.entry_id;
  INSERT INTO work (identity, title, author, publisher, url, date, copy)
    SELECT coalesce(j.value->>'url', coalesce(j.value->>'author', '') || '|' || (j.value->>'title') || '|'
        || coalesce(j.value->>'publisher', '') || '|' || coalesce(j.value->>'date', '')),
      coalesce(j.value->>'title', j.value->>'url'), coalesce(j.value->>'author', ''),
      coalesce(j.value->>'publisher', ''), coalesce(j.value->>'url', ''), coalesce(j.value->>'date', ''),
      coalesce(j.value->>'copy', '')
    FROM json_each(NEW.facts, '$.sources') j
    WHERE coalesce(j.value->>'kind', '') <> 'general-knowledge'
      AND coalesce(j.value->>'url', j.value->>'title') IS NOT NULL
    ON CONFLICT (identity) DO UPDATE SET author = coalesce(nullif(work.author, ''), excluded.author),
      publisher = coalesce(nullif(work.publisher, ''), excluded.publisher),
      date = coalesce(nullif(work.date, ''), excluded.date), copy = coalesce(nullif(work.copy, ''), excluded.copy)
      WHERE (work.author = '' AND excluded.author <> '') OR (work.publisher = '' AND excluded.publisher <> '')
        OR (work.date = '' AND excluded.date <> '') OR (work.copy = '' AND excluded.copy <> '');
  INSERT INTO work_use (entry_id, source_id, work_id, at)
    SELECT NEW.entry_id, j.value->>'id', w.id, coalesce(j.value->>'at', '')
    FROM json_each(NEW.facts, '$.sources') j
      JOIN work w ON w.identity = coalesce(j.value->>'url', coalesce(j.value->>'author', '') || '|'
        || (j.value->>'title') || '|' || coalesce(j.value->>'publisher', '') || '|' || coalesce(j.value->>'date', ''))
    WHERE coalesce(j.value->>'kind', '') <> 'general-knowledge'
    ON CONFLICT DO NOTHING;
END;

INSERT INTO work (identity, title, author, publisher, url, date, copy)
  SELECT coalesce(j.value->>'url', coalesce(j.value->>'author', '') || '|' || (j.value->>'title') || '|'
      || coalesce(j.value->>'publisher', '') || '|' || coalesce(j.value->>'date', '')),
    coalesce(j.value->>'title', j.value->>'url'), coalesce(j.value->>'author', ''),
    coalesce(j.value->>'publisher', ''), coalesce(j.value->>'url', ''), coalesce(j.value->>'date', ''),
    coalesce(j.value->>'copy', '')
  FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number, json_each(f.facts, '$.sources') j
  WHERE coalesce(j.value->>'kind', '') <> 'general-knowledge'
    AND coalesce(j.value->>'url', j.value->>'title') IS NOT NULL
  ON CONFLICT DO NOTHING;

INSERT INTO work_use (entry_id, source_id, work_id, at)
  SELECT e.id, j.value->>'id', w.id, coalesce(j.value->>'at', '')
  FROM entry e JOIN facts f ON f.entry_id = e.id AND f.number = e.facts_number, json_each(f.facts, '$.sources') j
    JOIN work w ON w.identity = coalesce(j.value->>'url', coalesce(j.value->>'author', '') || '|'
      || (j.value->>'title') || '|' || coalesce(j.value->>'publisher', '') || '|' || coalesce(j.value->>'date', ''))
  WHERE coalesce(j.value->>'kind', '') <> 'general-knowledge'
  ON CONFLICT DO NOTHING;

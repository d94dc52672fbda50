-- Search. Everything below is derived and can be made again from the rows of 0001 to 0003: what becomes public is
-- noted in search_due by the triggers and written into the tables by src/web/search-index.ts before the next search is
-- answered; what stops being public leaves them in the same batch.

-- What has to be written anew: entries by id, and 'units' for the admin units with every entry. `stamp` tells one
-- change from the next, so that what was read before a change is never written after it.
CREATE TABLE search_due (
  subject TEXT PRIMARY KEY,
  stamp   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What can be found: an entry by its names (locale ''), each of its public texts, and an admin unit by its name.
CREATE TABLE search_row (
  id      INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,                 -- id of the entry, or as in `units/05983/2025-07-01`
  kind    TEXT NOT NULL,                 -- kind of the entry, or 'unit'
  locale  TEXT NOT NULL,
  names   TEXT NOT NULL,                 -- JSON array, folded; '[]' at a text
  title   TEXT NOT NULL,
  summary TEXT NOT NULL,
  body    TEXT NOT NULL,                 -- public words only, without marks
  UNIQUE (subject, locale)
) STRICT;

-- Words in the form of indexWords of src/domain/search.ts; rowid is search_row.id. `places` holds wards, abolished ones
-- too, and words for the kind. Both are self-contained. Order comes from src/web/search.ts: bm25 counts every row of
-- every word of a query, which in twenty thousand names costs more than all the rest.
CREATE VIRTUAL TABLE search_names USING fts5 (
  names, places, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
CREATE VIRTUAL TABLE search_words USING fts5 (
  title, summary, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);

CREATE TRIGGER search_row_deleted AFTER DELETE ON search_row BEGIN
  DELETE FROM search_names WHERE rowid = OLD.id;
  DELETE FROM search_words WHERE rowid = OLD.id;
END;

-- Every name by itself, for names that equal or begin with what was typed, and for near misses.
CREATE TABLE search_name (
  id      INTEGER PRIMARY KEY,
  subject TEXT NOT NULL,
  text    TEXT NOT NULL,
  locale  TEXT NOT NULL,
  folded  TEXT NOT NULL
) STRICT;

CREATE INDEX search_name_by_subject ON search_name (subject);
CREATE INDEX search_name_by_folded ON search_name (folded);

-- Every word that a name has had. Slips are looked for here; a word without a name any more leads to nothing.
CREATE TABLE search_syllable (
  word TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER entry_inserted_for_search AFTER INSERT ON entry BEGIN
  INSERT INTO search_due (subject, stamp) VALUES (NEW.id, hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER entry_updated_for_search AFTER UPDATE ON entry BEGIN
  DELETE FROM search_row WHERE subject = NEW.id;
  DELETE FROM search_name WHERE subject = NEW.id;
  INSERT INTO search_due (subject, stamp) VALUES (NEW.id, hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER publication_inserted_for_search AFTER INSERT ON publication BEGIN
  DELETE FROM search_row WHERE subject = NEW.entry_id;
  DELETE FROM search_name WHERE subject = NEW.entry_id;
  INSERT INTO search_due (subject, stamp) VALUES (NEW.entry_id, hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER publication_updated_for_search AFTER UPDATE ON publication BEGIN
  DELETE FROM search_row WHERE subject = NEW.entry_id;
  DELETE FROM search_name WHERE subject = NEW.entry_id;
  INSERT INTO search_due (subject, stamp) VALUES (NEW.entry_id, hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER admin_unit_inserted_for_search AFTER INSERT ON admin_unit BEGIN
  INSERT INTO search_due (subject, stamp) VALUES ('units', hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER admin_unit_updated_for_search AFTER UPDATE ON admin_unit BEGIN
  INSERT INTO search_due (subject, stamp) VALUES ('units', hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER admin_unit_deleted_for_search AFTER DELETE ON admin_unit BEGIN
  INSERT INTO search_due (subject, stamp) VALUES ('units', hex(randomblob(8)))
    ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;
END;

-- A database that has entries already: all of it is due.
INSERT INTO search_due (subject, stamp) SELECT 'units', hex(randomblob(8)) FROM admin_unit LIMIT 1;
INSERT INTO search_due (subject, stamp) SELECT id, hex(randomblob(8)) FROM entry;

-- Sizes of a picture that pages offer to browsers, the picture itself among them when it was made by us. Derived, and
-- never changed: the bytes lie in the media folder or R2 under `derived`.
CREATE TABLE picture_size (
  digest  TEXT NOT NULL,                 -- of the picture in entry_file or entry_upload
  format  TEXT NOT NULL CHECK (format IN ('jpeg', 'webp')),
  width   INTEGER NOT NULL CHECK (width > 0),  -- pixels
  height  INTEGER NOT NULL CHECK (height > 0),
  derived TEXT NOT NULL,                 -- SHA-256, hexadecimal
  PRIMARY KEY (digest, format, width)
) STRICT, WITHOUT ROWID;

CREATE INDEX picture_size_by_derived ON picture_size (derived);

CREATE TRIGGER picture_size_inserted AFTER INSERT ON picture_size BEGIN UPDATE edition SET number = number + 1; END;

-- Files that lie on the desk of an entry: sent in and not described yet, or taken out of its facts. On no page and in
-- no export until the facts name them.
CREATE TABLE entry_upload (
  entry_id TEXT NOT NULL REFERENCES entry (id),
  name     TEXT NOT NULL,                -- as in `cong-cho.jpg`; no other file of the entry has it
  digest   TEXT NOT NULL,                -- SHA-256, hexadecimal
  by       TEXT NOT NULL,
  at       TEXT NOT NULL,                -- ISO 8601, UTC
  PRIMARY KEY (entry_id, name)
) STRICT, WITHOUT ROWID;

CREATE INDEX entry_upload_by_digest ON entry_upload (digest);

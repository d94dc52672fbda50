-- The edition number. Every committed change that a page can show raises it (by the triggers below and in the
-- migrations that follow), so a page kept under an older number is never shown again. Its value means nothing else.
CREATE TABLE edition (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  number INTEGER NOT NULL
) STRICT;

INSERT INTO edition (id, number) VALUES (1, 1);

-- This installation: site.yaml as JSON, shaped as Site in src/domain/site.ts. One row, or none before the first import.
CREATE TABLE site (
  id       INTEGER PRIMARY KEY CHECK (id = 1),
  settings TEXT NOT NULL CHECK (json_valid(settings))
) STRICT;

CREATE TRIGGER site_inserted AFTER INSERT ON site BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER site_updated AFTER UPDATE ON site BEGIN UPDATE edition SET number = number + 1; END;

-- Wards and communes. Codes are given again to other units, so a unit is a code and the day it came into force.
CREATE TABLE admin_unit (
  code       TEXT NOT NULL,
  valid_from TEXT NOT NULL,              -- YYYY-MM-DD; '' when not known
  name       TEXT NOT NULL,
  kind       TEXT NOT NULL,
  valid_to   TEXT NOT NULL,              -- first day without it; '' while it exists
  successors TEXT NOT NULL CHECK (json_valid(successors)), -- JSON array of codes
  position   INTEGER NOT NULL,           -- row of admin-units.csv
  PRIMARY KEY (code, valid_from)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER admin_unit_inserted AFTER INSERT ON admin_unit BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER admin_unit_updated AFTER UPDATE ON admin_unit BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER admin_unit_deleted AFTER DELETE ON admin_unit BEGIN UPDATE edition SET number = number + 1; END;

-- What folder and database last agreed on, item by item: how import knows which of the two has changed since.
CREATE TABLE agreement (
  item   TEXT PRIMARY KEY,               -- a path as in `content/site.yaml`, for rows with `#key`
  digest TEXT NOT NULL                   -- SHA-256, hexadecimal, of the canonical form
) STRICT, WITHOUT ROWID;

-- A print order is a frozen list for one contractor: its faces are kept as they were on the day of the order, so
-- that nothing published, re-templated or renamed later can alter what was issued.
CREATE TABLE print_order (
  id             TEXT PRIMARY KEY,       -- as in LS-2026-001: initials of the installation, year, number
  template       TEXT NOT NULL CHECK (json_valid(template)),
  template_name  TEXT NOT NULL,          -- id and version, as in placard-150x200@1
  origin         TEXT NOT NULL,          -- as in https://qr.langson.gov.vn
  is_draft       INTEGER NOT NULL CHECK (is_draft IN (0, 1)),
  materials      TEXT NOT NULL CHECK (json_valid(materials)), -- SHA-256 of fonts and profile, by file name
  ordered_by     TEXT NOT NULL,
  ordered_at     TEXT NOT NULL           -- ISO 8601, UTC
) STRICT;

CREATE INDEX print_order_by_template ON print_order (template_name);

-- One face of the order: everything it shows, and the symbol it carries.
CREATE TABLE print_order_item (
  order_id TEXT NOT NULL REFERENCES print_order (id),
  position INTEGER NOT NULL,
  code     TEXT NOT NULL REFERENCES sign (code),
  recipe   TEXT NOT NULL CHECK (json_valid(recipe)), -- shaped as Recipe in src/domain/print-order.ts
  PRIMARY KEY (order_id, position),
  UNIQUE (order_id, code)
) STRICT, WITHOUT ROWID;

CREATE INDEX print_order_item_by_sign ON print_order_item (code);

-- A file of a parcel, made once. Its bytes lie in the media folder or R2 under their digest and are issued again
-- as they are.
CREATE TABLE issued_file (
  order_id TEXT NOT NULL REFERENCES print_order (id),
  path     TEXT NOT NULL,                -- within the parcel
  digest   TEXT NOT NULL,                -- SHA-256, hexadecimal
  size     INTEGER NOT NULL,             -- bytes
  PRIMARY KEY (order_id, path)
) STRICT, WITHOUT ROWID;

-- What people said of an order: warnings signed off, receipt, defects, the measured first article. Append-only.
CREATE TABLE print_order_note (
  id       INTEGER PRIMARY KEY,
  order_id TEXT NOT NULL REFERENCES print_order (id),
  what     TEXT NOT NULL CHECK (what IN ('signed-off', 'received', 'defect', 'first-article')),
  code     TEXT REFERENCES sign (code),
  details  TEXT NOT NULL CHECK (json_valid(details)),
  by       TEXT NOT NULL,
  at       TEXT NOT NULL                 -- ISO 8601, UTC
) STRICT;

CREATE INDEX print_order_note_by_order ON print_order_note (order_id);
CREATE INDEX print_order_note_by_sign ON print_order_note (code);

-- A parcel that somebody at the desk wants: the queue that the printing house works off. It outlives a restart; what
-- was begun and not heard of for a while is taken up again.
CREATE TABLE parcel_request (
  id         INTEGER PRIMARY KEY,
  order_id   TEXT NOT NULL REFERENCES print_order (id),
  asks_site  INTEGER NOT NULL CHECK (asks_site IN (0, 1)), -- whether the running site is asked about each sign
  wanted_by  TEXT NOT NULL,
  wanted_at  TEXT NOT NULL,              -- ISO 8601, UTC, as every time here
  started_at TEXT,
  alive_at   TEXT,                       -- when whoever makes it was last heard of
  attempts   INTEGER NOT NULL DEFAULT 0,
  made       INTEGER NOT NULL DEFAULT 0, -- pieces of work done in this attempt
  pieces     INTEGER,                    -- of this many; null until they are counted
  done_at    TEXT,
  digest     TEXT,                       -- SHA-256, hexadecimal, of the ZIP; its bytes lie with the pictures
  size       INTEGER,                    -- bytes
  failed_at  TEXT,
  reason     TEXT,
  CHECK (done_at IS NULL OR failed_at IS NULL),
  CHECK ((done_at IS NULL) = (digest IS NULL) AND (failed_at IS NULL) = (reason IS NULL))
) STRICT;

CREATE UNIQUE INDEX parcel_request_open ON parcel_request (order_id)
  WHERE done_at IS NULL AND failed_at IS NULL;
CREATE INDEX parcel_request_by_order ON parcel_request (order_id);

-- Addresses that a contractor is given: whoever holds one may fetch the parcel, confirm receipt and report defects.
-- Only a digest of the address is kept.
CREATE TABLE parcel_link (
  digest     TEXT PRIMARY KEY,           -- SHA-256, hexadecimal, of the secret part of the address
  order_id   TEXT NOT NULL REFERENCES print_order (id),
  given_to   TEXT NOT NULL,
  by         TEXT NOT NULL,
  at         TEXT NOT NULL,
  expires    TEXT NOT NULL,
  revoked_by TEXT,
  revoked_at TEXT,
  CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
) STRICT;

CREATE INDEX parcel_link_by_order ON parcel_link (order_id);

-- Every download and everything said at such an address, with nothing about the machine it came from.
CREATE TABLE parcel_link_use (
  id     INTEGER PRIMARY KEY,
  digest TEXT NOT NULL REFERENCES parcel_link (digest),
  what   TEXT NOT NULL CHECK (what IN ('downloaded', 'received', 'defect')),
  at     TEXT NOT NULL
) STRICT;

CREATE INDEX parcel_link_use_by_link ON parcel_link_use (digest, at);

-- What somebody at a sign told us about it, without a word about themselves.
CREATE TABLE sign_report (
  id         INTEGER PRIMARY KEY,
  code       TEXT NOT NULL REFERENCES sign (code),
  what       TEXT NOT NULL CHECK (what IN ('damaged', 'pasted-over', 'misplaced', 'wrong-text', 'other')),
  words      TEXT NOT NULL,
  locale     TEXT NOT NULL,              -- of the page it was sent from
  at         TEXT NOT NULL,              -- ISO 8601, UTC
  settled_by TEXT,
  settled_at TEXT,
  CHECK ((settled_by IS NULL) = (settled_at IS NULL))
) STRICT;

CREATE INDEX sign_report_by_sign ON sign_report (code, at);
CREATE INDEX sign_report_by_time ON sign_report (at);
CREATE INDEX sign_report_open ON sign_report (code) WHERE settled_at IS NULL;

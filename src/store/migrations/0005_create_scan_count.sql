-- Scans are counted per sign, locale, local day and three-hour band, with nothing about who scanned.
CREATE TABLE scan_count (
  code   TEXT NOT NULL REFERENCES sign (code),
  day    TEXT NOT NULL,                  -- YYYY-MM-DD in the installation's time zone
  band   INTEGER NOT NULL CHECK (band BETWEEN 0 AND 7),
  locale TEXT NOT NULL,                  -- of the text that was shown
  n      INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (code, day, band, locale)
) STRICT, WITHOUT ROWID;

-- Scans of codes never issued: the day's total, and the hundred commonest codes of the day, no more.
CREATE TABLE stray_day (
  day TEXT PRIMARY KEY,
  n   INTEGER NOT NULL CHECK (n > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE stray_code (
  day  TEXT NOT NULL,
  code TEXT NOT NULL,
  n    INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (day, code)
) STRICT, WITHOUT ROWID;

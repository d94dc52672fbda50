-- Who wishes to hear by letter of what waits for them, and up to which line of the log they have been told.
CREATE TABLE notice_wish (
  email   TEXT PRIMARY KEY,
  how     TEXT NOT NULL CHECK (how IN ('daily', 'at-once')),
  told_to INTEGER NOT NULL,              -- id of the last line of the log that was looked at for them
  told_on TEXT NOT NULL                  -- YYYY-MM-DD, local: the day of the last letter of the day; '' before the first
) STRICT, WITHOUT ROWID;

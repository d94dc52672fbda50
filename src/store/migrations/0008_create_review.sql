-- What editors do with texts between saving and publishing. Each act is a row with who and when; the state of a text
-- is derived from these rows and those of 0003 (src/domain/text-state.ts). A row that was ended is never ended again:
-- a trigger refuses it, so of two editors who decide at once the second is told.

-- Whether a person wrote the words or a machine translated them. Who saved it is in saved_by either way.
ALTER TABLE revision ADD COLUMN origin TEXT NOT NULL DEFAULT 'hand' CHECK (origin IN ('hand', 'machine'));

-- A revision of the source that changes nothing a translation says: a comma, a spelling. In force until taken back.
CREATE TABLE minor_edit (
  id            INTEGER PRIMARY KEY,
  entry_id      TEXT NOT NULL,
  locale        TEXT NOT NULL,           -- the source language
  number        INTEGER NOT NULL,
  marked_by     TEXT NOT NULL,
  marked_at     TEXT NOT NULL,           -- ISO 8601, UTC
  taken_back_by TEXT,
  taken_back_at TEXT,
  CHECK ((taken_back_by IS NULL) = (taken_back_at IS NULL)),
  FOREIGN KEY (entry_id, locale, number) REFERENCES revision (entry_id, locale, number)
) STRICT;

CREATE UNIQUE INDEX minor_edit_in_force ON minor_edit (entry_id, locale, number) WHERE taken_back_at IS NULL;
CREATE INDEX minor_edit_by_revision ON minor_edit (entry_id, locale, number);

CREATE TRIGGER minor_edit_ended BEFORE UPDATE ON minor_edit WHEN OLD.taken_back_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'overtaken: minor_edit'); END;
CREATE TRIGGER minor_edit_inserted AFTER INSERT ON minor_edit BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER minor_edit_updated AFTER UPDATE ON minor_edit BEGIN UPDATE edition SET number = number + 1; END;

-- "Still right", signed: this revision of a translation says what revision `source_number` of the source says. Never
-- ended: it stops counting when a later source revision is published.
CREATE TABLE confirmation (
  entry_id      TEXT NOT NULL,
  locale        TEXT NOT NULL,
  number        INTEGER NOT NULL,
  source_number INTEGER NOT NULL CHECK (source_number > 0),
  by            TEXT NOT NULL,
  at            TEXT NOT NULL,           -- ISO 8601, UTC
  PRIMARY KEY (entry_id, locale, number, source_number),
  FOREIGN KEY (entry_id, locale, number) REFERENCES revision (entry_id, locale, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER confirmation_inserted AFTER INSERT ON confirmation BEGIN UPDATE edition SET number = number + 1; END;

-- One revision laid before a reviewer. Superseded: another revision was asked about or published instead.
CREATE TABLE review_request (
  id         INTEGER PRIMARY KEY,
  entry_id   TEXT NOT NULL,
  locale     TEXT NOT NULL,
  number     INTEGER NOT NULL,
  asked_by   TEXT NOT NULL,
  asked_at   TEXT NOT NULL,              -- ISO 8601, UTC
  decision   TEXT CHECK (decision IN ('approved', 'returned', 'superseded')),
  decided_by TEXT,
  decided_at TEXT,
  note       TEXT NOT NULL DEFAULT '',   -- of whoever decided, for whoever asked
  CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  FOREIGN KEY (entry_id, locale, number) REFERENCES revision (entry_id, locale, number)
) STRICT;

CREATE UNIQUE INDEX review_request_open ON review_request (entry_id, locale) WHERE decided_at IS NULL;
CREATE INDEX review_request_by_revision ON review_request (entry_id, locale, number);

CREATE TRIGGER review_request_ended BEFORE UPDATE ON review_request WHEN OLD.decided_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'overtaken: review_request'); END;

-- A remark at one paragraph of a revision, until somebody settles it.
CREATE TABLE paragraph_note (
  id         INTEGER PRIMARY KEY,
  entry_id   TEXT NOT NULL,
  locale     TEXT NOT NULL,
  number     INTEGER NOT NULL,
  paragraph  INTEGER NOT NULL CHECK (paragraph >= 0), -- from 0, as paragraphsOf in src/content/paragraphs.ts cuts the body
  text       TEXT NOT NULL,
  by         TEXT NOT NULL,
  at         TEXT NOT NULL,              -- ISO 8601, UTC
  settled_by TEXT,
  settled_at TEXT,
  CHECK ((settled_by IS NULL) = (settled_at IS NULL)),
  FOREIGN KEY (entry_id, locale, number) REFERENCES revision (entry_id, locale, number)
) STRICT;

CREATE INDEX paragraph_note_by_revision ON paragraph_note (entry_id, locale, number);

CREATE TRIGGER paragraph_note_ended BEFORE UPDATE ON paragraph_note WHEN OLD.settled_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'overtaken: paragraph_note'); END;

-- A revision that is to be published when its time has come, unless somebody cancels it before.
CREATE TABLE scheduled_publication (
  id           INTEGER PRIMARY KEY,
  entry_id     TEXT NOT NULL,
  locale       TEXT NOT NULL,
  number       INTEGER NOT NULL,
  by           TEXT NOT NULL,
  at           TEXT NOT NULL,            -- ISO 8601, UTC
  due          TEXT NOT NULL CHECK (due = strftime('%Y-%m-%dT%H:%M:%fZ', due)), -- as 2026-11-23T02:00:00.000Z
  done_at      TEXT,
  cancelled_by TEXT,
  cancelled_at TEXT,
  CHECK ((cancelled_by IS NULL) = (cancelled_at IS NULL) AND (done_at IS NULL OR cancelled_at IS NULL)),
  FOREIGN KEY (entry_id, locale, number) REFERENCES revision (entry_id, locale, number)
) STRICT;

CREATE UNIQUE INDEX scheduled_publication_open ON scheduled_publication (entry_id, locale)
  WHERE done_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX scheduled_publication_by_due ON scheduled_publication (due)
  WHERE done_at IS NULL AND cancelled_at IS NULL;
CREATE INDEX scheduled_publication_by_revision ON scheduled_publication (entry_id, locale, number);

CREATE TRIGGER scheduled_publication_ended BEFORE UPDATE ON scheduled_publication
  WHEN OLD.done_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'overtaken: scheduled_publication'); END;

-- A text that was put away. Its revisions stay, and it can be restored; until then it cannot be published.
CREATE TABLE text_removal (
  id          INTEGER PRIMARY KEY,
  entry_id    TEXT NOT NULL REFERENCES entry (id),
  locale      TEXT NOT NULL,
  removed_by  TEXT NOT NULL,
  removed_at  TEXT NOT NULL,             -- ISO 8601, UTC
  restored_by TEXT,
  restored_at TEXT,
  CHECK ((restored_by IS NULL) = (restored_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX text_removal_in_force ON text_removal (entry_id, locale) WHERE restored_at IS NULL;
CREATE INDEX text_removal_by_text ON text_removal (entry_id, locale);

CREATE TRIGGER text_removal_ended BEFORE UPDATE ON text_removal WHEN OLD.restored_at IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'overtaken: text_removal'); END;
CREATE TRIGGER text_removal_inserted AFTER INSERT ON text_removal BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER text_removal_updated AFTER UPDATE ON text_removal BEGIN UPDATE edition SET number = number + 1; END;
CREATE TRIGGER publication_of_removed BEFORE INSERT ON publication
  WHEN EXISTS (SELECT 1 FROM text_removal
    WHERE entry_id = NEW.entry_id AND locale = NEW.locale AND restored_at IS NULL)
  BEGIN SELECT RAISE(ABORT, 'overtaken: text_removal'); END;

-- Everything anybody did at the desk. Append-only; `id` keeps the order of writing.
CREATE TABLE audit (
  id      INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,                 -- ISO 8601, UTC
  by      TEXT NOT NULL,                 -- e-mail address of the editor
  what    TEXT NOT NULL,                 -- as in `text.published`
  subject TEXT NOT NULL,                 -- as in `streets/le-loi/en`
  details TEXT NOT NULL CHECK (json_valid(details))
) STRICT;

CREATE INDEX audit_by_subject ON audit (subject);

-- The third is against INSERT OR REPLACE, which deletes without asking the trigger on DELETE.
CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is never shortened'); END;
CREATE TRIGGER audit_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;

-- What was said when a note was settled; '' for nothing. Open notes are counted for the page of the day.
ALTER TABLE paragraph_note ADD COLUMN answer TEXT NOT NULL DEFAULT '';

CREATE INDEX paragraph_note_open ON paragraph_note (entry_id, locale) WHERE settled_at IS NULL;

-- Words of Chinese are indexed in the simplified script, whichever they were written in, and letters that only look like
-- Đ as d (src/domain/search.ts): the index is written anew before the next search is answered.
DELETE FROM search_row;
DELETE FROM search_name;
DELETE FROM search_syllable;
INSERT INTO search_due (subject, stamp) VALUES ('units', hex(randomblob(8)))
  ON CONFLICT (subject) DO UPDATE SET stamp = excluded.stamp;

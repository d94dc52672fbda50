-- 1 for a session that began at the province's provider until its editor has proved themselves here a second time.
ALTER TABLE editor_session ADD COLUMN owesSecondStep INTEGER;

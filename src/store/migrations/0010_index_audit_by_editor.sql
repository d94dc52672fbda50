-- For what one editor did, in the log and on the page of their day.
CREATE INDEX audit_by_editor ON audit (by);

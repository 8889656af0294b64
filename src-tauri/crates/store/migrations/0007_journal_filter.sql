-- The journal is asked who did what to which kind of record, and when. `at` stands in the canonical bytes of every
-- entry, always 29 characters; an expression takes it from there, so that the chain stays what it was.
CREATE INDEX note_by_actor ON note(
    CASE WHEN substr(actor, 1, 1) = '{' THEN actor ELSE json_object('en', actor, 'zh', actor) END, seq);
CREATE INDEX image_by_table ON image(tbl, seq);
CREATE INDEX entry_by_time ON entry(
    trail, julianday(CAST(substr(bytes, instr(bytes, X'226174223A22') + 6, 29) AS TEXT)), seq);

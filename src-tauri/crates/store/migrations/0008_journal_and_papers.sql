-- The journal covers the record: entries of the second form name the act, the copy of the program and the person, and
-- hold every text of their notes and images by a digest of its own, so that one can be erased and the rest be checked.

-- The act's own identity; entries of the first form have none.
ALTER TABLE note ADD COLUMN id TEXT;
CREATE UNIQUE INDEX note_by_id ON note(id) WHERE id IS NOT NULL;

-- When an entry was made, as it says itself, and as a number of days.
ALTER TABLE entry ADD COLUMN at TEXT GENERATED ALWAYS AS (
    CAST(substr(bytes, instr(bytes, X'226174223A22') + 6, 29) AS TEXT)) VIRTUAL;
ALTER TABLE entry ADD COLUMN moment REAL GENERATED ALWAYS AS (julianday(at)) VIRTUAL;
DROP INDEX entry_by_time;
CREATE INDEX entry_by_time ON entry(trail, moment, seq);

-- What is kept of the texts of an entry of which a person was erased: of each that is still there its salt, of each that
-- is gone its digest.
CREATE TABLE redaction (
    seq INTEGER NOT NULL,
    place TEXT NOT NULL,
    salt BLOB,
    digest BLOB,
    PRIMARY KEY (seq, place),
    CHECK ((salt IS NULL) <> (digest IS NULL))
) STRICT, WITHOUT ROWID;

-- The last number given in each series. It never goes back: what was removed or undone keeps its number.
CREATE TABLE counter (
    series TEXT PRIMARY KEY,
    last INTEGER NOT NULL,
    -- Entries up to this one of the workspace chain were looked through for numbers that were typed.
    seen INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- This copy of the program; one row once something was written.
CREATE TABLE device (
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

-- Who works in the workspace may be a person of the record: two people may have one name.
ALTER TABLE workspace ADD COLUMN person TEXT;

-- What a document is of: its round, or the whole project. Until now every document was of a round; one that has none
-- (its round was never chosen) is of its project.
ALTER TABLE document ADD COLUMN subject TEXT NOT NULL DEFAULT 'round';
UPDATE document SET subject = 'project' WHERE round IS NULL;

-- A plan kept under a name, to begin projects with: one row, since it is never worked on piece by piece and is no
-- project that any list, count or search should find.
CREATE TABLE template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL CHECK (json_valid(name)),
    made TEXT NOT NULL,
    plan TEXT NOT NULL CHECK (json_valid(plan))
) STRICT;
-- What was typed and not saved yet, by where it was typed. It is not the record: the journal, undo, exports and the
-- index do not know of it.
CREATE TABLE draft (
    place TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    typed TEXT NOT NULL
) STRICT;

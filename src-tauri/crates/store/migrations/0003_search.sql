-- What is found by words: made from the record by every write, so that it can always be made anew.
-- `search` holds tokens only, no text; `doc` rises with every change, so that the newest is found first.
CREATE VIRTUAL TABLE search USING fts5(tokens, content='', contentless_delete=1, detail='none', tokenize='ascii');
CREATE TABLE search_record (
    doc INTEGER PRIMARY KEY,
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    -- The entry of the workspace chain that changed it last; 0 when its images were erased.
    changed INTEGER NOT NULL,
    UNIQUE (tbl, id)
) STRICT;
-- Every word that is kept, and by how many records: what a beginning may become, what an error was meant for.
CREATE TABLE search_word (
    word TEXT PRIMARY KEY,
    records INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- The version of the tokens; one row once the index is made.
CREATE TABLE search_version (
    version INTEGER PRIMARY KEY
) STRICT;

-- How a client's tables are read, kept under a name.
CREATE TABLE mapping (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL,
    target TEXT NOT NULL,
    reading TEXT NOT NULL CHECK (json_valid(reading))
) STRICT;

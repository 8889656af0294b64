-- Our own organisation as its papers show it: what is beside its name and registration number, and its logo, of which
-- the bytes lie with the other kept files. One row, or none.
CREATE TABLE vendor_profile (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    address TEXT NOT NULL CHECK (json_valid(address)),
    telephone TEXT NOT NULL,
    email TEXT NOT NULL,
    website TEXT NOT NULL,
    logo TEXT CHECK (logo IS NULL OR json_valid(logo))
) STRICT;

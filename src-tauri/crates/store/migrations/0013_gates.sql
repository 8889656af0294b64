-- Stages of a stack that runs by itself, the gates before stages, what they ask and what lets it through for a time.
-- Conditions, points and promises are kept as JSON.

ALTER TABLE stage ADD COLUMN stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE gate (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    note TEXT NOT NULL CHECK (json_valid(note)),
    stage TEXT REFERENCES stage(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    planned TEXT,
    conditions TEXT NOT NULL CHECK (json_valid(conditions)),
    confirmations TEXT NOT NULL CHECK (json_valid(confirmations)),
    passage TEXT CHECK (json_valid(passage)),
    UNIQUE (project, number)
) STRICT;

CREATE TABLE gate_check (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    wanted TEXT NOT NULL CHECK (json_valid(wanted)),
    note TEXT NOT NULL CHECK (json_valid(note)),
    gate TEXT REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
    state TEXT NOT NULL,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    decided TEXT,
    evidence TEXT NOT NULL CHECK (json_valid(evidence)),
    lasts TEXT NOT NULL,
    valid_until TEXT,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE hand_over (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    note TEXT NOT NULL CHECK (json_valid(note)),
    hand_over TEXT NOT NULL,
    "from" TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    "to" TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    planned TEXT,
    items TEXT NOT NULL CHECK (json_valid(items)),
    promises TEXT NOT NULL CHECK (json_valid(promises)),
    given TEXT,
    taken TEXT,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE waiver (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    gate TEXT NOT NULL REFERENCES gate(id) DEFERRABLE INITIALLY DEFERRED,
    condition TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (json_valid(reason)),
    measure TEXT NOT NULL CHECK (json_valid(measure)),
    requested_by TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    approved_by TEXT NOT NULL CHECK (json_valid(approved_by)),
    granted TEXT NOT NULL,
    expires TEXT NOT NULL,
    ended TEXT,
    UNIQUE (project, number)
) STRICT;
CREATE INDEX waiver_by_gate ON waiver(gate);

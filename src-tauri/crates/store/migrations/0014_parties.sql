-- Who matters to a project, and who does which part of the work. Lists, looks and terms are kept as JSON.

CREATE TABLE stakeholder (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    person TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    power INTEGER,
    interest INTEGER,
    attitude TEXT,
    internal_note TEXT NOT NULL,
    rhythm INTEGER,
    since TEXT,
    last_met TEXT,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE work_package (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    note TEXT NOT NULL CHECK (json_valid(note)),
    part_of TEXT REFERENCES work_package(id) DEFERRABLE INITIALLY DEFERRED,
    responsible TEXT NOT NULL CHECK (json_valid(responsible)),
    accountable TEXT NOT NULL CHECK (json_valid(accountable)),
    consulted TEXT NOT NULL CHECK (json_valid(consulted)),
    informed TEXT NOT NULL CHECK (json_valid(informed)),
    deliverables TEXT NOT NULL CHECK (json_valid(deliverables)),
    partner TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    planned TEXT,
    forecast TEXT,
    handed_over TEXT,
    looks TEXT NOT NULL CHECK (json_valid(looks)),
    payment TEXT CHECK (json_valid(payment)),
    UNIQUE (project, number)
) STRICT;

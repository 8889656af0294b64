-- What was answered to notices, and the lines of Today that were put off.

CREATE TABLE notice_reply (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    fingerprint TEXT NOT NULL,
    rule TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    answer TEXT NOT NULL,
    reason TEXT NOT NULL,
    answered_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    answered TEXT NOT NULL,
    became TEXT,
    UNIQUE (project, fingerprint)
) STRICT;

CREATE TABLE postponement (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    line TEXT NOT NULL,
    record TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    until TEXT NOT NULL,
    postponed_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    postponed TEXT NOT NULL,
    UNIQUE (project, line, record)
) STRICT;

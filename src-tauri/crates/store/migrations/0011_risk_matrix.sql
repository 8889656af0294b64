-- The matrix that a project scores its risks on. Bands, scores and likelihoods are kept as JSON.

CREATE TABLE risk_matrix (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    size INTEGER NOT NULL,
    bands TEXT NOT NULL CHECK (json_valid(bands)),
    scores TEXT CHECK (json_valid(scores)),
    likelihood TEXT CHECK (json_valid(likelihood)),
    UNIQUE (project, number)
) STRICT;

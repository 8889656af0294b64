-- What the presenter wants to say to a criterion: beside the criterion and not in it, so that it is never selected
-- with what the client sees.
CREATE TABLE presenter_note (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT NOT NULL UNIQUE REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX presenter_note_by_project ON presenter_note(project);

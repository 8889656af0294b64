-- The registers of a project. Lists of identities and what has several parts are kept as JSON.

CREATE TABLE risk (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    cause TEXT NOT NULL CHECK (json_valid(cause)),
    event TEXT NOT NULL CHECK (json_valid(event)),
    effect TEXT NOT NULL CHECK (json_valid(effect)),
    measures TEXT NOT NULL CHECK (json_valid(measures)),
    trigger TEXT NOT NULL CHECK (json_valid(trigger)),
    category TEXT NOT NULL,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    inherent TEXT CHECK (json_valid(inherent)),
    current TEXT CHECK (json_valid(current)),
    residual TEXT CHECK (json_valid(residual)),
    response TEXT,
    days_at_stake INTEGER,
    money_at_stake TEXT CHECK (json_valid(money_at_stake)),
    next_review TEXT,
    state TEXT NOT NULL,
    deliverables TEXT NOT NULL CHECK (json_valid(deliverables)),
    UNIQUE (project, number)
) STRICT;

CREATE TABLE issue (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    note TEXT NOT NULL CHECK (json_valid(note)),
    severity TEXT NOT NULL,
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    raised TEXT,
    due TEXT,
    resolved TEXT,
    state TEXT NOT NULL,
    blocking TEXT NOT NULL,
    from_risk TEXT REFERENCES risk(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE change_request (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    reason TEXT NOT NULL CHECK (json_valid(reason)),
    effect TEXT NOT NULL CHECK (json_valid(effect)),
    requested_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    requested TEXT,
    deciders TEXT NOT NULL CHECK (json_valid(deciders)),
    voices TEXT NOT NULL CHECK (json_valid(voices)),
    decided TEXT,
    state TEXT NOT NULL,
    requirements TEXT CHECK (json_valid(requirements)),
    days INTEGER,
    money TEXT CHECK (json_valid(money)),
    checks TEXT CHECK (json_valid(checks)),
    UNIQUE (project, number)
) STRICT;

CREATE TABLE decision (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    reason TEXT NOT NULL CHECK (json_valid(reason)),
    date TEXT,
    decided_by TEXT NOT NULL CHECK (json_valid(decided_by)),
    change TEXT REFERENCES change_request(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE action (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    note TEXT NOT NULL CHECK (json_valid(note)),
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT,
    state TEXT NOT NULL,
    done TEXT,
    from_risk TEXT REFERENCES risk(id) DEFERRABLE INITIALLY DEFERRED,
    from_issue TEXT REFERENCES issue(id) DEFERRABLE INITIALLY DEFERRED,
    from_decision TEXT REFERENCES decision(id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE approval (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    authority TEXT NOT NULL CHECK (json_valid(authority)),
    step TEXT NOT NULL CHECK (json_valid(step)),
    blocks TEXT NOT NULL CHECK (json_valid(blocks)),
    approval TEXT NOT NULL,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    waits_for TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    submitted TEXT,
    period TEXT CHECK (json_valid(period)),
    expected TEXT,
    answered TEXT,
    state TEXT NOT NULL,
    valid_until TEXT,
    questions TEXT NOT NULL CHECK (json_valid(questions)),
    met TEXT NOT NULL CHECK (json_valid(met)),
    offered TEXT NOT NULL,
    agreed TEXT NOT NULL,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE letter (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    body TEXT NOT NULL CHECK (json_valid(body)),
    letter TEXT NOT NULL,
    direction TEXT NOT NULL,
    "from" TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    "to" TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    date TEXT,
    delivered TEXT,
    proof TEXT NOT NULL,
    reply_due TEXT,
    replied TEXT,
    answers TEXT REFERENCES letter(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE lesson (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    text TEXT NOT NULL CHECK (json_valid(text)),
    tags TEXT NOT NULL CHECK (json_valid(tags)),
    source TEXT NOT NULL,
    UNIQUE (project, number)
) STRICT;

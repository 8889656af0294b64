-- The record. Every table is STRICT, keyed by a UUID; bilingual texts are JSON ({en: {words, state}, zh: …}),
-- decimals are text so that money stays exact, days are ISO 8601 text.

CREATE TABLE workspace (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    actor TEXT NOT NULL,
    purpose TEXT NOT NULL,
    today TEXT
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL CHECK (json_valid(name)),
    short_name TEXT NOT NULL CHECK (json_valid(short_name)),
    legal_id TEXT NOT NULL,
    calendar TEXT NOT NULL,
    jurisdiction TEXT NOT NULL,
    parent TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    organisation TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (json_valid(name)),
    role TEXT NOT NULL CHECK (json_valid(role)),
    language TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    email TEXT NOT NULL,
    may_sign TEXT CHECK (may_sign IS NULL OR json_valid(may_sign)),
    internal_note TEXT NOT NULL
) STRICT;

CREATE TABLE project (
    id TEXT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (json_valid(title)),
    summary TEXT NOT NULL CHECK (json_valid(summary)),
    client TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    vendor TEXT NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    supervisor TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    partners TEXT NOT NULL CHECK (json_valid(partners)),
    manager TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    jurisdictions TEXT NOT NULL CHECK (json_valid(jurisdictions))
) STRICT;

CREATE TABLE stage (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    started TEXT,
    ended TEXT
) STRICT;
CREATE INDEX stage_by_project ON stage(project, position);

CREATE TABLE stack (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    jurisdiction TEXT NOT NULL,
    calendar TEXT NOT NULL
) STRICT;
CREATE INDEX stack_by_project ON stack(project, position);

CREATE TABLE contract (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL UNIQUE REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    date TEXT,
    title TEXT NOT NULL CHECK (json_valid(title)),
    currency TEXT NOT NULL,
    amount TEXT,
    vat_rate TEXT,
    prevailing_language TEXT,
    deemed_acceptance TEXT CHECK (deemed_acceptance IS NULL OR json_valid(deemed_acceptance))
) STRICT;

CREATE TABLE payment_milestone (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    share TEXT NOT NULL,
    amount TEXT NOT NULL,
    currency TEXT NOT NULL,
    "trigger" TEXT NOT NULL,
    triggered TEXT,
    paid TEXT,
    invoice_within_days INTEGER
) STRICT;
CREATE INDEX payment_milestone_by_project ON payment_milestone(project, position);

CREATE TABLE requirement (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    priority TEXT NOT NULL,
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE deliverable (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    stack TEXT REFERENCES stack(id) DEFERRABLE INITIALLY DEFERRED,
    organisation TEXT REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT,
    handed_over TEXT,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE chapter (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title))
) STRICT;
CREATE INDEX chapter_by_project ON chapter(project, position);

CREATE TABLE criterion (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    chapter TEXT NOT NULL REFERENCES chapter(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    number TEXT NOT NULL,
    text TEXT NOT NULL CHECK (json_valid(text)),
    method TEXT NOT NULL,
    UNIQUE (project, number)
) STRICT;
CREATE INDEX criterion_by_chapter ON criterion(chapter, position);

CREATE TABLE link (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    ends TEXT NOT NULL CHECK (json_valid(ends)),
    fingerprint TEXT NOT NULL,
    requirement TEXT GENERATED ALWAYS AS (ends ->> 'requirement') STORED
        REFERENCES requirement(id) DEFERRABLE INITIALLY DEFERRED,
    deliverable TEXT GENERATED ALWAYS AS (ends ->> 'deliverable') STORED
        REFERENCES deliverable(id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT GENERATED ALWAYS AS (ends ->> 'criterion') STORED
        REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (requirement, deliverable, criterion)
) STRICT;
CREATE INDEX link_by_project ON link(project);
CREATE INDEX link_by_deliverable ON link(deliverable);
CREATE INDEX link_by_criterion ON link(criterion);

CREATE TABLE evidence (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    file_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    valid_until TEXT,
    provided_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    holding TEXT NOT NULL CHECK (json_valid(holding)),
    UNIQUE (project, number)
) STRICT;
CREATE INDEX evidence_by_criterion ON evidence(criterion);

CREATE TABLE round (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    planned TEXT,
    notice TEXT,
    meeting TEXT,
    conclusion TEXT,
    UNIQUE (project, number)
) STRICT;

CREATE TABLE finding (
    id TEXT PRIMARY KEY,
    round TEXT NOT NULL REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT NOT NULL REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
    mark TEXT NOT NULL,
    measured TEXT NOT NULL CHECK (json_valid(measured)),
    remark TEXT NOT NULL CHECK (json_valid(remark)),
    marked_by TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    witness TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    marked_at TEXT,
    UNIQUE (round, criterion)
) STRICT;
CREATE INDEX finding_by_criterion ON finding(criterion);

CREATE TABLE open_issue (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    round TEXT NOT NULL REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    criterion TEXT REFERENCES criterion(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    text TEXT NOT NULL CHECK (json_valid(text)),
    owner TEXT REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT,
    blocking TEXT NOT NULL,
    closed TEXT,
    UNIQUE (project, number)
) STRICT;
CREATE INDEX open_issue_by_round ON open_issue(round);

CREATE TABLE document (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project(id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    round TEXT REFERENCES round(id) DEFERRABLE INITIALLY DEFERRED,
    number TEXT NOT NULL,
    title TEXT NOT NULL CHECK (json_valid(title)),
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    date TEXT,
    edition TEXT NOT NULL,
    look TEXT NOT NULL,
    issued TEXT CHECK (issued IS NULL OR json_valid(issued)),
    revision TEXT,
    supersedes TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
    void_reason TEXT NOT NULL,
    UNIQUE (project, number, version)
) STRICT;
CREATE INDEX document_by_round ON document(round);

CREATE TABLE section (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
    part TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (json_valid(text))
) STRICT;
CREATE INDEX section_by_document ON section(document, part, position);

CREATE TABLE signer (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL,
    person TEXT NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    role TEXT NOT NULL,
    capacity TEXT NOT NULL CHECK (json_valid(capacity)),
    state TEXT NOT NULL,
    at TEXT,
    method TEXT,
    revision TEXT,
    certificate TEXT,
    witnesses TEXT CHECK (witnesses IS NULL OR json_valid(witnesses)),
    reason TEXT,
    UNIQUE (document, position)
) STRICT;

-- Bytes by their own hash: evidence, issued documents and their signed revisions, scans.
CREATE TABLE file (
    sha256 TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;

-- The journal. `bytes` is the canonical JSON that was hashed; it is never changed or removed.
CREATE TABLE entry (
    trail TEXT NOT NULL,
    seq INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (trail, seq)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;

-- What an entry says of people and things: beside the chain, held there by salted digest, erasable here.
CREATE TABLE note (
    seq INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    project TEXT,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    args TEXT NOT NULL CHECK (json_valid(args)),
    reversal TEXT NOT NULL,
    -- done | undone for an undoable act, final for the others
    standing TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_project ON note(project, seq);

-- Images of the rows an act changed, for undo: beside the chain, erasable.
CREATE TABLE image (
    seq INTEGER NOT NULL,
    tbl TEXT NOT NULL,
    id TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (seq, tbl, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX image_by_row ON image(tbl, id, seq);

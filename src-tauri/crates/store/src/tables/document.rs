use hefu_domain::document::{Document, Section, Signer};

use crate::record::record;

record!(Document in "document":
    id, project, kind, round, number, title as json, version, state, date, edition, look, issued as json,
    revision, supersedes, void_reason);
record!(Section in "section": id, document, part, position, text as json);
record!(Signer in "signer":
    id, document, position, person, role, capacity as json, state, at, method, revision, certificate,
    witnesses as json, reason);

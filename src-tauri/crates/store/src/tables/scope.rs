use hefu_domain::evidence::Evidence;
use hefu_domain::scope::{Chapter, Criterion, Deliverable, Link, Requirement};

use crate::record::record;

record!(Requirement in "requirement": id, project, number, title as json, priority, stack, source);
record!(Deliverable in "deliverable":
    id, project, number, title as json, stack, organisation, due, handed_over);
record!(Chapter in "chapter": id, project, position, title as json);
record!(Criterion in "criterion": id, project, chapter, position, number, text as json, method);
record!(Link in "link": id, project, ends as json, fingerprint);
record!(Evidence in "evidence":
    id, project, criterion, number, title as json, file_name, kind, date, valid_until, provided_by,
    holding as json);

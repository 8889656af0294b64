use hefu_domain::acceptance::{Finding, OpenIssue, Round};

use crate::record::record;

record!(Round in "round": id, project, number, kind, ordinal, planned, notice, meeting, conclusion);
record!(Finding in "finding":
    id, round, criterion, mark, measured as json, remark as json, marked_by, witness, marked_at);
record!(OpenIssue in "open_issue":
    id, project, round, criterion, number, text as json, owner, due, blocking, closed);

use hefu_domain::acceptance::{Finding, OpenIssue, PresenterNote, Round};

use crate::record::record;

record!(Round in "round": id, project, number, kind, ordinal, planned, notice, meeting, conclusion);
record!(Finding in "finding":
    id, round, criterion, mark, measured as json, remark as json, marked_by, witness, marked_at);
record!(OpenIssue in "open_issue":
    id, project, round, criterion, number, text as json, owner, due, blocking, closed);
record!(PresenterNote in "presenter_note": id, project, criterion, note);

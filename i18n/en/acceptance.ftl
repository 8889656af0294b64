# Acceptance rounds, item by item.
acceptance-title-preliminary =
    { $ordinal ->
        [1] Preliminary acceptance
       *[other] Preliminary acceptance, round { $ordinal }
    }
acceptance-title-final =
    { $ordinal ->
        [1] Final acceptance
       *[other] Final acceptance, round { $ordinal }
    }
acceptance-new-round = New round
acceptance-round-edit = Round and its dates
acceptance-round-number = Number
acceptance-round-kind = Kind
acceptance-kind-preliminary = Preliminary acceptance
acceptance-kind-final = Final acceptance
acceptance-round-planned = Planned for
acceptance-round-notice = Notice received
acceptance-round-notice-hint = The proven day; the deemed-acceptance clock starts from it.
acceptance-round-meeting = Meeting
acceptance-empty = No acceptance round yet
acceptance-empty-hint = A round goes through the criteria item by item and ends in a report both parties sign.
acceptance-no-criteria = No criteria yet
acceptance-no-criteria-hint = Write or import the acceptance criteria under Scope, then mark them here.
acceptance-criteria-count =
    { $count ->
        [one] { $count } criterion
       *[other] { $count } criteria
    }
acceptance-waiting = Waits for signature
acceptance-waiting-note = { $share } % · invoice due in { $days } days
acceptance-waiting-share = { $share } %
acceptance-nothing-waiting = Nothing
acceptance-nothing-waiting-note = No payment hangs on this report.
acceptance-deemed = Deemed acceptance
acceptance-deemed-rejected = Deemed rejection
acceptance-days-left =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
acceptance-days-today = Today
acceptance-days-past =
    { $days ->
        [one] { $days } working day ago
       *[other] { $days } working days ago
    }
acceptance-clock-note = { $due } · notice { $started }
acceptance-clock-provisional = { $due }, calendar provisional · notice { $started }
acceptance-clock-none = No clock
acceptance-clock-none-note = Starts with the day the notice was received.
acceptance-view = What the page shows
acceptance-view-criteria = Criteria
acceptance-view-issues = Open issues { $count }
acceptance-column-number = No.
acceptance-column-criterion = Criterion
acceptance-column-evidence = Evidence
acceptance-column-mark = Mark
acceptance-chapter = { $position } · { $title }
acceptance-chapter-passed = { $passed } of { $total } passed
acceptance-evidence-count =
    { $count ->
        [0] none
        [one] { $count } file
       *[other] { $count } files
    }
acceptance-evidence-expired = { $count } expired
acceptance-mark-group = Mark
acceptance-mark-passed = Passed
acceptance-mark-remark = Remark
acceptance-mark-failed = Failed
acceptance-mark-not-tested = Not tested
acceptance-remark = Remark
acceptance-remark-needed = Write the remark: the mark is set together with it.
acceptance-measured = Measured
acceptance-witness = Witness
acceptance-evidence = Evidence
acceptance-evidence-attach = Attach a file
acceptance-evidence-give = Give the file
acceptance-evidence-export = Export
acceptance-evidence-remove = Remove evidence { $number }
acceptance-evidence-named = only named, no file yet
acceptance-evidence-outside = file stays outside
acceptance-evidence-validity = expired { $date }
acceptance-evidence-title = What it shows
acceptance-evidence-date = Date
acceptance-evidence-valid-until = Valid until
acceptance-evidence-provided-by = Provided by
acceptance-evidence-keep = The file
acceptance-evidence-keep-inside = Keep inside the workspace
acceptance-evidence-keep-reference = Leave it where it is, keep its hash
acceptance-evidence-drop = Let go to attach the file to this criterion.
acceptance-evidence-none = No evidence yet.
acceptance-evidence-exported = Exported to { $path }
acceptance-open-title = Choose the evidence
acceptance-export-title = Export the evidence
acceptance-history = History
acceptance-history-none = Nothing was done here yet.
acceptance-issue-number = No.
acceptance-issue-text = Open issue
acceptance-issue-owner = Owner
acceptance-issue-due = Due
acceptance-issue-state = State
acceptance-issue-criterion = Criterion
acceptance-issue-blocking = Acceptance
acceptance-issue-blocks = Blocks
acceptance-issue-does-not-block = Does not block
acceptance-issue-closed = Closed on
acceptance-issue-closed-tag = Closed
acceptance-issue-add = New open issue
acceptance-issue-edit = Open issue { $number }
acceptance-issue-none = No open issue
acceptance-issue-none-hint = What is left to do after acceptance, with an owner and a date.
acceptance-issue-not-assigned = not assigned
acceptance-conclude = Conclude
acceptance-conclusion = Conclusion
acceptance-conclusion-passed = Accepted
acceptance-conclusion-conditional = Accepted on condition
acceptance-conclusion-reinspection = To be examined again after correction
acceptance-conclusion-failed = Not accepted
acceptance-conclude-intro = What the marks and the open issues allow can be chosen.
acceptance-conclude-take-back = Take the conclusion back
acceptance-why-no-criteria = There is no criterion to conclude on.
acceptance-why-untested =
    { $count ->
        [one] { $count } criterion is not tested.
       *[other] { $count } criteria are not tested.
    }
acceptance-why-failed =
    { $count ->
        [one] { $count } criterion failed.
       *[other] { $count } criteria failed.
    }
acceptance-why-failed-without-issue =
    { $count ->
        [one] { $count } failed criterion has no open issue.
       *[other] { $count } failed criteria have no open issue.
    }
acceptance-why-blocking =
    { $count ->
        [one] { $count } open issue blocks.
       *[other] { $count } open issues block.
    }
acceptance-why-open =
    { $count ->
        [one] { $count } issue is still open.
       *[other] { $count } issues are still open.
    }
acceptance-why-unassigned =
    { $count ->
        [one] { $count } open issue has no owner or no date.
       *[other] { $count } open issues have no owner or no date.
    }
acceptance-why-nothing-to-condition = Nothing is left that a condition could name.
acceptance-why-nothing-to-correct = Nothing failed, is untested or blocks.
acceptance-issue-report = Issue report

# The fixed words of the open-issue list. Everything else in it comes from the record.

document-open-issue-list-name = Open-issue list
document-open-issue-list-noun = list
document-open-issue-list-section-issues = Open issues
document-open-issue-list-tally =
    { $total ->
        [0] No open issue is recorded.
        [one] { $total } issue: { $open } open, of which { $blocking } { $blocking ->
            [one] blocks
           *[other] block
        } acceptance; { $closed } closed.
       *[other] { $total } issues: { $open } open, of which { $blocking } { $blocking ->
            [one] blocks
           *[other] block
        } acceptance; { $closed } closed.
    }
document-open-issue-list-column-issue = Open issue
document-open-issue-list-column-criterion = Round, criterion
document-open-issue-list-column-owner = Owner
document-open-issue-list-column-due = Due
document-open-issue-list-column-effect = Acceptance
document-open-issue-list-column-state = State
document-open-issue-list-blocks = Blocks
document-open-issue-list-does-not-block = Does not block
document-open-issue-list-open = Open
document-open-issue-list-closed = Closed

# Gates, checks, hand-overs and waivers.
noun-gate = gate
noun-gate-check = check
noun-hand-over = hand-over
noun-waiver = waiver

field-stage = stage
field-gate = gate
field-conditions = conditions
field-condition = condition
field-confirmations = confirmed
field-passage = passed
field-wanted = evidence asked for
field-evidence = evidence
field-lasts = how long it holds
field-hand-over = kind of hand-over
field-items = points
field-promises = promises
field-given = given
field-taken = taken over
field-measure = meanwhile
field-approved-by = approved by
field-granted = granted
field-expires = last day

value-unknown = unknown
value-in-progress = in progress
value-submitted = submitted
value-not-applicable = does not apply
value-until = until a day
value-without-end = without end
value-pre-sales-to-delivery = pre-sales to delivery
value-delivery-to-operations = delivery to operations
value-to-product-team = to the product team

journal-gate-passed = Passed gate { $number } { $name }
journal-condition-confirmed =
    { $says ->
        [holds] Confirmed for gate { $number }: { $name }
       *[does_not_hold] Denied for gate { $number }: { $name }
    }
journal-waiver-granted = Granted waiver { $number } at gate { $gate } until { $expires }
journal-waiver-ended = Ended waiver { $number } at gate { $gate }
journal-lifecycle-set-up =
    { $gates ->
        [one] Set up { $gates } gate from “{ $name }”
       *[other] Set up { $gates } gates from “{ $name }”
    }

failure-gate-held =
    { $held ->
        [0] Gate { $number } asks nothing, so nobody knows whether it can be passed. It was left as it is; say what it asks first.
        [one] Gate { $number } is held by { $held } condition: { $conditions }. It was not passed; meet it, or have it waived by somebody else.
       *[other] Gate { $number } is held by { $held } conditions: { $conditions }. It was not passed; meet them, or have them waived by somebody else.
    }
failure-gate-passed-already = Gate { $number } was passed on { $on }. Nothing was changed; undo that first if it was wrong.
failure-own-waiver = { $name } asks for this waiver and cannot approve it. Nothing was granted; name somebody else who approves.
failure-has-gates =
    { $gates ->
        [one] { $number } has { $gates } gate here already. Nothing was set up; change that one, or remove it first.
       *[other] { $number } has { $gates } gates here already. Nothing was set up; change those, or remove them first.
    }

today-gate-blocked = { $title }
today-gate-blocked-detail =
    { $passed ->
        [passed] Gate { $number } was passed and no longer holds: { $by }
       *[not_passed] Gate { $number } is blocked by: { $by }
    }

app-section-gates = Gates
gate-title = Gates
gate-view-gates = Gates
gate-view-checks = Checks
gate-view-hand-overs = Hand-overs
gate-line-project = Whole project
gate-empty = No gates yet
gate-empty-hint = Take the stages and gates of a template; then name what each condition asks.
gate-set-up = Set up from a template
gate-set-up-intro = The project gets the template’s stages, the gate before each, and the checklists of its hand-overs. Stages it has under the same name keep their days.
gate-set-up-template = Template
gate-set-up-stack = For
gate-set-up-save = Set up
gate-opens = Opens { $stage }
gate-within = Within a stage
gate-owner = Decides
gate-planned = Planned
gate-passed-on = Passed
gate-passed-by = by
gate-count =
    { $held ->
        [0] All conditions hold
        [one] { $held } of { $all } conditions does not hold
       *[other] { $held } of { $all } conditions do not hold
    }
gate-state-passed = Passed
gate-state-lapsed = No longer holds
gate-state-ready = Ready
gate-state-waiting = Not due yet
gate-state-unknown = Unknown
gate-state-held = Blocked
gate-pass = Pass gate
gate-pass-hint = Everything it asks is met or waived. Its stage begins today.
gate-edit = Edit
gate-form-title = Title
gate-form-note = Note
gate-form-planned = Planned for
gate-form-owner = Who decides
gate-form-stage = Stage behind it
gate-condition-edit = Choose what it asks
gate-condition-owner = Who sees to it
gate-condition-kind-deliverables-accepted = Deliverables accepted
gate-condition-kind-evidence-valid = Evidence valid
gate-condition-kind-documents-signed = Documents signed
gate-condition-kind-section-signed = Section signed
gate-condition-kind-checks-answered = Checks answered
gate-condition-kind-no-blocking-issue = No issue blocks
gate-condition-kind-approvals-given = Approvals given
gate-condition-kind-date-reached = Day reached
gate-condition-kind-gate-passed = Gate passed
gate-condition-kind-hand-over-complete = Hand-over complete
gate-condition-kind-manual = Confirmed by a person
gate-condition-day = Day
gate-condition-until = Valid at least until
gate-condition-person = Who signs in this role
gate-verdict-met = Met
gate-verdict-waived = Waived
gate-verdict-open = Not due yet
gate-verdict-unknown = Unknown
gate-verdict-unmet = Not met
gate-turn = Next
gate-rests-on = Rests on
gate-why-not-recorded = not recorded
gate-why-not-accepted = not accepted
gate-why-due-later = due by { $due }
gate-why-expired = ended on { $on }
gate-why-expires-before = ends on { $on }, needed on { $needed }
gate-why-validity-unknown = nobody says how long it holds
gate-why-not-signed = not signed
gate-why-section-not-signed = section not signed
gate-why-not-answered = not answered
gate-why-not-yet-accepted = answered, not accepted yet
gate-why-rejected = answer turned down
gate-why-blocks = blocks
gate-why-not-given = not given
gate-why-expected-later = expected by { $expected }
gate-why-refused = refused
gate-why-date-ahead = not before { $day }
gate-why-gate-not-passed = not passed
gate-why-point-open = still to hand over
gate-why-promise-untraced = promised, and no requirement says it
gate-why-not-confirmed = nobody has confirmed it
gate-why-denied = denied on { $on }
gate-why-nothing-named = nobody has named what it asks
gate-confirm = Confirm
gate-confirm-says = What is so
gate-confirm-holds = It holds
gate-confirm-does-not-hold = It does not hold
gate-confirm-by = Who says so
gate-confirmed = Confirmed by
gate-denied = Denied by
gate-waive = Waive
gate-waive-intro = The condition is let through until the last day. Who asks cannot approve.
gate-waive-reason = Reason
gate-waive-measure = What is done meanwhile
gate-waive-requested-by = Who asks
gate-waive-approved-by = Who approves
gate-waive-expires = Last day
gate-waive-save = Grant waiver
gate-waiver-until = until { $day }
gate-waiver-approved = approved by
gate-waiver-end = End waiver
gate-waiver-ended = ended on { $day }
gate-waiver-expired = ended with { $day }
gate-check-empty = No checks yet
gate-check-empty-hint = A check is a question that a gate has to have answered with evidence. Add the first one.
gate-check-add = Add check
gate-check-number = No.
gate-check-question = Check
gate-check-gate = Gate
gate-check-owner = Owner
gate-check-state = State
gate-check-until = Holds until
gate-check-form-title = What is asked
gate-check-form-wanted = What answers it
gate-check-form-note = Note
gate-check-form-gate = Before which gate
gate-check-form-state = State
gate-check-form-owner = Owner
gate-check-form-decided = Decided on
gate-check-form-evidence = Evidence
gate-check-form-lasts = How long the answer holds
gate-check-form-valid-until = Last day
gate-check-state-unknown = Unknown
gate-check-state-open = Open
gate-check-state-in-progress = In progress
gate-check-state-submitted = Submitted
gate-check-state-accepted = Accepted
gate-check-state-rejected = Turned down
gate-check-state-not-applicable = Does not apply
gate-check-lasts-unknown = Nobody says
gate-check-lasts-until = Until a day
gate-check-lasts-without-end = Without end
gate-hand-over-empty = No hand-overs yet
gate-hand-over-empty-hint = They come with the gates of a template: from sales, to operations, to the product team.
gate-hand-over-from = From
gate-hand-over-to = To
gate-hand-over-point-done = Handed over
gate-hand-over-promises = Promises
gate-hand-over-promise = Promise
gate-hand-over-requirement = Requirement that says it
gate-hand-over-due = Due
gate-hand-over-made-to = Promised to
gate-hand-over-no-requirement = no requirement
gate-hand-over-promise-add = Add promise
gate-hand-over-given = Given
gate-hand-over-taken = Taken over
gate-hand-over-give = Say that it is given
gate-hand-over-take = Say that it is taken over
gate-hand-over-open =
    { $open ->
        [0] Every point is handed over
        [one] { $open } point open
       *[other] { $open } points open
    }

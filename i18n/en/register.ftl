# The registers: kinds, what their fields are called, and the sentences of the journal.
# noun-risk stands in noun.ftl.
noun-change-request = change request
noun-issue = issue
noun-decision = decision
noun-action = action
noun-approval = approval
noun-letter = letter
noun-lesson = lesson

field-cause = cause
field-event = event
field-effect = effect
field-measures = response plan
field-category = category
field-inherent = inherent risk
field-current = current risk
field-residual = residual risk
field-response = response
field-days-at-stake = days at stake
field-money-at-stake = money at stake
field-next-review = next review
field-deliverables = deliverables
field-severity = severity
field-raised = raised
field-resolved = resolved
field-from-risk = from risk
field-from-issue = from issue
field-from-decision = from decision
field-requested-by = requested by
field-requested = requested
field-deciders = decided by
field-voices = said so far
field-decided = decided
field-requirements = requirements
field-days = working days
field-money = money
field-checks = checks
field-decided-by = decided by
field-change = change request
field-done = done
field-authority = authority
field-step = step
field-blocks = holds up
field-approval = kind of approval
field-waits-for = waits for
field-submitted = submitted
field-period = time to answer
field-expected = expected by
field-answered = answered
field-questions = questions
field-met = met
field-offered = position offered
field-agreed = position agreed
field-body = text
field-letter = kind of letter
field-direction = direction
field-from = from
field-to = to
field-delivered = delivered
field-proof = proof of delivery
field-reply-due = reply due
field-replied = replied
field-answers = answers letter
field-tags = tags

value-occurred = occurred
value-closed = closed
value-open = open
value-avoid = avoid
value-mitigate = mitigate
value-transfer = transfer
value-accept = accept
value-acceptance = acceptance
value-commercial = commercial
value-operations = operations
value-people = people
value-supply = supply
value-technical = technical
value-low = low
value-medium = medium
value-high = high
value-critical = critical
value-resolved = resolved
value-proposed = proposed
value-analysis = in analysis
value-approved = approved
value-rejected = rejected
value-withdrawn = withdrawn
value-done = done
value-dropped = dropped
value-procurement = procurement
value-authority = authority
value-internal = internal
value-pending = pending
value-preparing = being prepared
value-incoming = incoming
value-outgoing = outgoing
value-letter = letter
value-work-contact-letter = work contact letter

register-of =
    { $noun ->
        [risk] risk
        [issue] issue
        [change_request] change request
        [decision] decision
        [action] action
        [approval] approval
        [letter] letter
        [mapping] import mapping
        [lesson] lesson
        [risk_matrix] risk matrix
        [gate] gate
        [gate_check] check
        [hand_over] hand-over
        [stakeholder] stakeholder
        [work_package] work package
       *[record] record
    }
journal-record-added = Added { register-of } { $name }
journal-record-edited = Edited { register-of } { $name }
journal-record-removed = Removed { register-of } { $name }

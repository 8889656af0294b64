# The page of the registers: risks, issues, change requests, decisions, actions, approvals, letters and lessons.
app-section-register = Register
journal-risk-happened = Risk { $number } happened: it became issue { $issue }
journal-change-decided = Decided { $number } with { $decision }
field-size = size
field-bands = bands
field-scores = scores
field-likelihood = likelihoods
register-title = Register
register-kinds = Which register
register-kind-all = All
register-kind-risk = Risks
register-kind-issue = Issues
register-kind-change-request = Changes
register-kind-decision = Decisions
register-kind-action = Actions
register-kind-approval = Approvals
register-kind-letter = Letters
register-kind-lesson = Lessons
register-kind-open-issue = Open issues
register-one-open-issue = Open issue
register-add-risk = New risk
register-add-issue = New issue
register-add-change-request = New change request
register-add-decision = New decision
register-add-action = New action
register-add-approval = New approval
register-add-letter = New letter
register-add-lesson = New lesson
register-late = { $count } late
register-empty = Nothing in the register yet
register-empty-hint = Write down the first risk, issue, change request, decision, action, approval, letter or lesson.
register-none = Nothing of this kind yet
register-none-hint = Add the first one, or choose another register above.
register-column-number = No.
register-column-text = What
register-column-score = Score
register-column-owner = Owner
register-column-day = Next day
register-column-state = State
register-state-open = Open
register-state-occurred = Happened
register-state-resolved = Resolved
register-state-closed = Closed
register-state-proposed = Proposed
register-state-analysis = Being looked at
register-state-approved = Approved
register-state-rejected = Rejected
register-state-withdrawn = Withdrawn
register-state-decided = Decided
register-state-done = Done
register-state-dropped = Dropped
register-state-preparing = In preparation
register-state-waiting = Waiting
register-state-filed = On file
register-state-reply-due = Reply due
register-state-replied = Replied
register-day-review = Next review
register-day-due = Due
register-day-expected = Answer expected
register-day-reply-due = Reply due
register-day-valid-until = Valid until
register-day-past = Date
register-days-late =
    { $count ->
        [one] { $count } working day late
       *[other] { $count } working days late
    }
register-days-left =
    { $count ->
        [0] today
        [one] { $count } working day left
       *[other] { $count } working days left
    }
register-blocking = Stands in the way
register-no-owner = No owner
register-score = Score
register-score-inherent = Inherent
register-score-current = Current
register-score-residual = Residual
register-band-low = Low
register-band-medium = Medium
register-band-high = High
register-band-critical = Critical
register-remark-off-the-matrix = A place lies outside the matrix and is not scored.
register-remark-not-placed = Nobody has placed it as it is now.
register-remark-current-above-inherent = It is scored higher now than before anything was done.
register-remark-residual-above-current = What is planned would leave it higher than it is now.
register-expected-money = Expected cost
register-expected-days = Expected delay
register-expected-days-value =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
register-heat = Heat map
register-heat-probability = Probability
register-heat-impact = Impact
register-heat-cell = Probability { $probability }, impact { $impact }, score { $score }: { $risks }
register-heat-cell-empty = Probability { $probability }, impact { $impact }, score { $score }: no risk
register-heat-all = Show all risks
register-heat-at-stake = At stake in open risks
register-heat-expected = Expected of open risks
register-heat-nothing = Nothing stated
register-heat-without =
    { $count ->
        [one] { $count } open risk without money or likelihood
       *[other] { $count } open risks without money or likelihood
    }
register-matrix = Risk matrix
register-matrix-edit = Matrix
register-matrix-hint = Scores, bands and the heat map follow from it at once.
register-matrix-size = Levels
register-matrix-name = Name
register-matrix-band-low = Low up to
register-matrix-band-medium = Medium up to
register-matrix-band-high = High up to
register-matrix-bands-hint = A score above the last is critical. Scores are probability times impact.
register-matrix-likelihood-1 = Level 1 happens in
register-matrix-likelihood-2 = Level 2 happens in
register-matrix-likelihood-3 = Level 3 happens in
register-matrix-likelihood-4 = Level 4 happens in
register-matrix-likelihood-5 = Level 5 happens in
register-matrix-likelihood-6 = Level 6 happens in
register-matrix-likelihood = Count what is expected in days and money
register-matrix-own-scores = This matrix has a score of its own for each cell; it stays as it is.
register-sums = Changes together
register-sums-approved =
    { $changes ->
        [one] { $changes } approved
       *[other] { $changes } approved
    }
register-sums-proposed =
    { $changes ->
        [one] { $changes } proposed
       *[other] { $changes } proposed
    }
register-sums-days = { $days } working days
register-sums-unknown = { $count } with unknown effect
register-effect-scope = scope
register-effect-days = days
register-effect-money = money
register-effect-compliance = compliance
register-change-unknown = Nobody has looked at
register-change-waits = Has still to speak
register-change-said-yes = agrees
register-change-said-no = does not agree
register-change-baseline = Decided as agreed: keep the plan it leads to as a baseline.
register-problem-nobody-decides = Nobody is named who decides.
register-problem-requester-decides-alone = Only who asks for it decides.
register-problem-approved-without = Approved without { $person }.
register-problem-approved-unknown = Approved although nobody has looked at its effect.
register-problem-not-a-decider = { $person } spoke without being asked to decide.
register-turn-ours = Our turn
register-turn-theirs = Their turn
register-turn-nobody = Nobody’s turn
register-approval-waited =
    { $count ->
        [one] Waiting for { $count } working day
       *[other] Waiting for { $count } working days
    }
register-approval-took =
    { $count ->
        [one] Took { $count } working day
       *[other] Took { $count } working days
    }
register-approval-waited-for-us =
    { $count ->
        [one] { $count } of them waited for us
       *[other] { $count } of them waited for us
    }
register-approval-longer = It waits longer than most of its like.
register-provisional = provisional: a year is not announced
register-links = Linked
register-link-from-risk = From risk
register-link-from-issue = From issue
register-link-from-decision = From decision
register-link-criterion = Criterion
register-link-deliverables = Would hit
register-link-requirements = Touches
register-link-change = Settles
register-link-answers = Answers
register-link-source = Comes from
register-link-back = Led to
register-act-happened = It happened
register-act-close = Close
register-act-reopen = Reopen
register-act-resolved = Resolved
register-act-done = Done
register-act-agrees = { $person } agrees
register-act-refuses = { $person } does not agree
register-act-approve = Approve
register-act-reject = Reject
register-act-decision = Write its decision
register-act-hand-in = Handed in today
register-act-given = Given today
register-act-refused = Refused today
register-act-answered = Question answered today
register-act-replied = Reply came today
register-act-we-replied = Replied today
register-act-delivered = Delivered today
register-act-action = Make an action of it
register-open-issue-text = It is kept with its acceptance round.
register-open-issue-go = Open it there
register-field-number = Number
register-field-number-hint = Blank takes the next one.
register-field-stack = Stack
register-field-title-risk = Risk
register-field-title-issue = Issue
register-field-title-change-request = Change request
register-field-title-decision = Decision
register-field-title-action = Action
register-field-title-approval = What is to be approved
register-field-title-letter = Subject
register-field-title-lesson = What was learned
register-field-text = The lesson
register-field-tags = About
register-field-tags-hint = A few words, with commas between them. A project that speaks of the same is told of the lesson when it begins.
register-field-source = From
register-field-source-hint = The number of the record that it comes from: IS-01
register-field-cause = Cause
register-field-event = Event
register-field-effect = Effect
register-field-measures = Measures
register-field-trigger = Trigger
register-field-note = Note
register-field-reason = Reason
register-field-authority = Decided by
register-field-step = Step
register-field-blocks = What stands still until then
register-field-body = Text
register-field-category = Category
register-field-owner = Owner
register-field-inherent = Inherent: before anything is done
register-field-current = Current: as it is now
register-field-residual = Residual: once all is done
register-field-probability = Probability
register-field-impact = Impact
register-field-not-placed = Not placed
register-field-response = Response
register-field-days-at-stake = Days at stake
register-field-money-at-stake = Money at stake
register-field-currency = Currency
register-field-next-review = Next review
register-field-state = State
register-field-deliverables = Deliverables it would hit
register-field-severity = Severity
register-field-raised = Raised
register-field-due = Due
register-field-resolved = Resolved
register-field-blocking = Gate
register-field-from-risk = From risk
register-field-from-issue = From issue
register-field-from-decision = From decision
register-field-criterion = Failed criterion that it mends
register-field-requested-by = Asked for by
register-field-requested = Asked for on
register-field-deciders = Who has to agree
register-field-decided = Decided
register-field-requirements = Requirements it touches
register-field-days = Days
register-field-money = Money
register-field-checks = Checks it opens again
register-field-checks-hint = Their numbers, with commas between them.
register-field-looked = Looked at
register-field-later = later
register-field-earlier = earlier
register-field-more = more
register-field-less = less
register-field-date = Date
register-field-decided-by = Decided by
register-field-change = Change request it settles
register-field-done = Done
register-field-approval = Kind
register-field-organisation = Organisation
register-field-waits-for = Waits for
register-field-submitted = Handed in
register-field-period = An answer may take
register-field-period-length = How many
register-field-expected = Answer expected
register-field-expected-hint = Where no period says it.
register-field-answered = Answered
register-field-valid-until = Valid until
register-field-questions = Questions that came back
register-field-questions-add = Add a question
register-field-question = Question
register-field-answer = Answer
register-field-asked = Asked
register-field-question-answered = Answered
register-field-met = Who was met
register-field-offered = Offered
register-field-agreed = Agreed
register-field-internal = Internal: in no paper and no export to a client.
register-field-letter = Form
register-field-direction = Direction
register-field-from = From
register-field-to = To
register-field-letter-date = Dated
register-field-delivered = Delivered
register-field-proof = Proof of delivery
register-field-proof-hint = A receipt, a tracking number.
register-field-reply-due = Reply due
register-field-replied = Replied
register-field-answers = Answers the letter
register-category-acceptance = Acceptance
register-category-commercial = Commercial
register-category-compliance = Compliance
register-category-operations = Operations
register-category-partner = Partner
register-category-people = People
register-category-schedule = Schedule
register-category-supply = Supply
register-category-technical = Technical
register-response-avoid = Avoid
register-response-mitigate = Mitigate
register-response-transfer = Transfer
register-response-accept = Accept
register-severity-low = Low
register-severity-medium = Medium
register-severity-high = High
register-severity-critical = Critical
register-gate-blocks = Stands in the way
register-gate-does-not-block = Does not
register-approval-kind-procurement = Procurement step
register-approval-kind-authority = Filing with an authority
register-approval-kind-client = Client’s sign-off
register-approval-kind-internal = Internal approval
register-period-none = Nobody says
register-period-days = days
register-period-working-days = working days
register-period-months = months
register-period-years = years
register-letter-letter = Letter
register-letter-work-contact-letter = Work contact letter
register-direction-incoming = Came in
register-direction-outgoing = Went out

# The page of the morning.
today-title = Today
today-projects =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
today-needs-you = Needs you
today-needs-you-keys = Enter opens, E done, S later, D hands over
today-urgency-blocked = Blocked
today-urgency-late = Late
today-urgency-soon = Soon
today-urgency-language = Languages
today-signature-awaited = { $title } waits for signatures
today-signature-awaited-detail = { $number } · { $signed } of { $signers } signed
today-criteria-open =
    { $not_tested ->
        [0] { $failed ->
            [one] { $failed } criterion failed
           *[other] { $failed } criteria failed
        }
        [one] { $not_tested } criterion not tested
       *[other] { $not_tested } criteria not tested
    }
today-criteria-open-detail =
    { $failed ->
        [0] Round { $number }
       *[other] Round { $number } · { $failed } failed
    }
today-blocking-issue = { $text }
today-blocking-issue-detail = Open issue { $number } blocks acceptance
today-deliverable-due = { $title }
today-deliverable-due-detail = Deliverable { $number } is due
today-evidence-expired = { $title }
today-evidence-expired-detail = Evidence for { $criterion } is no longer valid
today-texts-to-review =
    { $count ->
        [one] { $count } text waits for its other language
       *[other] { $count } texts wait for their other language
    }
today-texts-to-review-detail = { $number } · needed before issuing
today-open-issue-due = { $text }
today-open-issue-due-detail = Open issue { $number } is due
today-days-late =
    { $days ->
        [one] { $days } working day late
       *[other] { $days } working days late
    }
today-days-today = Today
today-days-left =
    { $days ->
        [one] { $days } working day left
       *[other] { $days } working days left
    }
today-money = Waits for signature
today-money-aside = by project
today-money-none = No payment waits for a signature.
today-clocks = Running clocks
today-clocks-aside = by their own calendars
today-clocks-none = No clock is running.
today-deemed = Deemed acceptance
today-deemed-rejected = Deemed rejection
today-working-days =
    { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }
today-provisional = calendar not published yet
today-nothing = Nothing needs you
today-nothing-hint = Everything that is due, blocked or waiting will stand here.
today-no-project = Begin with a project
today-no-project-hint = A project holds its parties, scope, acceptance and documents. Make the first one.
today-action-due = { $title }
today-action-due-detail = Action { $number }
today-issue-blocks = { $title }
today-issue-blocks-detail = Issue { $number } blocks a gate
today-issue-due = { $title }
today-issue-due-detail = Issue { $number }
today-review-due = { $title }
today-review-due-detail = Review risk { $number }
today-reply-due = { $title }
today-reply-due-detail = Answer letter { $number }
today-reply-awaited = { $title }
today-reply-awaited-detail = Letter { $number } waits for their answer
today-approval-expected = { $title }
today-approval-expected-detail =
    { $waited ->
        [one] { $number } · { $authority } · { $waited } working day so far
       *[other] { $number } · { $authority } · { $waited } working days so far
    }
today-question-open = { $title }
today-question-open-detail = { $number } · { $authority } asked and waits for our answer
today-approval-ends = { $title }
today-approval-ends-detail = Approval { $number } ends
today-invoice-due = Invoice: { $title }
today-invoice-due-detail = { $currency } { $amount }
today-all = All { $count }
today-fewer = Only the first
today-noticed = Noticed
today-noticed-aside = from the record, by named rules
today-noticed-none = Nothing is noticed.
today-waiting-for = Waiting for others
today-waiting-for-aside = by the day
today-waiting-for-none = Nobody owes an answer.
today-changes = Since the last working day
today-changes-since = Since you last looked
today-changes-none = Nothing has changed.
today-changes-more = Older entries stand in the audit journal.
today-postponed =
    { $count ->
        [one] { $count } line is put off
       *[other] { $count } lines are put off
    }
today-next = Next: { $what }, { $date }
today-done = Done
today-later = Later
today-hand-over = Hand over
today-no-done = This line has no act of its own: Enter opens it.
today-no-hand-over = This line belongs to nobody who could hand it over.
today-later-title = Put off to a later day
today-later-hint = Until that day it is not shown on Today.
today-until = Show again on
today-review-title = Reviewed; look at it again
today-review-next = Next review
today-hand-over-title = Hand over to
today-hand-over-to = Person
today-by-calendar = counted by the calendar { $calendar }

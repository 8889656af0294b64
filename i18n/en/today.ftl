# The page of the morning.
today-title = Today
today-projects =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
today-needs-you = Needs you
today-needs-you-keys = J / K move, Enter opens
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

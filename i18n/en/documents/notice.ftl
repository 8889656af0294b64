# What a notice says when it becomes a risk or an action of the register: its title and its reason.

document-notice-approval-slow-title = Ask after approval { $record }
document-notice-approval-slow-reason = “{ $title }” was submitted on { $submitted } and has waited { $waited } working days; { $shorter } of { $of } like it were answered sooner.
document-notice-contract-date-after-invoice-by-title = { $record } falls after the client’s last day for invoices
document-notice-contract-date-after-invoice-by-reason =
    { $money ->
        [none] Expected on { $expected }; the client takes invoices until { $invoice_by }.
       *[other] Expected on { $expected }; the client takes invoices until { $invoice_by }. { $money } would come out of another year’s budget.
    }
document-notice-criterion-without-owner-title = Name an owner for criterion { $record }
document-notice-criterion-without-owner-reason = “{ $title }” is not passed, and nobody is named who shows that it holds.
document-notice-deliverable-without-evidence-title = Deliverable { $record } has no evidence yet
document-notice-deliverable-without-evidence-reason = “{ $title }” is due on { $due } and no evidence of it is recorded.
document-notice-evidence-expires-before-needed-title = Renew evidence { $record }
document-notice-evidence-expires-before-needed-reason = “{ $title }” is valid until { $valid_until } and needed on { $needed_on }.
document-notice-failed-criterion-without-action-title = Act on failed criterion { $record }
document-notice-failed-criterion-without-action-reason = “{ $title }” failed, and no open action or issue with an owner and a day answers it.
document-notice-gate-soon-unmet-title = Meet the conditions of gate { $record }
document-notice-gate-soon-unmet-reason = The gate is planned for { $planned }. Not met: { $unmet }.
document-notice-gate-unknown-title = Nobody knows whether gate { $record } can be passed
document-notice-gate-unknown-reason = The gate is planned for { $planned }. Not known: { $unknown }.
document-notice-hand-over-late-title = Hand-over of { $record } by { $other } is late
document-notice-hand-over-late-reason =
    { $forecast ->
        [none] It was planned for { $planned } and has not happened.
       *[other] It was planned for { $planned } and is now forecast for { $forecast }.
    }
document-notice-lesson-matches-title = Apply lesson { $record }
document-notice-lesson-matches-reason = “{ $title }” was learned in { $other }. Both are about: { $tags }.
document-notice-owner-overloaded-title = { $record } owes { $count } things in one week
document-notice-owner-overloaded-reason = All of them fall due in the week of { $week }.
document-notice-promise-without-requirement-title = Write a requirement for promise { $record }
document-notice-promise-without-requirement-reason = “{ $title }” was promised in the hand-over from sales and no requirement says it.
document-notice-review-overdue-title = Review { $record }
document-notice-review-overdue-reason = “{ $title }” was to be looked at again on { $next_review }.
document-notice-signature-holds-money-title = Obtain the signature on { $record }
document-notice-signature-holds-money-reason = It could be signed since { $since }; { $money } waits behind it.
document-notice-stakeholder-not-met-title = Meet { $record }
document-notice-stakeholder-not-met-reason =
    { $last_met ->
        [none] Influence { $influence } of 5; no meeting is recorded.
       *[other] Influence { $influence } of 5; last met on { $last_met }.
    }
document-notice-waiver-ends-title = Waiver { $record } ends
document-notice-waiver-ends-reason = It ends on { $expires } and what it lets through does not hold; from the next day it blocks { $other } again.

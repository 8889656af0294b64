# Several records at once: choosing them, one act over all of them.
many-choose-all = Choose all that are shown
many-choose-one = Choose { $label }
many-chosen = { $count } chosen
many-clear = Choose none
many-acts = One act over all that are chosen
many-remark = Remark for all of them
many-remark-hint = Stands in the finding of each criterion that is chosen.
many-mark-with-remark = Mark with this remark
many-set-priority = Priority
many-set-stack = Stack
many-set-due = Due day
many-set-handed-over = Handed over
many-set-organisation = Delivered by
many-set-chapter = Chapter
many-set-method = Method
many-set-owner = Owner
many-set-blocking = Holds back
many-set-closed = Closed on
many-set-party = Organisation
many-set-language = Language
many-set-kind = Kind
many-set-calendar = Calendar
many-set-jurisdiction = Jurisdiction
many-confirm-links = Confirm links
many-take-away = Leave empty
journal-many-edited =
    { $noun ->
        [requirement] { $count ->
            [one] Edited { $count } requirement
           *[other] Edited { $count } requirements
        }
        [deliverable] { $count ->
            [one] Edited { $count } deliverable
           *[other] Edited { $count } deliverables
        }
        [criterion] { $count ->
            [one] Edited { $count } criterion
           *[other] Edited { $count } criteria
        }
        [open_issue] { $count ->
            [one] Edited { $count } open issue
           *[other] Edited { $count } open issues
        }
        [person] { $count ->
            [one] Edited { $count } person
           *[other] Edited { $count } people
        }
       *[organisation] { $count ->
            [one] Edited { $count } organisation
           *[other] Edited { $count } organisations
        }
    }: { $field ->
        [priority] priority
        [stack] stack
        [due] due day
        [handed_over] handed over
        [organisation] organisation
        [chapter] chapter
        [method] method
        [owner] owner
        [blocking] whether they hold back acceptance
        [closed] closing day
        [language] language
        [kind] kind
        [calendar] calendar
       *[jurisdiction] jurisdiction
    }
journal-many-removed =
    { $noun ->
        [requirement] { $count ->
            [one] Removed { $count } requirement
           *[other] Removed { $count } requirements
        }
        [deliverable] { $count ->
            [one] Removed { $count } deliverable
           *[other] Removed { $count } deliverables
        }
        [criterion] { $count ->
            [one] Removed { $count } criterion
           *[other] Removed { $count } criteria
        }
       *[person] { $count ->
            [one] Removed { $count } person
           *[other] Removed { $count } people
        }
    }
journal-links-confirmed =
    { $count ->
        [one] Confirmed { $count } link
       *[other] Confirmed { $count } links
    }
journal-criteria-marked =
    { $mark ->
        [passed] Marked { $count } criteria passed
        [passed_with_remark] Marked { $count } criteria passed with remark
        [failed] Marked { $count } criteria failed
       *[not_tested] Marked { $count } criteria not tested
    }
failure-one-of-many = None of the chosen was changed: { $label } ({ $noun }) stands against it. { $because }

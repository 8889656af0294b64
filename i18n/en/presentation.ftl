# Presenting a round to the client. What the client reads has no internal word.
present = Present
present-place = Item { $place } of { $total }
present-date = Date
present-role-client = Client
present-role-vendor = Vendor
present-role-supervisor = Supervisor
present-requirement = Requirement
present-measured = Measured
present-remark = Remark
present-remark-needed = Please word the remark; the mark is set together with it.
present-evidence = Evidence
present-witness = Witness
present-photograph = Photograph
present-photograph-open = Show the photograph large: { $title }
present-photograph-place = Photograph { $place } of { $total }
present-mark = Result
present-result = Result of the round
present-conclusion = Conclusion
present-count =
    { $count ->
        [one] { $count } criterion
       *[other] { $count } criteria
    }
present-nothing = No criteria to be presented
present-not-kept = This could not be written; nothing was changed.
present-previous = Back
present-next = Next
# The keys and the presenter's own page.
present-leave = Leave
present-keys = Keys
present-keys-move = Next, back
present-keys-ends = First screen, last screen
present-keys-mark = Passed, with remark, failed, not tested
present-keys-remark = Remark and measured value
present-keys-photographs = Photographs
present-keys-language = Both languages, or one
present-keys-full = Full screen
present-keys-notes = Presenter’s page
present-keys-leave = Close, then leave
present-keys-help = These keys
present-notes-title = Presenter’s page: { $round }
present-alone = Present in this window
present-with-notes = On a second screen, with your notes
present-client-open = Open the client’s window
present-client-close = Close the client’s window
present-client-shown = The client sees this item
present-client-none = The client’s window is closed
present-client-language = The client’s languages
present-first = First screen
present-last = Result
present-note = Your notes
present-note-hint = For your own eyes: never in the client’s window.
present-time = Time
present-elapsed = Since the start
present-list = All items

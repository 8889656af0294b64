# The tour by doing: six things that are really done.
tour-title = Tour
tour-hint = Six small things to do yourself, each at its own time. Best in the sample, where nothing can be spoilt.
tour-was-done = You have done all of it.
tour-begin = Begin the tour
tour-again = Take it again
tour-leave = Leave the tour
tour-place = { $step } of { $steps }
tour-mark = Open a project, then { app-section-acceptance }. Choose a criterion and mark it with 1, 2, 3 or 4. Watch the tally at the top change.
tour-undo = Take that back: Ctrl Z, or { app-undo } in the notice at the foot.
tour-report = Open { app-section-documents }, then the report, and choose { document-view-preview }: that is the paper as it will be signed.
tour-both = Read in another way: choose another language at the top right.
tour-find = Press { $key } and type ys, 验收 or a word with a slip in it.
tour-journal = Open { app-section-journal } in a project: everything you just did is written there.
tour-all-done = That was the tour. Everything else is in the manual (F1), and the sample is yours to try things in.

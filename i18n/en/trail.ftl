# One trail of the journal: what the page filters it by, the signed file of it, and what is said of such a file.
journal-trail-exported = Exported the trail “{ $name }” as { $file }
journal-workspace-trail-exported = Exported the workspace’s trail as { $file }

# Filtering.
trail-filter = Filter
trail-filter-who = Who
trail-filter-noun = Changed
trail-filter-from = From
trail-filter-until = To
trail-filter-zone = Days of UTC{ $zone }
trail-filter-clear = Clear the filter
trail-filter-nothing = No entry answers this filter
trail-filter-nothing-hint = Widen it, or clear it to see the whole trail.
trail-filter-any = Any

# Exporting.
trail-export = Export signed
trail-export-title = Export this trail, signed
trail-export-hint = One file with every entry as it was hashed, checked by hefu-verify or under Verify without this workspace. It is not encrypted, and names who did what.
trail-export-sign = Sign and export
trail-export-file-title = Where the signed trail goes
trail-export-file-kind = Signed trail
trail-export-file-name = Audit trail
trail-export-done =
    { $entries ->
        [one] { $entries } entry was exported and signed.
       *[other] { $entries } entries were exported and signed.
    }
trail-export-show = Show in Verify

# The page that checks it.
trail-verify-title = Audit trail
trail-verify-kind = PDF or signed trail
trail-verify-file = File
trail-verify-workspace = Workspace
trail-verify-project = Project
trail-verify-trail = Trail
trail-verify-own-chain = Whole workspace
trail-verify-entries = Entries
trail-verify-entries-read =
    { $entries ->
        [one] { $entries } entry read and fitting, of No. { $first } to { $last }
       *[other] { $entries } entries read and fitting, of No. { $first } to { $last }
    }
trail-verify-left = Entry { $seq }, in the place of what was erased:
trail-verify-unproven =
    { $unproven ->
        [one] { $unproven } of them was written by an older program: nothing proves what was erased there.
       *[other] { $unproven } of them were written by an older program: nothing proves what was erased there.
    }
trail-verify-erased =
    { $erased ->
        [one] A person was erased of { $erased } entry, as an erasure in the file records.
       *[other] A person was erased of { $erased } entries, as erasures in the file record.
    }
trail-verify-exported = Exported
trail-verify-head = Head
trail-verify-here = This workspace
trail-verify-here-here = The last entry of this file stands in the workspace that is open.
trail-verify-here-other-history = The workspace that is open has this trail, but not the last entry of this file: it was cut or rewritten, or the file is of another workspace.
trail-verify-here-other-workspace = The workspace that is open has no such trail: the file is of another workspace.
trail-verify-head-stated = The head is that of an entry of this trail
trail-verify-head-not-stated = No entry of this trail has this head
trail-verify-head-other-trail = The head is of another trail

# The small program.
trail-told = Audit trail: { $title } ({ $trail })
trail-told-workspace = Workspace: { $name } ({ $id })
trail-told-project = Project: { $number } { $title }
trail-told-exported = Exported by { $name } on { $time }
trail-told-entries = Entries that fit: { $entries }, of No. { $first } to { $last }
trail-told-erased = Of these, entries of which a person was erased: { $erased }
trail-told-left = Entry { $seq }, in the place of what was erased: { $text }
trail-told-unproven = Of these, written by an older program, so that nothing proves what was erased: { $unproven }
trail-told-head = Head: { $head }
trail-told-head-stated = Journal: the head you gave is that of an entry of this trail.
trail-told-head-not-stated = Journal: no entry of this trail has the head you gave. Its last entry: { $heads }
trail-told-head-other = Journal: the head you gave is of another trail. This file: { $heads }
trail-told-paper-stated = The paper and the trail belong together: the head the paper states is that of an entry of the trail.
trail-told-paper-not-stated = The paper and the trail do not belong together: no entry of the trail has the head the paper states.
trail-told-paper-none = The paper states no head of this trail.
trail-told-not-one = { $path } is not a trail of the journal.

verify-change-trail-form = Line { $line } is not written as a trail’s file is.
verify-change-entry-changed = Entry { $seq }, or what stands beside it, was changed.
verify-change-entry-missing = Entry { $seq } is missing.
verify-change-time-went-back =
    { $times ->
        [one] The clock went back once: entry { $seq } is dated { $at } and follows one of { $before }. The order is sure, the dates are the computer’s.
       *[other] The clock went back { $times } times, first at entry { $seq }, dated { $at } after one of { $before }. The order is sure, the dates are the computer’s.
    }
verify-change-entry-out-of-place = Entry { $seq } is out of place, or belongs to another trail or another history of it.
verify-change-trail-head = The last entry is not the head the file states: it says { $stated }, the last entry is { $actual }.

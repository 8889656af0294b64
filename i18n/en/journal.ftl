# The audit journal: every act as a sentence, and the page that shows them.
journal-workspace-created = Created the workspace
journal-sample-made = Made the sample workspace
journal-format-raised = Brought the file from format { $from } to format { $to }
journal-passphrase-changed = Changed the passphrase
journal-recovery-key-changed = Changed the recovery key
journal-update-handed-over = Handed the update of Hefu from { $from } to { $to } to the system’s installer
journal-backup-made = Made the backup { $file }
journal-backup-rehearsed = Rehearsed restoring { $file }: { $entries } entries, verified
journal-rehearsal-failed =
    { $fault ->
        [unreadable] Rehearsed restoring { $file }: it is damaged
        [chain] Rehearsed restoring { $file }: its journal does not verify
        [file] Rehearsed restoring { $file }: a kept file was changed
       *[diverged] Rehearsed restoring { $file }: it is not of this workspace’s history
    }
journal-workspace-exported = Exported everything into { $folder }
journal-clock-confirmed = Confirmed that the clock of this computer is right; the latest entry before was of { $latest }
journal-actor-saved = Recorded who works here: { $name }
journal-project-added = Added project { $number }
journal-project-edited = Edited project { $number }
journal-stage-set = Set the stage “{ $name }” of { $number }
journal-contract-saved = Edited contract { $number }
journal-payment-milestone-saved = Edited the payment milestone “{ $name }”
journal-organisation-added = Added the organisation { $name }
journal-organisation-edited = Edited the organisation { $name }
journal-vendor-profile-saved = Saved the vendor’s profile: { $name }
journal-vendor-logo-set = Set the vendor’s logo from { $file }
journal-vendor-logo-removed = Removed the vendor’s logo { $file }
journal-person-added = Added { $name }
journal-person-edited = Edited { $name }
journal-person-removed = Removed { $name }
journal-person-erased =
    { $entries ->
        [one] Erased { $label } from { $entries } entry and the record: { $reason }
       *[other] Erased { $label } from { $entries } entries and the record: { $reason }
    }
journal-requirement-added = Added requirement { $number }
journal-requirement-edited = Edited requirement { $number }
journal-requirement-removed = Removed requirement { $number }
journal-deliverable-added = Added deliverable { $number }
journal-deliverable-edited = Edited deliverable { $number }
journal-deliverable-removed = Removed deliverable { $number }
journal-chapter-added = Added the chapter “{ $name }”
journal-chapter-edited = Edited the chapter “{ $name }”
journal-criterion-added = Added criterion { $number }
journal-criterion-edited = Edited criterion { $number }
journal-criterion-removed = Removed criterion { $number }
journal-link-made = Linked { $from } to { $to }
journal-link-removed = Removed the link from { $from } to { $to }
journal-link-confirmed = Confirmed the link from { $from } to { $to }
journal-requirements-imported = Imported requirements: { $added } added, { $changed } changed
journal-criteria-imported = Imported criteria: { $added } added, { $changed } changed
journal-deliverables-imported = Imported deliverables: { $added } added, { $changed } changed
journal-case-imported = Imported a list of criteria with requirements and deliverables: { $added } added, { $changed } changed
journal-round-added = Added acceptance round { $number }
journal-round-edited = Edited acceptance round { $number }
journal-criterion-marked =
    { $mark ->
        [passed] Marked { $number } passed
        [passed_with_remark] Marked { $number } passed with remark
        [failed] Marked { $number } failed
       *[not_tested] Marked { $number } not tested
    }
journal-round-concluded =
    { $conclusion ->
        [passed] Concluded { $number }: passed
        [conditional] Concluded { $number }: passed with conditions
        [reinspection] Concluded { $number }: to be inspected again
       *[failed] Concluded { $number }: failed
    }
journal-conclusion-taken-back = Took the conclusion of { $number } back
journal-presenter-note-saved = Edited the presenter’s note on { $number }
journal-open-issue-added = Added open issue { $number }
journal-open-issue-edited = Edited open issue { $number }
journal-evidence-attached = Attached { $file } as evidence { $number }
journal-evidence-removed = Removed evidence { $number } ({ $file })
journal-evidence-exported = Exported evidence { $number } as { $file }
journal-matrix-exported = Exported the traceability matrix as { $file }
journal-text-reviewed = Confirmed both languages of { $label }
journal-document-created = Created document { $number }
journal-document-edited = Edited document { $number }
journal-section-saved = Edited a paragraph of { $number }
journal-section-removed = Removed a paragraph of { $number }
journal-signature-waived =
    { $party ->
        [vendor] Stated in { $number } why the vendor does not sign
        [client] Stated in { $number } why the client does not sign
       *[supervisor] Stated in { $number } why the supervisor does not sign
    }
journal-waiver-taken-back =
    { $party ->
        [vendor] Took back in { $number } that the vendor does not sign
        [client] Took back in { $number } that the client does not sign
       *[supervisor] Took back in { $number } that the supervisor does not sign
    }
journal-signer-saved = Edited a signer of { $number }
journal-signer-removed = Removed a signer of { $number }
journal-document-submitted = Sent { $number } to review
journal-document-returned = Returned { $number } to its author: { $reason }
journal-document-issued = Issued { $number }, version { $version }
journal-document-signed = { $name } signed { $number }
journal-signature-refused = { $name } refused to sign { $number }: { $reason }
journal-signed-copy-attached = Took in the copy of { $number } that { $name } signed in ink
journal-document-superseded = Began the successor of { $number }
journal-document-voided = Voided { $number }: { $reason }
journal-document-exported = Exported { $number } as { $file }
journal-undone = Undid: { $what }
journal-redone = Redid: { $what }

# The page.
journal-page-title = Audit journal
journal-page-intro = Every act, in order, each entry sealed by the one before it.
journal-page-trail = Trail
journal-page-trail-workspace = Whole workspace
journal-page-column-seq = No.
journal-page-column-when = When
journal-page-column-who = Who
journal-page-column-act = Act
journal-page-column-hash = Digest
journal-page-column-standing = Standing
journal-page-standing-stands = Stands
journal-page-standing-undone = Undone
journal-page-standing-reversal = Reversal
journal-page-standing-final = Final
journal-page-entries-count = { $count } entries
journal-page-older = Show older entries
journal-page-verify = Verify the chain
journal-page-verify-head = Head from a backup or a signed document
journal-page-verify-head-hint = Optional: trail, number and digest in one line. Finds a cut tail.
journal-page-whole = The chain is whole: { $entries } entries in { $trails } trails.
journal-page-went-back =
    { $times ->
        [one] The clock went back once: entry { $seq } is dated { $at } and follows one of { $before }. The order is sure, the dates are the computer’s.
       *[other] The clock went back { $times } times, first at entry { $seq }, dated { $at } after one of { $before }. The order is sure, the dates are the computer’s.
    }
journal-page-erased =
    { $erased ->
        [one] A person was erased of { $erased } entry, as the journal records.
       *[other] A person was erased of { $erased } entries, as the journal records.
    }
journal-page-broken =
    { $fault ->
        [changed] Broken at { $trail }, entry { $seq }: it was changed.
        [missing] Broken at { $trail }, entry { $seq }: an entry is missing.
        [out_of_place] Broken at { $trail }, entry { $seq }: it is out of place.
       *[not_in_workspace_chain] Broken at { $trail }, entry { $seq }: the workspace chain does not have it.
    }
journal-page-record =
    { $fault ->
        [changed] The chain is whole, but the record { $noun } “{ $label }” is not as the journal left it.
        [missing] The chain is whole, but the record { $noun } “{ $label }” is gone, and no entry removed it.
       *[added] The chain is whole, but no entry made the record { $noun } “{ $label }”.
    }
journal-page-left-texts = What the erasures left in their places
journal-page-left-text = Entry { $seq }
journal-page-left-nothing = (emptied)
journal-page-head-missing = The chains fit together, but the given head is not in them: entries were cut off or everything was rewritten.
journal-page-head = Head
journal-page-copy-head = Copy the head
journal-page-nothing = No entry yet
journal-page-nothing-hint = The first act in this workspace will stand here.
journal-page-undo-next = Undo: { $sentence }
journal-page-redo-next = Redo: { $sentence }
journal-page-undo-this = Undo this act
journal-page-undid = Undone: { $sentence }
journal-page-redid = Redone: { $sentence }
journal-page-newest = Newest entries
journal-page-trail-project = This project
journal-page-changes = What it changed
journal-page-changes-none = Nothing of the record: it was only done.
journal-page-change-added = Added
journal-page-change-changed = Changed
journal-page-change-removed = Removed
journal-page-reviewed = both languages confirmed
journal-page-changed-again = Changed again since; undo that first.

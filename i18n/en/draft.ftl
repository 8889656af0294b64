# What was typed and not saved: kept while typing, offered again.
draft-kept = Typed at { $at } and not saved
draft-restore = Restore
draft-discard = Discard
draft-list = Typed and not saved
draft-list-hint = Kept in this workspace’s encrypted file. It is no part of the record.
draft-discard-all = Discard all of it
draft-list-count =
    { $count ->
        [one] { $count } draft, typed { $at }
       *[other] { $count } drafts, the last typed { $at }
    }
noun-draft = draft
field-place = place

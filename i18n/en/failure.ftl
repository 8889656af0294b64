# Why a call did nothing: what happened, what was kept, what to do.
failure-unknown-command = This window and the program disagree about “{ $command }”. Nothing was changed. Install the whole program again.
failure-bad-request = The program could not read what this page sent ({ $command }: { $reason }). Nothing was changed.
failure-no-workspace = No workspace is open. Open one and try again.
failure-not-found = The { $noun } is no longer there. The page now shows what is.
failure-wrong-key = That key does not open { $path }. Check the language of your keyboard and Caps Lock, or use the recovery key.
failure-not-in-keychain = The keychain holds no key for { $path }. Type the passphrase.
failure-no-keychain = The keychain of this computer cannot be reached. Type the passphrase; everything else works.
failure-passphrase-too-short = A passphrase needs at least { $minimum } characters. A short sentence is easy to remember.
failure-in-use = { $path } is open in another window of Hefu. Close it there first.
failure-already-there = There is already a file at { $path }. Nothing was overwritten; choose another name.
failure-no-file = There is no file at { $path }.
failure-not-a-workspace = { $path } is not a workspace of Hefu. It was left as it is.
failure-newer-workspace = { $path } was made by a newer Hefu (format { $format }; this one knows { $known }). It was left as it is; update Hefu to open it.
failure-damaged =
    { $backup ->
        [none] { $path } is damaged. It was kept as { $aside }; there is no backup beside it.
       *[other] { $path } is damaged. It was kept as { $aside }. The last good backup is { $backup }: restore it under Workspace.
    }
failure-read-only = { $path } cannot be written. Choose another folder or ask for the right to write there.
failure-disk-full = The disk that holds { $path } is full. Everything confirmed before is kept; free some space and try again.
failure-not-an-update = { $path } is no update of Hefu. Nothing was installed; choose a file that ends in .hefu-update.
failure-update-not-signed = { $path } is not as the makers of Hefu signed it, or was signed by somebody else. Nothing was installed; ask for the file again.
failure-no-release-key = This copy of Hefu was built without a release key and can trust no update. Nothing was installed.
failure-update-not-for-this = Version { $version } was not installed: it is not newer than { $installed }, or was made for another system or kind of package.
failure-not-installed = This copy of Hefu was not installed from a package. Nothing was installed; install the package itself.
failure-update-refused = The system did not install the update; Hefu and your workspace are as they were. It said: { $reason }
failure-file-trouble = { $path } could not be read or written: { $reason }
failure-invalid =
    { $problem ->
        [blank] “{ $field }” of the { $noun } must not be empty. Nothing was changed.
        [too_long] “{ $field }” of the { $noun } is too long. Nothing was changed.
        [not_a_number] “{ $field }” of the { $noun } must be a number. Nothing was changed.
        [out_of_range] “{ $field }” of the { $noun } is out of range. Nothing was changed.
       *[unknown] “{ $field }” of the { $noun } is not known. Nothing was changed.
    }
failure-number-taken = Another { $noun } already has the number { $number }. Nothing was changed; choose another.
failure-still-used = Other records still use it. It was kept; remove what uses it first.
failure-import-faults =
    { $faults ->
        [one] The table has { $faults } fault. Nothing was imported.
       *[other] The table has { $faults } faults. Nothing was imported.
    }
failure-nothing-to-undo = There is nothing to undo.
failure-nothing-to-redo = There is nothing to redo.
failure-changed-since = { $by } did something later that rests on this: “{ $what }” ({ $at }). Undo that first.
failure-export-changed = { $place } is not as it was exported. Nothing was made; take a whole copy of the export.
failure-works-here = { $name } works in this workspace, and its journal would go on naming them. Nothing was erased.
failure-not-this-recovery-key = This is not the recovery key of the open workspace. Nothing was saved.
failure-wrong-state =
    { $state ->
        [draft] { $number } is still a draft. Nothing was changed; { $wanted ->
            [in_review] send it to review first.
           *[issued] issue it first.
        }
        [in_review] { $number } is in review. Nothing was changed; { $wanted ->
            [draft] return it to its author first.
           *[issued] issue it first.
        }
        [issued] { $number } is issued, and what it rests on is fixed. Nothing was changed; begin a successor to change it.
        [signed] { $number } is signed, and what it rests on is fixed. Nothing was changed; begin a successor to change it.
        [superseded] { $number } was superseded by a newer version. Nothing was changed; open the newest version.
       *[void] { $number } is void. Nothing was changed.
    }
failure-not-ready =
    { $findings ->
        [one] { $number } cannot be issued yet: { $findings } thing is in the way. The document lists it.
       *[other] { $number } cannot be issued yet: { $findings } things are in the way. The document lists them.
    }
failure-not-your-turn = { $number } waits for { $waits_for } to sign first.
failure-no-glyph = No font has the character { $character } ({ $code_point }), used in { $place }. Nothing was issued; write it another way.
failure-wrong-certificate-password = The certificate file does not open with this password. Nothing was signed.
failure-unsupported-key = This certificate cannot sign here: { $reason }. Nothing was signed; use a room key or another certificate.
failure-empty-signature = The signature is empty. Draw it or type the name.
failure-not-a-pdf = { $path } is neither a PDF that can be read nor an exported trail.
failure-not-a-picture = The file of { $number } is no picture that can be shown. It is kept as it is.
failure-unusable-logo =
    { $problem ->
        [drawing] { $path } is a drawing (SVG or PDF). The logo was not changed; export it as PNG, 1200 pixels wide, and choose that.
        [too_large] { $path } is larger than a logo needs. The logo was not changed; export it as PNG, 1200 pixels wide.
        [too_small] { $path } has too few pixels to be printed sharp. The logo was not changed; choose one at least 120 pixels wide or high.
        [blank] { $path } shows nothing but white. The logo was not changed; choose a dark version for white paper.
       *[not_a_picture] { $path } is no picture that can be printed. The logo was not changed; choose a PNG or JPEG.
    }
failure-not-this-document = That is not the issued { $number }. Compare the digest printed at the foot of the copy.
failure-cancelled = Stopped. Nothing was changed.
failure-internal = The program made a mistake. Nothing was changed. ({ $reason })
failure-unreadable-table =
    { $problem ->
        [empty] { $path } holds no rows. Nothing was imported.
        [too_large] { $path } is too large to be read. Nothing was imported; split it.
        [old_or_protected] { $path } is an old XLS or is protected by a password. Nothing was imported; save it as XLSX without a password.
        [undecodable] { $path } is in an unknown character encoding. Nothing was imported; save it as UTF-8.
        [damaged] { $path } is damaged. Nothing was imported.
       *[not_a_table] { $path } is not a table that can be read. Nothing was imported; use XLSX or CSV.
    }
failure-evidence-changed = { $path } is no longer the file whose digest was recorded. The record was kept as it is.
failure-conclusion-not-admissible = The marks and open issues of { $number } do not allow this conclusion. Nothing was changed.
failure-already-signed = { $number } is already signed there. Nothing was changed.
failure-signature-refused = The signature on { $number } was refused. Begin a successor to sign again.

# Why a call did nothing: what happened, what was kept, what to do.
failure-unknown-command = This window and the program disagree about “{ $command }”. Nothing was changed. Install the whole program again.
failure-bad-request = The program could not read what this page sent ({ $command }: { $reason }). Nothing was changed.
failure-no-workspace = No workspace is open. Open one and try again.
failure-not-found = The { $noun } is no longer there. The page now shows what is.
failure-wrong-key =
    { $tried ->
        [recovery_key] This recovery key does not open { $path }. It is another workspace’s, or a later change of passphrase or key made it void: use the newest recovery sheet.
        [kept_key] The key that is kept does not open { $path }. Type the passphrase it had then, or use its recovery key.
       *[passphrase] That passphrase does not open { $path }. Check the language of your keyboard and Caps Lock, or use the recovery key.
    }
failure-recovery-key-mistyped =
    { $problem ->
        [length] A recovery key has { $wanted } letters and digits; { $characters } were typed. Compare it with the sheet group by group.
        [symbol] Group { $group } holds a character that no recovery key has: there are digits and the letters A to Z without U. Compare it with the sheet.
       *[check] This is no recovery key: one character at least is mistyped. Compare it with the sheet group by group.
    }
failure-not-in-keychain = The keychain holds no key for { $path }. Type the passphrase.
failure-no-keychain = The keychain of this computer cannot be reached. Type the passphrase; everything else works.
failure-passphrase-too-short = A passphrase needs at least { $minimum } characters. A short sentence is easy to remember.
failure-weak-passphrase =
    { $weakness ->
        [control] { passphrase-weak-control }
        [repeated] { passphrase-weak-repeated }
        [sequence] { passphrase-weak-sequence }
        [keyboard] { passphrase-weak-keyboard }
        [common] { passphrase-weak-common }
        [name] { passphrase-weak-name }
        [date] { passphrase-weak-date }
        [digits] { passphrase-weak-digits }
       *[guessable] { passphrase-weak-guessable }
    }
failure-in-use = { $path } is open in another window of Hefu. Close it there first.
failure-already-there = There is already a file at { $path }. Nothing was overwritten; choose another name.
failure-no-file = There is no file at { $path }.
failure-not-a-plain-file = { $path } is not a file that can be read: it is a folder, a pipe or a device. Nothing was read or changed; choose the file itself.
failure-file-too-large = { $path } is larger than { $megabytes } MB, more than Hefu reads of such a file. Nothing was read or changed; check that it is the file you meant.
failure-not-a-workspace = { $path } is not a workspace of Hefu. It was left as it is.
failure-newer-workspace = { $path } was made by a newer Hefu (format { $format }; this one knows { $known }). It was left as it is; update Hefu to open it.
failure-damaged =
    { $backup ->
        [none] { $path } is damaged. It was kept as { $aside }; there is no backup beside it.
       *[other] { $path } is damaged. It was kept as { $aside }. The last good backup is { $backup }: restore it under Workspace.
    }
failure-page-damaged =
    { $backup ->
        [none] A page of { $path } is damaged and cannot be read. Nothing was changed, and no backup was replaced. No sound backup lies beside it: copy the file now, before anything else is done with it.
       *[other] A page of { $path } is damaged and cannot be read. Nothing was changed, and no backup was replaced. The last sound backup is { $backup }: restore it under Workspace.
    }
failure-log-set-aside =
    { $state ->
        [whole] { $path } is not the file that was worked in last: another program put it there. What had been written is kept whole as { $kept }, and nothing of it was mixed in. Open { $path } again for the other state, or { $kept } for yours.
       *[log_alone] { $path } is not the file that was worked in last: another program put it there. What had been written on top of the earlier file is kept as { $kept }, and nothing of it was mixed in. Open again for the state that is there; to get yours, fetch the earlier file from the history of the program that synchronises, give it the name { $kept } without “-wal”, and open that.
    }
failure-log-damaged = The log beside { $path } is damaged: what was done last cannot be read. Everything before is there, and the whole log is kept as { $kept }. Open again, and look in the journal which act is the last.
failure-replaced =
    { $state ->
        [whole] { $path } was moved, replaced or changed by another program while it was open. Nothing more was written. What this window had written is kept whole as { $kept }. Open { $path } for the other state, or { $kept } for yours.
        [log_alone] { $path } was changed by another program while it was open. Nothing more was written. What this window had written is kept as { $kept }: beside the earlier file, named as it is without “-wal”, it opens with that. Open { $path } for the state that is there.
       *[none] { $path } was moved, replaced or changed by another program while it was open. Nothing more was written, and nothing that was written is lost.
    }
failure-several-names = { $path } has a second name in another folder (a hard link), and this disk cannot keep which of them is worked in. Nothing was opened: remove one of the names, or make a copy and open that.
failure-read-only = { $path } cannot be written. What stands there is as it was; choose another folder or ask for the right to write there.
failure-unusable-path =
    { $problem ->
        [blank] No file was chosen. Nothing was changed; choose one.
        [name_too_long] The name of { $path } is too long. Nothing was written; choose a shorter one.
        [bad_name] The name of { $path } has a character that names cannot have. Nothing was written; choose another name.
        [link] { $path } is a link to another place. It and what it leads to were left as they are; choose that place itself.
        [special] { $path } is a device or a pipe, not a file. It was left as it is; choose a file.
        [folder] { $path } is a folder. It was left as it is; choose a file in it.
        [workspace] { $path } is a workspace, a backup or a part of one. It was left as it is; choose another name.
        [other_kind] At { $path } stands a file of another kind. It was left as it is; choose another name.
        [no_folder] The folder that { $path } is to lie in is not there. Nothing was written; choose another folder.
        [not_a_folder] { $path } would lie in something that is no folder. Nothing was written; choose another folder.
        [write_protected] { $path } is marked as read-only. It was left as it is; choose another name, or allow it to be changed.
        [read_only_disk] The disk that holds { $path } is read-only. Nothing was written; choose a place on another disk.
        [too_large] What was to be written to { $path } is larger than that disk takes. Nothing was written; choose a place on another disk.
        [busy] { $path } is used by another program. It was left as it is; close it there and try again.
       *[out_of_reach] The disk that holds { $path } does not answer. Everything confirmed before is kept; see that it is connected and try again.
    }
failure-disk-full = The disk that holds { $path } is full. Everything confirmed before is kept; free some space and try again.
failure-not-an-update = { $path } is no update of Hefu. Nothing was installed; choose a file that ends in .hefu-update.
failure-update-not-signed = { $path } is not as the makers of Hefu signed it, or was signed by somebody else. Nothing was installed; ask for the file again.
failure-no-release-key = This copy of Hefu was built without a release key and can trust no update. Nothing was installed.
failure-update-not-for-this = Version { $version } was not installed: it is not newer than { $installed }, or was made for another system or kind of package.
failure-not-installed = This copy of Hefu was not installed from a package. Nothing was installed; install the package itself.
failure-update-exchanged = Another program changed the update on its way to the installer of this computer. Nothing was installed; close other programs and try again.
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
failure-unreadable-bill =
    { $problem ->
        [no_headings] { $path } has no headings of a bill of FOCUS, Tencent Cloud, Alibaba Cloud or Huawei Cloud. Nothing was read; choose the detailed bill as CSV.
        [too_many_columns] { $path } has more columns than any bill. Nothing was read.
        [record_too_long] A row of { $path } does not end: a quotation mark is missing, or it is no table. Nothing was read.
       *[damaged] { $path } is damaged and cannot be unpacked. Nothing was read; download it again.
    }
failure-unratable =
    { $problem ->
        [out_of_range] The result is larger than can be counted exactly. Nothing was changed; check the quantities and prices.
        [not_a_figure] “{ $what }” is not a figure. Nothing was changed.
        [tiers] Tier { $what } does not rise above the one before it. Nothing was changed; check the bounds of the tiers.
        [not_positive] “{ $what }” must be above zero. Nothing was changed.
        [negative] “{ $what }” must not be below zero. Nothing was changed.
        [unknown] The price plan has no line “{ $what }”. Nothing was changed.
        [repeated] “{ $what }” stands there twice. Nothing was changed; give each its own name.
        [currency] The smallest unit of “{ $what }” is not known. Nothing was changed; state how many decimals its invoices have.
        [coverage] The minute { $what } of the day has no price of electricity, or several. Nothing was changed; let the bands cover a day of 1,440 minutes once.
        [misplaced] “{ $what }” cannot stand at this place in the order of operations. Nothing was changed.
       *[period] The period has no day. Nothing was changed; check its first and last day.
    }
failure-amount-not-in-words = An amount in capitals has at most two decimals, is not negative and is below ten quadrillion yuan. Nothing was changed.
failure-number-taken = Another { $noun } already has the number { $number }. Nothing was changed; choose another.
failure-changed-meanwhile = The { $noun } { $label } was changed meanwhile: { $fields }. Nothing was saved, and what was typed is kept. Look at what it says now, then save again.
failure-still-used = Other records still use it. It was kept; remove what uses it first.
failure-import-faults =
    { $faults ->
        [one] The table has { $faults } fault. Nothing was imported.
       *[other] The table has { $faults } faults. Nothing was imported.
    }
failure-nothing-to-undo = There is nothing to undo.
failure-nothing-to-redo = There is nothing to redo.
failure-changed-since = { $by } did something later that rests on this: “{ $what }” ({ $at }). Undo that first.
failure-needs-consent =
    { $why ->
        [no_project] “{ $what }” ({ $at }) belongs to no project.
       *[earlier_sitting] { $project ->
            [none] “{ $what }” ({ $at }) is of an earlier sitting.
           *[other] “{ $what }” ({ $at }, { $project }) is of an earlier sitting.
        }
    } { $way ->
        [undo] Nothing was taken back. To take it back all the same, ask again with the number of this entry in `agreed`.
       *[redo] Nothing was done again. To do it all the same, ask again with the number of this entry in `agreed`.
    }
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
failure-too-many-signers = { $signers } people are to sign { $number }, but a document can carry { $most } signatures at most. Nothing was issued. Take signers off, or issue the document in parts.
failure-issued-for-other = The document was issued for { $stated } at this place; the record now says { $actual }. Nothing was signed. Set the name back, or void the document and issue it anew.
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
failure-digest-too-short =
    { $given ->
        [0] Type at least { $minimum } characters of the digest printed at the foot of { $number }. Nothing was changed.
       *[other] { $given } characters are too few to tell { $number } from other versions. Type at least { $minimum } of the digest printed at the foot of the copy. Nothing was changed.
    }
failure-clock-behind =
    { $remedy ->
        [set_clock] The clock of this computer says { $now }, but “{ $what }” was recorded on { $at }. Nothing was done: the paper would contradict itself. Set the clock and try again.
       *[set_or_confirm] The clock of this computer says { $now }, but “{ $what }” was recorded on { $at }. Nothing was done. Set the clock and try again; if it is right and was wrong then, confirm it.
    }
failure-clock-ahead = The clock of this computer says { $now }, { $days } days after the last entry of this workspace ({ $at }). Nothing was done. Set the clock and try again; if it is right, confirm it.
failure-cancelled = Stopped. Nothing was changed.
failure-internal = The program made a mistake. Nothing was changed. ({ $reason })
failure-no-rule-pack = No version of the rule pack “{ $pack }” speaks on { $day }. Nothing was judged: without a pack nothing is allowed or forbidden.
failure-rule-pack-refused = The rule pack cannot be used. Nothing was judged. ({ $reason })
failure-rule-facts-refused = What was given cannot be judged. Correct it and ask again. ({ $reason })
failure-unreadable-paste =
    { $problem ->
        [empty] What was pasted holds no rows. Nothing was imported; copy the rows with their headings.
        [too_large] What was pasted is too large to be read. Nothing was imported; paste it in parts.
       *[not_a_table] What was pasted is not a table that can be read. Nothing was imported; copy the rows with their headings from a spreadsheet.
    }
failure-unreadable-table =
    { $problem ->
        [empty] { $path } holds no rows. Nothing was imported.
        [too_large] { $path } is too large to be read. Nothing was imported; split it.
        [encoding_in_doubt] The character encoding of { $path } cannot be told for sure. Nothing was imported; choose it in the preview, or save the file as UTF-8.
        [no_such_sheet] { $path } has no sheet of that name. Nothing was imported; choose one of those in the preview.
        [old_workbook] { $path } is an old Excel workbook (XLS). Nothing was imported; open it in a spreadsheet and save it as XLSX.
        [xml_workbook] { $path } is a workbook saved as XML (Excel 2003). Nothing was imported; open it in a spreadsheet and save it as XLSX.
        [protected] { $path } is protected by a password. Nothing was imported; save it as XLSX without a password.
        [old_document] { $path } is an old Word document (DOC). Nothing was imported; save it as DOCX, or copy its table into a workbook (XLSX).
        [document] { $path } is a Word document in which no table can be read. Nothing was imported; copy the table into a workbook and save it as XLSX.
        [binary_workbook] { $path } is a binary workbook (XLSB). Nothing was imported; save it as XLSX.
        [open_document] { $path } is an OpenDocument file in which no table can be read. Nothing was imported; save it as XLSX.
        [presentation] { $path } is a presentation. Nothing was imported; copy the table into a workbook and save it as XLSX.
        [pdf] { $path } is a PDF. Nothing was imported; ask for the table as a workbook (XLSX).
        [numbers] { $path } is a file of Apple's Numbers, Pages or Keynote. Nothing was imported; export it as XLSX.
        [image] { $path } is a picture. Nothing was imported; ask for the table as a workbook (XLSX).
        [web_page] { $path } is a web page, whatever its name says. Nothing was imported; open it in a spreadsheet and save it as XLSX.
        [rich_text] { $path } is a rich text document (RTF). Nothing was imported; save it as DOCX, or copy its table into a workbook (XLSX).
        [archive] { $path } is a packed archive. Nothing was imported; unpack it and choose the workbook (XLSX) in it.
        [undecodable] { $path } is in an unknown character encoding. Nothing was imported; save it as UTF-8.
        [damaged] { $path } is damaged. Nothing was imported.
       *[not_a_table] { $path } is not a table that can be read. Nothing was imported; use XLSX or CSV.
    }
failure-evidence-changed = { $path } is no longer the file whose digest was recorded. The record was kept as it is.
failure-conclusion-not-admissible = The marks and open issues of { $number } do not allow this conclusion. Nothing was changed.
failure-already-signed = { $number } is already signed there. Nothing was changed.
failure-signature-refused = The signature on { $number } was refused. Begin a successor to sign again.
failure-plan-cycle = These tasks wait for each other in a circle: { $tasks }. Nothing was computed; take one relation away.
failure-plan-unknown-name =
    { $noun ->
        [calendar] { $at } refers to the calendar { $name }, which the plan does not have. Nothing was computed.
        [resource] { $at } refers to the resource { $name }, which the plan does not have. Nothing was computed.
       *[task] { $at } refers to the task { $name }, which the plan does not have. Nothing was computed.
    }
failure-plan-name-twice = The plan has two that are called { $name }. Nothing was computed; rename one.
failure-plan-impossible =
    { $problem ->
        [date_out_of_reach] A date of { $name } lies before 1900 or after 2999, or comes out there. Nothing was computed.
        [date_missing] A constraint of { $name } has no date. Nothing was computed.
        [duration] A duration of { $name } is below zero or too long. Nothing was computed.
        [lag] A lag of { $name } is too long. Nothing was computed.
        [share] A share or number of units of { $name } is out of range. Nothing was computed.
        [estimate] The estimate of { $name } is not in the order optimistic, likely, pessimistic. Nothing was computed.
        [finish_before_start] { $name } finishes before it starts. Nothing was computed.
        [hours] The working hours of { $name } overlap, end before they begin, or leave no working time. Nothing was computed.
        [relation_to_summary] { $name } is a summary: a relation can hold its start only. Nothing was computed.
        [its_own_parent] { $name } is above itself in the breakdown. Nothing was computed.
        [day_length] A working day must have 1 to 1440 minutes. Nothing was computed.
        [currency] The plan has costs and no currency. Nothing was computed.
        [runs] The number of runs or threads is out of range. Nothing was computed.
       *[too_large] The plan is larger than can be computed at once ({ $name }).
    }

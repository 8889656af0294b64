# Backups that were tried, taking everything along, and erasing a person.
recovery-never = No restore was rehearsed yet. A backup is worth what its restore is worth.
recovery-verified = Last rehearsed restore: { $date }, { $entries } entries, verified.
recovery-failed =
    { $fault ->
        [unreadable] Last rehearsed restore: { $date }, failed. { $file } is damaged and cannot be restored.
        [chain] Last rehearsed restore: { $date }, failed. The journal in { $file } does not verify.
        [file] Last rehearsed restore: { $date }, failed. A kept file in { $file } was changed.
       *[diverged] Last rehearsed restore: { $date }, failed. { $file } is not of this workspace’s history.
    }
recovery-rehearse = Rehearse a restore
recovery-rehearse-this = Rehearse
recovery-rehearse-hint = The backup is restored into a scratch file, opened, read through to the last byte and compared with this workspace. Then the scratch file is removed. Nothing here changes.
recovery-rehearse-run = Start the rehearsal
recovery-rehearse-good = This backup can be restored.
recovery-rehearse-bad = This backup cannot be restored.
recovery-rehearse-bad-hint = Make a new backup now, and keep this file until you know what happened to it.
recovery-held-entries = Journal entries
recovery-held-trails = Trails
recovery-held-erased = Entries with erased names
recovery-held-rows = Rows of the record
recovery-held-files = Kept files
recovery-key = Key
recovery-key-open = Key of this workspace
recovery-key-passphrase = Passphrase
recovery-key-recovery = Recovery key
recovery-key-open-hint = For backups made since the last change of key.
recovery-restore-this = Restore
recovery-by-hand = Made by hand
recovery-occasion-opened = Automatic, on opening
recovery-occasion-interval = Automatic, while open
recovery-occasion-import = Automatic, before an import
recovery-occasion-restore = Automatic, before a restore
recovery-occasion-key = Automatic, before a new key
recovery-occasion-bulk = Automatic, before a change of many records
recovery-occasion-update = Automatic, before an update of the program
recovery-automatic-hint = Kept: the newest 12, one a day for 14 days, one a week for 8 weeks, one a month for 12 months. What you made by hand stays.
recovery-all-backups = Show all { $count }
recovery-safety = Safety
recovery-auto-lock = Lock when idle for this many minutes
recovery-auto-lock-off = Off
recovery-folder = Second folder for backups
recovery-folder-none = None: automatic backups lie beside the workspace only, on the same disk.
recovery-folder-choose = Choose a folder
recovery-folder-clear = Use none
recovery-folder-away = This folder could not be reached at the last backup. The backup beside the workspace was made.
recovery-away = Taking it along
recovery-move = Move to another computer
recovery-move-take = What to take
recovery-move-file = The backup: one file with everything in it, encrypted.
recovery-move-sheet = The passphrase, or the recovery sheet on paper.
recovery-move-keychain = This computer’s keychain does not move along: type the passphrase once on the other computer and let its keychain keep the key.
recovery-move-steps = On the other computer
recovery-move-step-install = Install Hefu and start it.
recovery-move-step-restore = Choose “Restore from a backup”, then the file, and where the workspace is to lie.
recovery-move-step-check = Compare the number of journal entries: { $entries } here. Then work there only; two copies do not grow together again.
recovery-move-make = Make the backup
recovery-move-made = The backup is at { $path }.
recovery-export = Export everything
recovery-export-hint = The whole record as JSON, the journal with its chains, kept files, and issued documents as PDF, in one folder. It can be read without Hefu, and taken back in as it was.
recovery-export-open = The folder is not encrypted. Keep it as you would keep the papers.
recovery-export-run = Choose a folder and export
recovery-exported = Exported { $rows } rows, { $files } files and { $documents } documents into { $folder }.
recovery-restore = Restore from a backup
recovery-restore-file = Backup
recovery-restore-where = Where the workspace is to lie
recovery-restore-run = Restore and open
recovery-import = Make a workspace from an export
recovery-import-hint = Rows, files and journal come back exactly as they were exported; each is checked against its digest. The new file gets a passphrase of its own.
recovery-import-folder = Folder of the export
recovery-import-run = Make the workspace
recovery-sheet-save = Save as PDF
recovery-sheet-saved = The recovery sheet was saved to { $path }. Take it off this computer.
recovery-sheet-kind = PDF
recovery-erase = Erase this person
recovery-erase-title = Erase { $name } for good
recovery-erase-goes = What goes
recovery-erase-goes-person = Name, role, e-mail, authority and internal note of { $name }.
recovery-erase-goes-rows = The name in { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} of the record; { $label } will stand there.
recovery-erase-goes-entries = The name beside { $entries ->
    [one] { $entries } entry
   *[other] { $entries } entries
} of the audit journal, and in what undo keeps. The chain stays whole, and the journal says which entries.
recovery-erase-namesakes =
    { $namesakes ->
        [one] { $namesakes } other person has the same name: what the journal says of them by name goes as well.
       *[other] { $namesakes } other people have the same name: what the journal says of them by name goes as well.
    }
recovery-erase-stays = What stays
recovery-erase-stays-papers = Issued documents are fixed and other parties hold copies. They go on naming this person:
recovery-erase-stays-evidence = Kept files provided by this person, with whatever is in them:
recovery-erase-stays-backups = Backups made before today, until they are removed, and copies that were exported.
recovery-erase-reason = Who asked for it, and on what ground
recovery-erase-reason-hint = Recorded in the journal. Say here, too, on what ground the documents above are kept.
recovery-erase-final = This cannot be undone.
recovery-erase-run = Erase for good
recovery-erased = Erased: { $label } stands in { $rows } rows now.

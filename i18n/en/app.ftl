app-name = Hefu
app-window-title = { $project } – { app-name }
app-items =
    { $count ->
        [one] { $count } item
       *[other] { $count } items
    }
app-english = English
app-chinese = Chinese
app-language = Language
app-theme = Theme
app-theme-light = Light
app-theme-dark = Dark
app-places = Places
app-sections = Sections of the project
app-pages = Pages of this place
app-group-agreed = Agreed
app-group-delivering = Delivering
app-group-closing = Closing
app-more = More
app-waiting = { $count } waiting
app-place-today = Today
app-place-projects = Projects
app-place-workspace = Workspace
app-lock = Lock
app-section-overview = Overview
app-section-scope = Scope
app-section-parties = Parties
app-section-acceptance = Acceptance
app-section-documents = Documents
app-section-journal = Audit journal
app-save = Save
app-clock-confirm = The clock is right
app-clock-confirmed = Confirmed and noted in the journal. Now try again.
app-cancel = Cancel
app-clear = Clear
app-close = Close
app-edit = Edit
app-add = Add
app-remove = Remove
app-undo = Undo
app-redo = Redo
app-consent-undo = Take this back?
app-consent-redo = Do this again?
app-consent-earlier = This was done { $at }, before the workspace was opened this time.
app-consent-no-project = This was done { $at } and belongs to no project.
app-consent-undo-now = Undo it
app-consent-redo-now = Redo it
app-in-project = Project: { $project }
app-open = Open
app-try-again = Try again
app-continue = Continue
app-back = Back
app-choose-file = Choose a file
app-filter = Filter
app-nothing-found = Nothing found
app-rows-shown = { $shown } of { $all }
app-none = None
app-not-set = Not set
app-required = This field is needed.
app-page-failed = This page could not be shown
app-page-failed-hint = The record is unharmed. Try again, or go to another page.
app-kind-workspace = Hefu workspace
app-kind-pdf = PDF document
app-kind-table = Table
app-kind-any = File
app-copied = Copied.
app-table-export = Export this table as shown (Excel or CSV)
app-table-exported = Exported { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } to { $path }
app-file-waits = { $path } waits to be opened. Lock this workspace first.
# The folder of the workspace is kept the same on several computers.
app-synchronised =
    { $by ->
        [one_drive] OneDrive
        [dropbox] Dropbox
        [i_cloud] iCloud Drive
        [google_drive] Google Drive
        [nutstore] Nutstore
        [baidu] Baidu Netdisk
        [we_drive] WeDrive
        [wps] WPS Cloud
        [syncthing] Syncthing
        [nextcloud] Nextcloud
       *[resilio] Resilio Sync
    } keeps this folder the same on several computers. Work on one computer at a time: close Hefu there and let it finish before you open the file elsewhere. If another state is put in the file’s place, Hefu stops and keeps both. Safer: keep the workspace outside that folder, and choose a second folder for backups inside it.
app-left-behind = This file has { $here } journal entries; its newest automatic backup had { $entries } others or more ({ $backup }). An older or another copy may lie in the file’s place. Compare before you go on; the backup can be restored under Workspace.

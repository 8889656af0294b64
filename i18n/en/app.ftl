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
app-cancel = Cancel
app-clear = Clear
app-close = Close
app-edit = Edit
app-add = Add
app-remove = Remove
app-undo = Undo
app-redo = Redo
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
app-go-to = { $place } (G { $key })
app-copied = Copied.
app-table-export = Export this table as shown (Excel or CSV)
app-table-exported = Exported { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
 } to { $path }
app-file-waits = { $path } waits to be opened. Lock this workspace first.

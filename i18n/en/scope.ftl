# The trace from requirement to decision.
scope-title = Scope
scope-view = What the page shows
scope-requirements = Requirements
scope-deliverables = Deliverables
scope-criteria = Criteria
scope-add-requirement = New requirement
scope-add-deliverable = New deliverable
scope-add-criterion = New criterion
scope-add-chapter = New chapter
scope-import = Import
scope-column-number = No.
scope-column-requirement = Requirement
scope-column-deliverable = Deliverable
scope-column-criterion = Criterion
scope-column-deliverables = Deliverables
scope-column-criteria = Criteria
scope-column-evidence = Evidence
scope-column-state = State
scope-column-mark = Mark
scope-column-due = Due
scope-holes = Holes in the trace
scope-holes-none = No hole in the trace
scope-matrix-export = Export the matrix
scope-matrix-export-title = Export the traceability matrix
scope-matrix-file-name = Traceability-matrix
scope-hole-no-deliverable = No deliverable
scope-hole-no-criterion = No criterion
scope-hole-no-evidence = No evidence
scope-hole-evidence-expired = Evidence expired
scope-hole-suspect-link = Suspect link
scope-hole-not-accepted = Not accepted
scope-hole-text-not-reviewed = Text not reviewed
scope-state-in-progress = In progress
scope-state-late = Late
scope-state-handed-over = Handed over
scope-state-accepted-with-remark = Accepted with remark
scope-state-accepted = Accepted
scope-empty = Nothing in scope yet
scope-empty-hint = Paste the contract’s list of requirements, or write the first one.
scope-number = Number
scope-requirement-title = What is required
scope-deliverable-title = What is delivered
scope-criterion-text = Criterion
scope-chapter-title = Title of the chapter
scope-chapter = Chapter
scope-chapter-edit = Edit chapter
scope-priority = Priority
scope-priority-must = Must
scope-priority-should = Should
scope-priority-could = Could
scope-source = Source
scope-source-hint = Contract, annex, item.
scope-stack = Stack
scope-organisation = Delivered by
scope-due = Due
scope-handed-over = Handed over
scope-method = Method
scope-method-not-stated = Not stated
scope-method-inspection = Inspection
scope-method-test = Test
scope-method-drill = Drill
scope-method-measurement = Measurement
scope-method-reconciliation = Reconciliation
scope-method-record = Record
scope-method-sampling = Sampling
scope-method-walk-through = Walk-through
scope-link-deliverable = Link a deliverable
scope-link-criterion = Link a criterion
scope-link-suspect = suspect: one end has changed
scope-link-confirm = Still right
scope-link-remove = Remove the link to { $number }
scope-links-none = Not linked.
scope-linked-requirements = Requirements
scope-import-title = Import a table
scope-import-target = Import as
scope-import-from = From
scope-import-from-pasted = Paste a table
scope-import-from-file = XLSX or CSV file
scope-import-paste = Table, with its headings
scope-import-paste-hint = Copy the cells in your spreadsheet and paste them here.
scope-import-choose = Choose a table
scope-import-preview = Preview
scope-import-column-unused = not read
scope-import-faults =
    { $count ->
        [one] { $count } fault: nothing can be imported yet
       *[other] { $count } faults: nothing can be imported yet
    }
scope-import-ready =
    { $count ->
        [one] { $count } row can be imported
       *[other] { $count } rows can be imported
    }
scope-import-not-read =
    { $count ->
        [one] { $count } column was not read: { $columns }
       *[other] { $count } columns were not read: { $columns }
    }
scope-import-cell = Cell { $column }{ $row }
scope-import-row = Row { $row }
scope-import-problem-missing-column = this column is missing
scope-import-problem-blank = is empty
scope-import-problem-duplicate = stands twice
scope-import-problem-unknown-word = is not a known word
scope-import-words = These words are not known. Say once what each means.
scope-import-word = What “{ $word }” means
scope-import-word-unknown = not known
scope-import-problem-too-long = is too long
scope-import-problem-contradiction = contradicts another row
scope-import-problem-spreadsheet-error = holds a spreadsheet error
scope-import-problem-unsaved = is a formula whose result was never saved
scope-import-problem-unknown-form = shows something that the file does not tell
scope-import-problem-moment = is a date or time where a number belongs
scope-import-now = Import
scope-import-field-number = Number
scope-import-field-title-en = English
scope-import-field-title-zh = Chinese
scope-import-field-text-en = English
scope-import-field-text-zh = Chinese
scope-import-field-chapter = Chapter
scope-import-field-chapter-en = Chapter, English
scope-import-field-chapter-zh = Chapter, Chinese
scope-import-field-priority = Priority
scope-import-field-source = Source
scope-import-field-method = Method
scope-import-field-requirement = Requirement, number
scope-import-field-requirement-en = Requirement, English
scope-import-field-requirement-zh = Requirement, Chinese
scope-import-field-deliverable = Deliverable, number
scope-import-field-deliverable-en = Deliverable, English
scope-import-field-deliverable-zh = Deliverable, Chinese
scope-import-field-due = Due
scope-import-field-handed-over = Handed over
noun-mapping = import mapping
field-target = imported as
scope-import-mapping = Kept mapping
scope-import-mapping-none = none
scope-import-mapping-name = Name of this mapping
scope-import-mapping-keep = Keep mapping
scope-import-mapping-kept = The mapping is kept for this client’s next table.
scope-import-mapping-remove = Remove kept mapping
scope-import-case = All in one table
scope-import-columns = Columns of the table
scope-import-column = Column { $column }
scope-import-also = also reads as “{ $field }”
scope-import-filled =
    { $count ->
        [one] { $count } row filled
       *[other] { $count } rows filled
    }
scope-import-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
scope-import-encoding-doubt = The file does not say in which encoding it was written. Choose the lines that read right.
scope-import-sheet = Sheet
scope-import-sheet-all = All sheets with a table
scope-import-sheet-hidden = hidden
scope-import-heading = Heading in row
scope-import-heading-found = { $row }, as found
scope-import-heading-none = not found
scope-import-hidden = Read hidden rows and columns, too
scope-import-empties = A blank cell empties what the record holds
scope-import-tidied =
    { $count ->
        [one] { $count } number is kept in plain letters and digits.
       *[other] { $count } numbers are kept in plain letters and digits.
    }
scope-import-left =
    { $count ->
        [one] { $count } row would not come
       *[other] { $count } rows would not come
    }
scope-import-left-hidden = hidden
scope-import-left-group = group
scope-import-left-heading = heading
scope-import-left-total = total
scope-import-left-note = note
scope-import-left-nothing = says nothing
scope-import-changes = What would change
scope-import-counts = { $added } added · { $changed } changed · { $unchanged } as they are · { $missing } not in the table, left as they are
scope-import-more = … and { $count } more
scope-import-standing-added = added
scope-import-standing-changed = changed
scope-import-standing-unchanged = as it is
scope-import-stale = The other language would be stale: read both sides again.

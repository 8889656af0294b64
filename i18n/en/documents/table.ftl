# The fixed words of tables as papers.

document-table-noun = table
document-table-empty = Nothing is listed.
document-table-trace-title = Requirements Traceability Matrix
document-table-trace-requirement = Requirement
document-table-trace-source = Source
document-table-trace-deliverables = Deliverables
document-table-trace-criteria = Criteria
document-table-trace-result = Result
document-table-trace-passed =
    { $total ->
        [0] No criterion
       *[other] { $passed } of { $total } passed
    }

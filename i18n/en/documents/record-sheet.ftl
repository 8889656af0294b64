# One record on paper.
document-record-sheet-printed = Printed { $date }
document-record-sheet-page = Page { $page } of { $pages }

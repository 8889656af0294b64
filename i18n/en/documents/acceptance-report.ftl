# The fixed words of the acceptance report. Everything else in it comes from the record.

document-acceptance-report-version = Version { $version }
document-acceptance-report-page = { $page } / { $pages }
document-acceptance-report-client = Client
document-acceptance-report-vendor = Vendor
document-acceptance-report-supervisor = Supervisor
document-acceptance-report-witness = Witness
document-acceptance-report-approver = Approver
document-acceptance-report-contract = Contract
document-acceptance-report-contract-number = Contract no.
document-acceptance-report-contract-amount = Contract amount
document-acceptance-report-project = Project
document-acceptance-report-issued = Issued
document-acceptance-report-number-and-date = { $number }, { $date }
document-acceptance-report-prevails-en = The English text prevails
document-acceptance-report-prevails-zh = The Chinese text prevails
document-acceptance-report-record-digest = SHA-256 of the record
document-acceptance-report-amount = { $currency } { $amount }
document-acceptance-report-amount-in-words = { $amount } ({ $words })
document-acceptance-report-legal-id = { $name } ({ $id })
document-acceptance-report-section-parties = Parties and contract
document-acceptance-report-section-basis = Basis
document-acceptance-report-section-scope = Scope and deliverables
document-acceptance-report-section-delivery = Delivery and operation
document-acceptance-report-section-findings = Findings, item by item
document-acceptance-report-section-conclusion = Conclusion
document-acceptance-report-section-evidence = Annex: evidence
document-acceptance-report-section-signatures = Signatures
document-acceptance-report-section-signing-record = Signing record
document-acceptance-report-part-schedule = Schedule
document-acceptance-report-part-tests = Tests
document-acceptance-report-part-trial-run = Trial run
document-acceptance-report-part-compliance = Compliance papers
document-acceptance-report-part-training = Documents and training
document-acceptance-report-part-open-issues = Open issues
document-acceptance-report-part-payment = Payment
document-acceptance-report-requirements = Requirements of the contract
document-acceptance-report-deliverables = Deliverables
document-acceptance-report-column-number = No.
document-acceptance-report-column-party = Party
document-acceptance-report-column-particulars = Particulars
document-acceptance-report-column-requirement = Requirement
document-acceptance-report-column-source = Contract item
document-acceptance-report-column-answered-by = Answered by
document-acceptance-report-column-deliverable = Deliverable
document-acceptance-report-column-due = Due
document-acceptance-report-column-handed-over = Handed over
document-acceptance-report-column-criterion = Criterion
document-acceptance-report-column-result = Result
document-acceptance-report-column-issue = Open issue
document-acceptance-report-column-owner = Owner, due
document-acceptance-report-column-effect = Acceptance
document-acceptance-report-column-payment = Payment
document-acceptance-report-column-share = Share
document-acceptance-report-column-amount = Amount
document-acceptance-report-column-state = State
document-acceptance-report-column-evidence = Evidence
document-acceptance-report-column-criterion-short = Criterion
document-acceptance-report-column-file = File
document-acceptance-report-column-dated = Dated
document-acceptance-report-mark-passed = Passed
document-acceptance-report-mark-passed-with-remark = With remark
document-acceptance-report-mark-failed = Failed
document-acceptance-report-mark-not-tested = Not tested
document-acceptance-report-method-inspection = Inspection
document-acceptance-report-method-test = Test
document-acceptance-report-method-drill = Drill
document-acceptance-report-method-measurement = Measurement
document-acceptance-report-method-reconciliation = Reconciliation
document-acceptance-report-method-record = Record
document-acceptance-report-method-sampling = Sampling
document-acceptance-report-method-walk-through = Walk-through
document-acceptance-report-measured = Measured: { $value }.
document-acceptance-report-method-alone = { $method }.
document-acceptance-report-method-and-evidence = { $method }. Evidence { $numbers }.
document-acceptance-report-list-separator = { ", " }
document-acceptance-report-open-issue = Open issue { $number }.
document-acceptance-report-tally =
    { $total ->
        [one] { $total } criterion
       *[other] { $total } criteria
    }: { $passed } passed, { $remark } passed with remark, { $failed } failed, { $untested } not tested.
document-acceptance-report-conclusion = Conclusion
document-acceptance-report-conclusion-passed = Accepted
document-acceptance-report-conclusion-conditional = Accepted on condition
document-acceptance-report-conclusion-reinspection = To be examined again after correction
document-acceptance-report-conclusion-failed = Not accepted
document-acceptance-report-tally-label = Criteria
document-acceptance-report-deemed-label = Silence
document-acceptance-report-deemed-accepted =
    Notice received on { $notice }; last day for a written opinion { $last } ({ $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }); after that deemed accepted, clause { $clause }.
document-acceptance-report-deemed-rejected =
    Notice received on { $notice }; last day for a written opinion { $last } ({ $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }); after that deemed rejected, clause { $clause }.
document-acceptance-report-blocks = Blocks
document-acceptance-report-does-not-block = Does not block
document-acceptance-report-payment-paid = Paid
document-acceptance-report-payment-due = Due
document-acceptance-report-payment-released = Payable on signature of this report
document-acceptance-report-payment-awaited = Awaits its trigger
document-acceptance-report-no-open-issues = No open issue remains.
document-acceptance-report-no-evidence = No evidence is listed.
document-acceptance-report-none = –
document-acceptance-report-wet-ink = To sign with ink: print the whole document, sign, date and seal above, seal across the edges of all pages, and return a scan. The scan is bound to the digest of this document as issued.
document-acceptance-report-record-intro = This page is part of the document as issued. Each signature fills in its own row, in a revision of its own, and states the SHA-256 of the revision before it.
document-acceptance-report-record-heads = Journal before issuing
document-acceptance-report-record-attachment = The facts of this report are attached as evidence-record.json; its SHA-256 is the digest of the record.
document-acceptance-report-logo-of = Logo of { $vendor }
document-acceptance-report-attachment = Evidence record: the facts of this report as JSON
document-acceptance-report-field-signature = Signature of { $name }, { $role }
document-acceptance-report-field-record = Signing record of { $name }, { $role }
document-acceptance-report-draft = DRAFT
document-acceptance-report-bilingual = { $en } · { $zh }
document-acceptance-report-bookmark = { $en } { $zh }
document-acceptance-report-numbered = { $number }  { $title }
document-acceptance-report-stamp-signed = Signed { $time }
document-acceptance-report-stamp-method-drawn = Drawn on the screen, key made for this signature
document-acceptance-report-stamp-method-typed = Name typed, key made for this signature
document-acceptance-report-stamp-method-own-certificate = Signer's own certificate
document-acceptance-report-stamp-method-vendor-identity = Vendor's own identity
document-acceptance-report-stamp-method-wet-ink = Signed with ink, scan returned
document-acceptance-report-stamp-signer = Signer
document-acceptance-report-stamp-method = Method
document-acceptance-report-stamp-time = Time
document-acceptance-report-stamp-reason = Reason
document-acceptance-report-stamp-attested = Attested by
document-acceptance-report-stamp-not-attested = Nobody; identity not proven
document-acceptance-report-stamp-previous = Revision before
document-acceptance-report-stamp-certificate = Certificate
document-acceptance-report-date =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
document-acceptance-report-share = { $percent } %
document-acceptance-report-number-and-version = { $number } · v{ $version }

# The fixed words of the acceptance report. Everything else in it comes from the record.

document-acceptance-report-name = Acceptance report
document-acceptance-report-noun = report
document-acceptance-report-section-basis = Basis
document-acceptance-report-section-scope = Scope and deliverables
document-acceptance-report-section-delivery = Delivery and operation
document-acceptance-report-section-findings = Findings, item by item
document-acceptance-report-section-conclusion = Conclusion
document-acceptance-report-section-evidence = Annex: evidence
document-acceptance-report-part-schedule = Schedule
document-acceptance-report-part-tests = Tests
document-acceptance-report-part-trial-run = Trial run
document-acceptance-report-part-compliance = Compliance papers
document-acceptance-report-part-training = Documents and training
document-acceptance-report-part-open-issues = Open issues
document-acceptance-report-part-payment = Payment
document-acceptance-report-requirements = Requirements of the contract
document-acceptance-report-deliverables = Deliverables
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
document-acceptance-report-evidence-alone = Evidence { $numbers }.
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
document-acceptance-report-share = { $percent } %

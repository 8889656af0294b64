# Projects, their stages, contract and money.
projects-title = Projects
projects-empty = No project yet
projects-empty-hint = A project holds its parties, scope, acceptance and documents. Make the first one.
project-new = New project
project-edit = Edit project
project-make = Make the project
project-column-number = No.
project-column-title = Project
project-column-client = Client
project-column-manager = Manager
project-column-stage = Stage
project-column-health = Health
project-column-contract = Contract
project-column-waiting = Waits for signature
project-number = Project number
project-title = Title
project-summary = Summary
project-client = Client
project-vendor = Vendor
project-supervisor = Supervisor
project-partners = Partners
project-manager = Project manager
project-jurisdictions = Jurisdictions
project-stacks = Stacks
project-template-cn-public-sector = China, public sector
project-template-sea-commercial = South-East Asia, commercial
project-choose-organisation = Choose an organisation
project-choose-person = Choose a person
project-add-organisation = New organisation
project-add-person = New person
project-health-on-track = On track
project-health-attention = Attention
project-health-blocked = Blocked
project-health-unknown = Unknown
project-reason-no-stage = No stage has begun
project-reason-blocking-issues =
    { $count ->
        [one] { $count } issue blocks acceptance
       *[other] { $count } issues block acceptance
    }
project-reason-failed-criteria =
    { $count ->
        [one] { $count } criterion failed
       *[other] { $count } criteria failed
    }
project-reason-acceptance-late =
    { $working_days ->
        [one] Acceptance is { $working_days } working day late
       *[other] Acceptance is { $working_days } working days late
    }
project-reason-clock-ends-soon =
    { $working_days ->
        [one] A clock ends in { $working_days } working day
       *[other] A clock ends in { $working_days } working days
    }
project-reason-deliverables-late =
    { $count ->
        [one] { $count } deliverable is late
       *[other] { $count } deliverables are late
    }
project-reason-evidence-expired =
    { $count ->
        [one] { $count } piece of evidence has expired
       *[other] { $count } pieces of evidence have expired
    }
project-reason-register-late =
    { $count ->
        [one] { $count } record of the registers is late
       *[other] { $count } records of the registers are late
    }
project-nothing-against = Nothing in the record speaks against it.
overview-title = Overview
overview-health = Health
overview-contract = Contract
overview-waiting = Waits for signature
overview-waiting-none = No payment waits for a signature.
overview-clock = Deemed acceptance
overview-clock-rejected = Deemed rejection
overview-clock-none = No clock is running
overview-clock-since = Notice { $started } · { $calendar }
overview-stages = Stages
overview-stage-now = now
overview-stage-started = Started
overview-stage-ended = Ended
overview-stage-edit = Stage
overview-stages-none = This project has no stages.
overview-payments = Payments
overview-payments-none = No payment milestone yet.
overview-payment-add = Add a payment milestone
overview-payment-edit = Payment milestone
overview-payment-title = Title
overview-payment-share = Share, %
overview-payment-amount = Amount
overview-payment-currency = Currency
overview-payment-trigger = Becomes due by
overview-payment-triggered = Happened on
overview-payment-paid = Paid on
overview-payment-invoice-days = Invoice, days
overview-payment-invoice-by = invoice by { $date }
overview-trigger-contract-in-force = Contract in force
overview-trigger-goods-received = Goods received
overview-trigger-preliminary-acceptance-signed = Preliminary acceptance signed
overview-trigger-final-acceptance-signed = Final acceptance signed
overview-payment-state-paid = Paid
overview-payment-state-due = Due
overview-payment-state-waiting-for-signature = Waits for signature
overview-payment-state-open = Open
overview-facts = Parties
overview-counts = Record
overview-count-requirements = Requirements
overview-count-deliverables = Deliverables
overview-count-handed-over = { $done } of { $all } handed over
overview-count-criteria = Criteria
overview-count-evidence = Evidence
overview-count-open-issues = Open issues
overview-count-documents = Documents
overview-rounds = Acceptance rounds
overview-rounds-none = No acceptance round yet.
overview-round-preliminary = Preliminary acceptance, round { $ordinal }
overview-round-final = Final acceptance, round { $ordinal }
overview-contract-edit = Edit contract
overview-contract-add = Enter the contract
overview-contract-none = No contract recorded
overview-contract-number = Contract number
overview-contract-date = Date
overview-contract-title = Title
overview-contract-amount = Amount including tax
overview-contract-vat = VAT rate, %
overview-contract-language = Prevailing language
overview-contract-deemed = Silence after the notice
overview-contract-deemed-none = The contract says nothing of it
overview-contract-deemed-accepted = counts as acceptance
overview-contract-deemed-rejected = counts as rejection
overview-contract-deemed-days = After working days
overview-contract-deemed-calendar = Calendar
overview-contract-deemed-clause = Clause
overview-vat = incl. VAT at { $rate } %
overview-prevails-en = The English text prevails
overview-prevails-zh = The Chinese text prevails
overview-share = { $share } %
project-reason-nothing-recorded = The record does not say enough yet

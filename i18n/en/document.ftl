# Documents: the list, the editor, issuing and signing.
document-title = Documents
document-empty = No document yet
document-empty-hint = A report is made from its acceptance round: open Acceptance and issue the report. Other papers are begun here.
document-new = New document
document-new-kind = Kind
document-new-round = Acceptance round
document-new-of-project = All rounds of the project
document-new-make = Begin the draft
document-to-acceptance = Go to acceptance
document-back = All documents
document-column-number = Number
document-column-title = Document
document-column-version = Version
document-column-date = Date
document-column-state = State
document-column-signatures = Signed
document-version = Version { $version }
document-state-draft = Draft
document-state-in-review = In review
document-state-issued = Issued
document-state-signed = Signed
document-state-superseded = Superseded
document-state-void = Void
document-signed-of = { $signed } of { $signers }
document-view = What the page shows
document-view-text = Text
document-view-preview = Pages
document-part-basis = Basis
document-part-scope = Scope and deliverables
document-part-schedule = Schedule
document-part-tests = Tests
document-part-trial-run = Trial run
document-part-compliance = Compliance papers
document-part-training = Documents and training
document-part-open-issues = Open issues
document-part-payment = Payment
document-part-conclusion = Conclusion
document-part-signature = Before the signatures
document-part-language = Language of the document
document-part-empty = Nothing written here.
document-paragraph = Paragraph
document-paragraph-remove = Remove this paragraph
document-details = Details
document-number = Number
document-name = Title
document-date = Date
document-edition = Edition
document-edition-en = English
document-edition-zh = Chinese
document-edition-side-by-side = Side by side
document-look = Look
document-look-vendor = Plain, sans
document-look-formal = Formal, serif
document-signers = Signers
document-signer-add = Add a signer
document-signer-edit = Signer
document-signer-position = Order
document-sign-mark = Signature
document-number-taken = This document has the number already.
document-signer-person = Person
document-signer-role = Signs as
document-signer-capacity = Capacity
document-signer-remove = Remove
document-signer-stands-for =
    { $party ->
        [vendor] { $organisation } is the vendor of this project
        [client] { $organisation } is the client of this project
        [supervisor] { $organisation } is the supervisor of this project
       *[none] { $organisation } is no party that signs: only witness or approver
    }
document-signer-was =
    { $role ->
        [vendor] Recorded as the vendor so far; saving puts it right.
        [client] Recorded as the client so far; saving puts it right.
       *[supervisor] Recorded as the supervisor so far; saving puts it right.
    }
document-waiver-state = Does not sign …
document-waiver-missing =
    { $party ->
        [vendor] No signer for the vendor
        [client] No signer for the client
       *[supervisor] No signer for the supervisor
    }
document-waiver-why =
    { $party ->
        [vendor] Why the vendor does not sign
        [client] Why the client does not sign
       *[supervisor] Why the supervisor does not sign
    }
document-waiver-remove = Ask for a signature after all
document-signers-none = Nobody signs yet.
document-signer-no-authority = no authority recorded
document-role-vendor = Vendor
document-role-client = Client
document-role-supervisor = Supervisor
document-role-witness = Witness
document-role-approver = Approver
document-obstacles = In the way of issuing
document-obstacles-none = Nothing is in the way of issuing.
document-obstacles-count =
    { $count ->
        [one] { $count } thing
       *[other] { $count } things
    }
document-obstacle-missing = { $label }: one language is missing
document-obstacle-unreviewed = { $label }: not reviewed in both languages
document-obstacle-parity = { $label }: the figures differ
document-obstacle-criteria-not-tested =
    { $count ->
        [one] { $count } criterion is not tested
       *[other] { $count } criteria are not tested
    }
document-obstacle-no-conclusion = The round has no conclusion
document-obstacle-conclusion-not-admissible = Marks and open issues do not carry the conclusion
document-obstacle-issues-unassigned =
    { $count ->
        [one] { $count } open issue has no owner or no due date
       *[other] { $count } open issues have no owner or no due date
    }
document-obstacle-no-signers = Nobody is to sign
document-obstacle-signer-without-authority = { $name } has no authority to sign
document-obstacle-signer-twice = { $name } stands twice among the signers
document-obstacle-signer-of-another-party =
    { $role ->
        [vendor] { $name } is to sign as the vendor
        [client] { $name } is to sign as the client
       *[supervisor] { $name } is to sign as the supervisor
    }, but { $organisation } { $is ->
        [vendor] is the vendor of this project
        [client] is the client of this project
        [supervisor] is the supervisor of this project
       *[none] is neither vendor, client nor supervisor of this project
    }
document-obstacle-party-unsigned =
    { $party ->
        [vendor] Nobody signs for the vendor, { $organisation }
        [client] Nobody signs for the client, { $organisation }
       *[supervisor] Nobody signs for the supervisor, { $organisation }
    }
document-obstacle-waiver-contradicted =
    { $party ->
        [vendor] The paper says that the vendor does not sign, but the vendor is among the signers
        [client] The paper says that the client does not sign, but the client is among the signers
       *[supervisor] The paper says that the supervisor does not sign, but the supervisor is among the signers or takes no part
    }
document-obstacle-no-round = The document has no acceptance round
document-obstacle-no-date = The document has no date
document-preview-page = Page { $page } of { $pages }
document-preview-previous = Previous page
document-preview-next = Next page
document-preview-zoom = Width
document-preview-fit = Whole page
document-preview-wide = Page width
document-preview-huge = Enlarged
document-submit = Send to review
document-return = Return to the author
document-return-title = Return the document
document-reason = Reason
document-issue = Issue
document-issue-title = Issue this document?
document-issue-what = { $number }, version { $version }
document-issue-pages =
    { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    }
document-issue-final = Once issued, the text, the figures and the signing order are fixed. It cannot be undone, only superseded or voided.
document-issue-now = Issue now
document-sign = Sign
document-export = Export
document-export-title = Export the PDF
document-exported = Exported to { $path }
document-verify = Verify
document-more = More
document-supersede = Begin a successor
document-supersede-title = Begin a successor?
document-supersede-final = A new version begins as a draft; this one is superseded and can no longer be signed. It cannot be undone.
document-void = Void
document-void-title = Void this document?
document-void-final = The document stays in the record as void and can no longer be signed. It cannot be undone.
document-void-reason = Voided: { $reason }
document-digest = SHA-256
document-digest-record = Of the record, as printed on every page
document-digest-issued = Of the file as issued
document-digest-newest = Of its newest revision
document-issued-on = Issued { $at }
document-issued-pages = { $pages } pages
document-signer-signed = signed { $at }
document-signer-refused = refused { $at }: { $reason }
document-method-drawn = drawn on the screen
document-method-typed = name typed
document-method-own-certificate = own certificate
document-method-vendor-identity = vendor’s identity
document-method-wet-ink = signed in ink
document-copy = Copy signed in ink
document-copy-title = Copy signed in ink
document-copy-hint = The scan is bound to what was issued: type at least the first eight characters of the digest printed at the foot of the copy.
document-copy-file = Scan
document-copy-choose = Choose the scan
document-copy-digest = Printed digest
document-copy-signer = Signed by
document-copy-take = Take it in
document-sign-title = Sign the document
document-sign-pad = Draw the signature here
document-sign-clear = Clear
document-sign-draw = Draw
document-sign-type = Type
document-sign-key = Key
document-sign-key-room = Room key
document-sign-key-certificate = Own certificate
document-sign-key-vendor = Vendor identity
document-sign-certificate-choose = Certificate file
document-sign-certificate-title = Choose the certificate (PKCS#12)
document-sign-certificate-kind = Certificate
document-sign-certificate-password = Password of the file
document-sign-witnesses = Witnesses in the room
document-sign-reason = Reason, if any
document-sign-note-room = A key made now signs this document once and is not kept. The paper will say: unchanged since signing; identity attested by { $witnesses }.
document-sign-note-room-alone = A key made now signs this document once and is not kept. The paper will say: unchanged since signing; identity attested by nobody.
document-sign-note-certificate = The signer’s own certificate signs this document; its file is read once and not kept. The paper will say: unchanged since signing; identity as the certificate states it.
document-sign-note-vendor = The vendor’s own identity from this computer’s keychain signs this document. The paper will say: unchanged since signing; identity as its certificate states it.
document-sign-authority = authority: { $authority }
document-sign-refuse = Refuse with reason
document-sign-refuse-title = Refuse to sign
document-sign-refuse-final = The refusal and its reason go into the record, and nobody signs after it. It cannot be undone.
document-sign-refused = { $name } refused to sign. Nobody signs after that; begin a successor when the reason is dealt with.
document-sign-now = Sign
document-sign-complete = Signed by everybody
document-sign-complete-note = The document is complete. Export it and hand it over.

# What a kind of paper is called.
document-kind-acceptance-report = Acceptance report
document-kind-open-issue-list = Open-issue list

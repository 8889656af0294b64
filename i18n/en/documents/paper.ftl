# What every paper says, whatever its kind. Everything else in it comes from its kind and from the record.

document-paper-version = Version { $version }
document-paper-page = { $page } / { $pages }
document-paper-client = Client
document-paper-vendor = Vendor
document-paper-supervisor = Supervisor
document-paper-witness = Witness
document-paper-approver = Approver
document-paper-contract = Contract
document-paper-contract-number = Contract no.
document-paper-contract-amount = Contract amount
document-paper-project = Project
document-paper-issued = Issued
document-paper-as-of = As of
document-paper-number-and-date = { $number }, { $date }
document-paper-prevails-en = The English text prevails
document-paper-prevails-zh = The Chinese text prevails
document-paper-record-digest = SHA-256 of the record
document-paper-amount = { $currency } { $amount }
document-paper-amount-in-words = { $amount } ({ $words })
document-paper-legal-id = { $name } ({ $id })
document-paper-section-parties = Parties and contract
document-paper-section-signatures = Signatures
document-paper-section-signing-record = Signing record
document-paper-column-number = No.
document-paper-column-party = Party
document-paper-column-particulars = Particulars
document-paper-list-separator = { ", " }
document-paper-none = –
document-paper-does-not-sign =
    { $party ->
        [vendor] The vendor does not sign this { $paper }. Reason: { $reason }.
        [client] The client does not sign this { $paper }. Reason: { $reason }.
       *[supervisor] The supervisor does not sign this { $paper }. Reason: { $reason }.
    }
document-paper-wet-ink = To sign with ink: print the whole document, sign, date and seal above, seal across the edges of all pages, and return a scan. The scan is bound to the digest of this document as issued.
document-paper-record-intro = This page is part of the document as issued. Each signature fills in its own row, in a revision of its own, and states the SHA-256 of the revision before it.
document-paper-record-heads = Journal before issuing
document-paper-record-attachment = The facts of this { $paper } are attached as evidence-record.json; its SHA-256 is the digest of the record.
document-paper-logo-of = Logo of { $vendor }
document-paper-attachment = Evidence record: the facts of this { $paper } as JSON
document-paper-field-signature = Signature of { $name }, { $role }
document-paper-field-record = Signing record of { $name }, { $role }
document-paper-draft = DRAFT
document-paper-bilingual = { $en } · { $zh }
document-paper-bookmark = { $en } { $zh }
document-paper-numbered = { $number }  { $title }
document-paper-stamp-signed = Signed { $time }
document-paper-stamp-method-drawn = Drawn on the screen, key made for this signature
document-paper-stamp-method-typed = Name typed, key made for this signature
document-paper-stamp-method-own-certificate = Signer's own certificate
document-paper-stamp-method-vendor-identity = Vendor's own identity
document-paper-stamp-method-wet-ink = Signed with ink, scan returned
document-paper-stamp-signer = Signer
document-paper-stamp-method = Method
document-paper-stamp-time = Time
document-paper-stamp-reason = Reason
document-paper-stamp-attested = Attested by
document-paper-stamp-not-attested = Nobody; identity not proven
document-paper-stamp-previous = Revision before
document-paper-stamp-certificate = Certificate
document-paper-date =
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
document-paper-number-and-version = { $number } · v{ $version }

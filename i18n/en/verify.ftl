# What is said of a signed document: by hefu-verify, hefu-cli and the window.

verify-usage =
    hefu-verify FILE [--lang en|zh] [--json] [--extract FOLDER] [--head "TRAIL SEQ HASH"] [--trail FILE]

    Says who signed a PDF, or an exported trail of the journal, when, and whether anything in it changed afterwards.
    It reads this file and nothing else, and needs no network.

    --json      the whole report as JSON
    --extract   writes the evidence record of the document into this folder
    --head      asks whether the document states this journal head, or the trail contains it
    --trail     also checks this trail, and whether it contains the head the document states
    --lang      the language of the report

    Exit code 0: unchanged. 1: changed. 2: not signed, not readable, or not understood.
verify-bad-option = “{ $option }” is not understood.
verify-cannot-read = { $path } cannot be read: { $reason }
verify-cannot-write = { $path } cannot be written: { $reason }
verify-no-record = The document has no evidence record that could be extracted.
verify-record-written = The evidence record was written to { $path }.

verify-document = Document: { $number } { $title }
verify-file = File: { $path } ({ $bytes } bytes)
verify-digest = SHA-256 of the file: { $digest }

verify-intact = UNCHANGED. Everything in this file is as it was signed.
verify-changed = CHANGED. This file is not what was signed.
verify-not-signed = NOT SIGNED. There is no signature in this file.
verify-unreadable = NOT READABLE. This is neither a PDF nor an exported trail, or only a part of one.
verify-found = What was found:

verify-signature = Signature { $number }: { $name }
verify-signature-role = as { $role }
verify-signature-capacity = as { $role }, { $capacity }
verify-signature-time = on { $time }, { $method }
verify-signature-reason = Reason: { $reason }
verify-signature-intact = Integrity: what was signed is unchanged.
verify-signature-changed = Integrity: broken. This signature does not vouch for the file.
verify-signature-changed-later = After this signature the file was changed:
verify-signature-certificate = Certificate of { $subject }, SHA-256 { $digest }
verify-outstanding = Not signed yet: position { $positions }

verify-proof-attested = Identity: attested in the room by { $names }. The file cannot prove it.
verify-proof-self-stated = Identity: only stated by the signer. Nobody attests it, and the file cannot prove it.
verify-proof-known = Identity: a certificate you named as known.
verify-proof-issued = Identity: certified by { $issuer }. Whether you trust that issuer is for you to say.
verify-proof-trusted = Identity: certified under { $root }, which you trust.

verify-role-vendor = vendor
verify-role-client = client
verify-role-supervisor = supervisor
verify-role-witness = witness
verify-role-approver = approver

verify-method-drawn = drawn on the screen, with a key made for this one signature
verify-method-typed = name typed, with a key made for this one signature
verify-method-own-certificate = with the signer’s own certificate
verify-method-vendor-identity = with the identity the vendor keeps

verify-head-stated = Journal: the document states the head you gave.
verify-head-not-stated = Journal: the document does NOT state the head you gave. It states: { $heads }
verify-head-none = Journal: the document states no journal head at all.

verify-place-page = page { $page }
verify-place-object = object { $object }
verify-place-bytes = bytes { $from } to { $to }
verify-place-base = in the document as it was issued
verify-place-revision = with or after signature { $revision }

verify-change-bytes-altered = Bytes that were signed have been altered.
verify-change-cut-at-end = The file was cut or damaged at its end.
verify-change-appended = Something was appended after the last signature.
verify-change-revision-form = A signature’s part of the file is damaged or holds more than a signature may.
verify-change-base-updated = The document had been updated before it was first signed.
verify-change-byte-range = A signature does not cover the whole file up to itself.
verify-change-container = The stored signature was altered.
verify-change-certificate = The certificate is not the one the signer signed with.
verify-change-signature = The signature was not made with the key of its certificate.
verify-change-foreign-signature = There is a signature that was not made by Hefu; this program cannot vouch for it.
verify-change-page-added = A page was added.
verify-change-page-removed = A page was removed.
verify-change-pages-reordered = Pages were put in another order.
verify-change-page-content = What the page shows was changed.
verify-change-page-property = The size or another property of the page was changed.
verify-change-annotation-added = An annotation was put on the page.
verify-change-annotation-removed = An annotation or field was taken off the page.
verify-change-annotation-changed = An annotation on the page was changed.
verify-change-attachment = The attached file { $name } was exchanged or changed.
verify-change-metadata = The metadata was changed.
verify-change-structure = The structure for reading aloud was changed.
verify-change-outline = The bookmarks were changed.
verify-change-catalog = The document’s entry { $key } was changed.
verify-change-field = The field { $name } was changed by somebody it does not belong to.
verify-change-form = The form was changed.
verify-change-object-changed = A part of the document was changed.
verify-change-object-added = Something was added that no signature needs.
verify-change-active = A signature brings a script or action along ({ $key }).
verify-change-signature-field = A signature stands outside the fields made for it, or in one that was filled already.
verify-change-record-missing = The signature has no readable row in the signing record.
verify-change-record-of-other-document = The row of the signing record belongs to another document: it states { $stated }, this is { $actual }.
verify-change-record-of-other-revision = The row of the signing record was written for another file: it states { $stated }, what was signed is { $actual }.
verify-change-record-contradicts = The signing record and the signature contradict each other ({ $key }).
verify-change-other-file = This is not the file of that digest: expected { $expected }, this is { $actual }.

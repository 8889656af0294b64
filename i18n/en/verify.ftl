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

    Exit codes:
      0  unchanged, and all places are signed
      1  refused: a file cannot be read or written
      2  the call is wrong
      3  changed, or a head that was given is not stated
      4  unchanged, and places are still open
      5  cannot be judged: not signed, signed by another program, encrypted, not readable, not fixed
verify-bad-option = “{ $option }” is not understood.
verify-no-file = No file is named.
verify-cannot-read = { $path } cannot be read: { $reason }
verify-not-a-file = { $path } is no file that can be read: it is a folder, a pipe or a device.
verify-too-large = { $path } is larger than { $megabytes } MB, more than is read of such a file. It cannot be judged.
verify-cannot-write =
    { $problem ->
        [already_there] Something stands at { $path } already. It was left as it is; name another folder.
        [no_folder] The folder that { $path } is to lie in is not there. Nothing was written.
        [not_allowed] { $path } cannot be written: there is no right to write in its folder.
        [disk_full] { $path } was not written: the disk is full.
       *[other] { $path } cannot be written.
    }
verify-no-record = The document has no evidence record that could be extracted.
verify-record-written = The evidence record was written to { $path }.

verify-document = Document: { $number } { $title }
verify-file = File: { $path } ({ $bytes } bytes)
verify-digest = SHA-256 of the file: { $digest }

verify-intact = UNCHANGED. Everything in this file is as it was signed.
verify-complete = UNCHANGED. Everything in this file is as it was signed, and all places are signed: { $signed } of { $signed }.
verify-open = UNCHANGED. What was signed is as it was, but not all have signed: { $signed } of { $places } places.
verify-changed = CHANGED. This file is not what was signed. Do not rely on it; ask for the original.
verify-changed-anew = CHANGED. This file was written anew by another program after it was signed, so nothing in it can be checked any more. Ask for the original.
verify-changed-blank = CHANGED. Only empty space was appended to this file after the last signature, as some mail programs do. Ask for the original.
verify-not-signed = CANNOT BE JUDGED. There is no signature in this file. Ask for the signed one.
verify-other-program = CANNOT BE JUDGED. This file was signed by another program; check it with that program.
verify-encrypted = CANNOT BE JUDGED. This file is encrypted. Ask for the original without a password.
verify-not-fixed = CANNOT BE JUDGED. This file is as it was signed, but something in it acts or can be hidden, so that not everybody sees the same. Ask for one without it.
verify-unreadable = CANNOT BE JUDGED. This is neither a PDF nor an exported trail, or only a part of one. Ask for the file again.
verify-found = What was found:
verify-contradictions = What contradicts itself:

verify-signature = Signature { $number }: { $name }
verify-signature-role = as { $role }
verify-signature-capacity = as { $role }, { $capacity }
verify-signature-time = on { $time }, { $method }
verify-signature-reason = Reason: { $reason }
verify-signature-intact = Integrity: what was signed is unchanged.
verify-signature-changed = Integrity: broken. This signature does not vouch for the file.
verify-signature-changed-later = After this signature the file was changed, as said above.
verify-signature-certificate = Certificate of { $subject }, SHA-256 { $digest }
verify-outstanding = Not signed yet: position { $positions }

verify-proof-attested = Identity: attested in the room by { $names }. The file cannot prove it.
verify-proof-self-stated = Identity: only stated by the signer. Nobody attests it, and the file cannot prove it.
verify-proof-known = Identity: a certificate you named as known.
verify-proof-issued = Identity: the certificate names { $issuer } as its issuer. This was not checked.
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
verify-place-revision = with signature { $revision }
verify-place-after = after signature { $after }

verify-change-bytes-altered = Bytes that were signed have been altered.
verify-change-cut-at-end = The file was cut or damaged at its end.
verify-change-appended = Something was appended that is no signature of Hefu.
verify-change-blank-appended = Only empty space was appended after the last signature.
verify-change-written-anew = The file was written anew by another program after it was signed. Ask for the original.
verify-change-revision-form = A signature’s part of the file is damaged or holds more than a signature may.
verify-change-issued-form = The issued document is not written as Hefu writes it; other programs may show something else.
verify-change-signature-in-issued = The document held a signature before it was issued.
verify-change-dangling = The document refers to a part that is not there; whoever signs later could bring it.
verify-change-signed-changed = This signature was made over a file that had been changed before.
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
verify-change-other-signer = The document is to be signed by { $stated } at this place; the signature names { $actual }.
verify-change-other-role = The document is to be signed as { $stated } at this place; the signature was made as { $actual }.
verify-change-other-heads = The signing record states other heads of the journal than the document.
verify-change-not-fixed = Something in the document acts or can be hidden ({ $key }): what a reader sees is not fixed.
verify-change-certificate-of-other = The certificate is made out to { $actual }, not to { $stated }.
verify-change-before-issue = Signed on { $stated }, before the document was issued on { $actual }.
verify-change-before-previous = Signed on { $stated }, before the signature before it on { $actual }.
verify-change-outside-certificate = Signed on { $stated }, when the certificate was not valid ({ $from } to { $until }).
verify-change-other-file = This is not the file of that digest: expected { $expected }, this is { $actual }.

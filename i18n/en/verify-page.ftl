# The page that checks a signed PDF.
verify-page-place = Verify
verify-page-title = Verify a signed file
verify-page-drop = Drop a PDF or an exported trail here
verify-page-drop-hint = It is only read, on this computer, and needs neither a workspace nor a network.
verify-page-choose = Choose a file
verify-page-another = Another file
verify-page-choose-title = Choose the signed file
verify-page-back = Back
verify-page-unchanged = Unchanged
verify-page-unchanged-note = Everything in this file is as it was signed.
verify-page-changed = Changed
verify-page-changed-note = This file is not what was signed. Do not rely on it; ask for the original.
verify-page-unchanged-open = What was signed is as it was, but not all have signed: { $signed } of { $places } places.
verify-page-unchanged-all = Everything in this file is as it was signed, and all places are signed: { $signed } of { $signed }.
verify-page-changed-anew = Another program wrote this file anew after it was signed, so nothing in it can be checked any more. Ask for the original.
verify-page-changed-blank = Only empty space was appended after the last signature, as some mail programs do. Ask for the original.
verify-page-cannot-be-judged = Cannot be judged
verify-page-unjudged-not-signed = There is no signature in this file. Ask for the signed one.
verify-page-unjudged-other-program = This file was signed by another program; check it with that program.
verify-page-unjudged-encrypted = This file is encrypted. Ask for the original without a password.
verify-page-unjudged-unreadable = This is neither a PDF nor an exported trail, or only a part of one. Ask for the file again.
verify-page-unjudged-not-fixed = This file is as it was signed, but something in it acts or can be hidden, so that not everybody sees the same. Ask for one without it.
verify-page-unchanged-contradicts =
    { $found ->
        [one] But it contradicts itself in one place, named below: ask whoever signed.
       *[other] But it contradicts itself in { $found } places, named below: ask whoever signed.
    }
verify-page-found = What was found
verify-page-contradictions = What contradicts itself
verify-page-document = Document
verify-page-document-id = Document ID
verify-page-file = File
verify-page-digest = SHA-256 of the file
verify-page-signatures = Signatures
verify-page-signatures-hint = Names, roles and times are what the signatures state; “{ verify-page-identity }” says on what they rest.
verify-page-integrity = Integrity
verify-page-integrity-intact = What was signed is unchanged
verify-page-integrity-broken = Broken: this signature does not vouch for the file
verify-page-identity = Identity
verify-page-after = Changes after this signature
verify-page-after-none = Nothing but later signatures was added
verify-page-certificate = Certificate
verify-page-method = Method
verify-page-head = Journal head to look for
verify-page-head-hint = Optional: trail, number and digest in one line, as a backup or the journal states it.
verify-page-head-check = Check
verify-page-heads = Journal before issuing
verify-page-identity-attested = Attested in the room by { $names }; the file cannot prove it
verify-page-identity-self-stated = Only stated by the signer; nobody attests it
verify-page-identity-known = A certificate you named as known
verify-page-identity-issued = The certificate names { $issuer } as its issuer; this was not checked
verify-page-identity-trusted = Certified by { $issuer }, which you trust
verify-page-identity-unknown = Cannot be told: the signature does not fit this file, or cannot be read
verify-page-outstanding = Not signed yet, by their place in the order: { $places }
verify-page-head-stated = The document states this head
verify-page-head-not-stated = The document does not state this head
verify-page-unnamed = Signature

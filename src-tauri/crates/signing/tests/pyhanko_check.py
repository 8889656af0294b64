"""Checks the signatures of PDFs with pyHanko and prints one JSON object a file.

    python pyhanko_check.py FILE …
    python pyhanko_check.py - < LIST        a name a line

Trust is left out: the certificates of room keys are signed with their own keys. A file that pyHanko refuses to read
has an `error` in place of its `signatures`.
"""

import json
import logging
import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature

logging.disable(logging.CRITICAL)


def check(path: str) -> dict:
    signatures = []
    try:
        with open(path, "rb") as file:
            reader = PdfFileReader(file)
            for signature in reader.embedded_signatures:
                status = validate_pdf_signature(signature)
                signatures.append(
                    {
                        "field": signature.field_name,
                        "valid": bool(status.valid and status.intact),
                        "allowed": bool(status.docmdp_ok),
                        "changes": status.modification_level.name,
                        "coverage": status.coverage.name,
                        "summary": status.summary(),
                    }
                )
    except Exception as error:  # whatever it is, it has not called the file good
        return {"file": path, "error": f"{type(error).__name__}: {error}"}
    return {"file": path, "signatures": signatures}


named = sys.argv[1:]
for path in sys.stdin.read().splitlines() if named == ["-"] else named:
    print(json.dumps(check(path)))

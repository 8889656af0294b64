"""Checks every signature of a PDF with pyHanko and prints one JSON object a signature.

    python pyhanko_check.py FILE

Trust is left out: the certificates of room keys are signed with their own keys.
"""

import json
import logging
import sys

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature

logging.disable(logging.CRITICAL)


def main(path: str) -> None:
    with open(path, "rb") as file:
        reader = PdfFileReader(file)
        for signature in reader.embedded_signatures:
            status = validate_pdf_signature(signature)
            print(
                json.dumps(
                    {
                        "field": signature.field_name,
                        "valid": status.valid,
                        "coverage": status.coverage.name,
                        "summary": status.summary(),
                    }
                )
            )


main(sys.argv[1])

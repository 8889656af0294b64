"""Signs PDFs with pyHanko: one file for each way and each paper.

    python pyhanko_sign.py FOLDER COUNT

Every `*.pdf` in the folder is a paper; what is made is put beside it as `by-pyhanko-NN.pdf`, and its name is printed.
"""

import datetime
import io
import itertools
import logging
import pathlib
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter, append_signature_field

logging.disable(logging.CRITICAL)


def identity(folder: pathlib.Path) -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Mallory")])
    now = datetime.datetime(2026, 9, 1, tzinfo=datetime.timezone.utc)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    (folder / "key.pem").write_bytes(key.private_bytes(pem, *plain))
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    return signers.SimpleSigner.load(str(folder / "key.pem"), str(folder / "certificate.pem"))


WAYS = [
    {"field": "Mallory"},
    {"field": "Mallory", "subfilter": SigSeedSubFilter.ADOBE_PKCS7_DETACHED},
    {"field": "Mallory", "box": (50, 50, 200, 100)},
    {"field": "Mallory", "certify": True, "docmdp_permissions": MDPPerm.NO_CHANGES},
    {"field": "Mallory", "certify": True, "docmdp_permissions": MDPPerm.FILL_FORMS},
    {"field": "Mallory", "certify": True, "docmdp_permissions": MDPPerm.ANNOTATE},
    {"field": "signature.1"},
    {"field": "signature.2"},
    {"field": "signature.2", "reason": "Acceptance", "location": "Shanghai"},
    {"field": "signature.1", "then": "Mallory"},
]


def sign(paper: bytes, signer: signers.SimpleSigner, way: dict) -> bytes:
    way = dict(way)
    field, box, then = way.pop("field"), way.pop("box", None), way.pop("then", None)
    way.setdefault("subfilter", SigSeedSubFilter.PADES)
    writer = IncrementalPdfFileWriter(io.BytesIO(paper))
    if field == "Mallory":
        append_signature_field(writer, SigFieldSpec(field, on_page=0, box=box))
    meta = signers.PdfSignatureMetadata(field_name=field, md_algorithm="sha256", **way)
    out = signers.sign_pdf(writer, meta, signer).getvalue()
    return sign(out, signer, {"field": then}) if then else out


def main(folder: pathlib.Path, count: int) -> None:
    signer = identity(folder)
    made = 0
    papers = sorted(folder.glob("*.pdf"))
    for way, paper in itertools.cycle(itertools.product(WAYS, papers)):
        if made == count:
            return
        try:
            signed = sign(paper.read_bytes(), signer, way)
        except Exception:  # a place that is signed already, or that the paper locks
            continue
        path = folder / f"by-pyhanko-{made:02}.pdf"
        path.write_bytes(signed)
        print(path)
        made += 1


main(pathlib.Path(sys.argv[1]), int(sys.argv[2]))

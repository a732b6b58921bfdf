"""Client of an Esign Client Service as BSrE gives it to a pemda (version 2 of its API).

Plain Python. UNCONFIRMED: the addresses and names of values are those that public
clients use; compare them with the manual that comes with the service.
"""

import base64
import binascii
from dataclasses import dataclass

import requests

SIGN, VERIFY = "/api/v2/sign/pdf", "/api/v2/verify/pdf"
TIMEOUT = (5, 60)  # seconds to connect, to answer


class EsignError(Exception):
    """The service refused, and trying again will not help; the text says why."""


class EsignUnavailable(Exception):
    """The service cannot be reached or is not well: try again later."""


@dataclass(frozen=True)
class Verified:
    """What the service says of a signed file."""

    valid: bool
    signers: tuple[str, ...]


class EsignClient:
    """:param url: address of the service, reached inside the pemda's own network"""

    def __init__(self, url: str, username: str, password: str):
        self._url = url.rstrip("/")
        self._auth = (username, password)

    def sign(self, nik: str, passphrase: str, files: list[bytes]) -> list[bytes]:
        """Sign PDF files, all by one call, without a visible mark."""
        invisible = {"tampilan": "INVISIBLE"}
        answer = self._post(
            SIGN,
            {
                "nik": nik,
                "passphrase": passphrase,
                "signatureProperties": [invisible] * len(files),
                "file": [base64.b64encode(each).decode() for each in files],
            },
        )
        signed = answer.get("file")
        if not isinstance(signed, list) or len(signed) != len(files):
            raise EsignError("The service did not return every file.")
        return [_pdf(each) for each in signed]

    def verify(self, file: bytes) -> Verified:
        """What the service finds in a file."""
        answer = self._post(VERIFY, {"file": base64.b64encode(file).decode()})
        signatures = answer.get("signatureInformations") or []
        names = tuple(str(each.get("signerName", "")) for each in signatures)
        return Verified(answer.get("conclusion") == "VALID", names)

    def _post(self, path, values) -> dict:
        try:
            answer = requests.post(
                self._url + path, json=values, auth=self._auth, timeout=TIMEOUT
            )
        except requests.RequestException as error:
            raise EsignUnavailable(type(error).__name__) from error
        if answer.status_code >= 500:
            raise EsignUnavailable(f"HTTP {answer.status_code}")
        try:
            found = answer.json()
        except ValueError as error:
            raise EsignUnavailable("The answer cannot be read.") from error
        if answer.status_code != 200 or not isinstance(found, dict):
            error = found.get("error") if isinstance(found, dict) else None
            raise EsignError(str(error or f"HTTP {answer.status_code}")[:200])
        return found


def _pdf(text) -> bytes:
    try:
        content = base64.b64decode(text, validate=True)
    except (binascii.Error, TypeError, ValueError) as error:
        raise EsignError("The service returned something that is no file.") from error
    if not content.startswith(b"%PDF"):
        raise EsignError("The service returned something that is no PDF.")
    return content

"""Files that people attach: what they are is read from their content."""

import base64
import binascii
import io

from PIL import Image

IMAGE_TYPES = ("JPEG", "PNG", "WEBP")
MOST_MB = 10
# of the header alone: a picture of a phone has 12 to 50 million points
MOST_PIXELS = 50_000_000


class FileError(ValueError):
    """A file that is not taken; ``kind`` is size or content."""

    def __init__(self, kind: str):
        super().__init__(kind)
        self.kind = kind


def check_image(value):
    """Check base64 of a picture.

    :raises FileError: over 10 MB, or not a JPEG, PNG or WebP picture
    """
    content = _decoded(value)
    if _image_type(content) not in IMAGE_TYPES:
        raise FileError("content")


def check_scan(value):
    """Check base64 of a scanned document: PDF, or a picture.

    :raises FileError: over 10 MB, or neither
    """
    content = _decoded(value)
    if not content.startswith(b"%PDF-") and _image_type(content) not in IMAGE_TYPES:
        raise FileError("content")


def _decoded(value) -> bytes:
    if not isinstance(value, str | bytes):
        raise FileError("content")
    if len(value) * 3 // 4 > MOST_MB * 1_000_000:
        raise FileError("size")
    try:
        return base64.b64decode(value, validate=False)
    except (binascii.Error, ValueError) as error:
        raise FileError("content") from error


def _image_type(content: bytes) -> str | None:
    try:
        with Image.open(io.BytesIO(content)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise FileError("size")
            image.verify()
            return image.format
    except FileError:
        raise
    except Exception:  # Pillow raises whatever a broken file makes of it
        return None

"""What callers of an API may give, whatever the screens give."""

HIGHEST_ID = 2**31 - 1  # an integer of PostgreSQL


def is_id(value) -> bool:
    """Whether a record can have this id; True is no 1."""
    return type(value) is int and 0 < value <= HIGHEST_ID


def plain_text(text: str) -> str:
    """A text without the characters that PostgreSQL and JSON do not take.

    >>> plain_text("A\\x00B")
    'AB'
    """
    return text.replace("\x00", "").encode(errors="replace").decode()

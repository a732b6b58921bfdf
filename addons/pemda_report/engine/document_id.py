"""Ids of issued documents: short enough to type, too many to guess."""

import secrets

# Crockford's base 32: no I, L, O, U
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS, LENGTH = 3, 4


def new_document_id() -> str:
    """Sixty random bits as ``K7QF-2M9X-TB4D``."""
    return "-".join(
        "".join(secrets.choice(ALPHABET) for _ in range(LENGTH)) for _ in range(GROUPS)
    )

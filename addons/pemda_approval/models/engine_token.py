"""The key to what only the approval engine may write.

A context that comes over an API is JSON: it can carry any text, but never this very
object. So it is compared by identity, as OCA's queue_job does.
"""

_KEY = "pemda_approval_engine"
_TOKEN = object()


def as_engine(records):
    """``records`` as the engine writes them."""
    return records.with_context(**{_KEY: _TOKEN})


def is_engine(records):
    """Whether these records were handed over by the engine itself."""
    return records.env.context.get(_KEY) is _TOKEN

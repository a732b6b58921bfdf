"""The key to what only the ledger may write.

A context value is compared by identity with an object that lives in this process:
what a caller sends over RPC is made from JSON and can never be that object.
"""

_CONTEXT_KEY = "sipbd_ledger"
_LEDGER = object()


def with_ledger_key(records):
    return records.with_context(**{_CONTEXT_KEY: _LEDGER})


def has_ledger_key(env):
    return env.context.get(_CONTEXT_KEY) is _LEDGER

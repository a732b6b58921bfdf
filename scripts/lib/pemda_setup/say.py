"""What the scripts tell the person who runs them, in plain words."""

import sys
import time

START = time.monotonic()


class SetupError(Exception):
    """Something is missing or went wrong; the text says what to do about it."""


def step(text):
    """Announce a step that may take a while, with the seconds passed so far."""
    elapsed = int(time.monotonic() - START)
    print(f"[{elapsed:4d}s] {text}", file=sys.stderr, flush=True)


def note(text):
    """Tell a detail or something the reader should know about."""
    print(f"        {text}", file=sys.stderr, flush=True)


def stop(error):
    """Print a failure; the exit status to leave with."""
    print(f"\nStopped: {error}", file=sys.stderr, flush=True)
    return 1

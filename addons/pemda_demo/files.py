"""The files of the demo pemda."""

import csv
from pathlib import Path

DEMO_DIR = Path(__file__).resolve().parents[2] / "data" / "demo"


def read(name):
    """Rows of a file of the demo, as dictionaries of text."""
    with open(DEMO_DIR / name, encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))

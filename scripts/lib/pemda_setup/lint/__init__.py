"""Checks of the source: what each finds, and how scripts/lint runs them."""

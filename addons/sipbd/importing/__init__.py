"""Rows of a spreadsheet made into assets and their first entries."""

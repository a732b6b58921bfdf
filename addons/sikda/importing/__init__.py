"""Rows of a spreadsheet made into people and their histories."""

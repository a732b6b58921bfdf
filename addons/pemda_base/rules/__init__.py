"""Plain Python: nothing below this package imports Odoo."""

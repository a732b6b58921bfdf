"""Rules of personnel law in plain Python: no Odoo, no database."""

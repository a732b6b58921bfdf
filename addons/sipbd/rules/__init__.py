"""Rules of the register in plain Python: no Odoo, no database."""

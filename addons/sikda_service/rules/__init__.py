"""Rules of personnel services in plain Python: no Odoo, no database."""

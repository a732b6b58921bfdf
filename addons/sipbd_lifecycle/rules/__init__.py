"""Plain rules of the life cycle of goods; no Odoo here."""

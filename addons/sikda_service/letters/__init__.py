"""What letters say: plain Python on the report engine, no Odoo."""

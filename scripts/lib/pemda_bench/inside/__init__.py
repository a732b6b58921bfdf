"""What runs with the project's Python and an Odoo environment."""

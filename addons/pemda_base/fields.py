"""Fields that the modules of the pemda share."""

from odoo import fields
from odoo.tools import sql


class LooseMany2one(fields.Many2one):
    """A many2one without foreign key.

    A foreign key looks its target up for every single row, which costs a load of
    many rows more than writing them. To be used only where something else keeps
    the target from being deleted; say what at the field.
    """

    def update_db_foreign_key(self, model, column):
        """Drop the foreign key that the column had when it was a Many2one."""
        target = model.env[self.comodel_name]._table
        for name in sql.get_foreign_keys(
            model.env.cr, model._table, self.name, target, "id", self.ondelete
        ):
            sql.drop_constraint(model.env.cr, model._table, name)

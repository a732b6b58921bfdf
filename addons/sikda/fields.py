"""Field types of the personnel register."""

from odoo import fields


class SelfMany2one(fields.Many2one):
    """A many2one to the very model on which it stands, also through inheritance.

    An abstract model cannot name the model that will inherit it.
    """

    def _get_attrs(self, model_class, name):
        attrs = super()._get_attrs(model_class, name)
        attrs["comodel_name"] = model_class._name
        return attrs

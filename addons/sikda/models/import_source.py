from odoo import api, fields, models


class Employee(models.Model):
    _inherit = "hr.employee"

    import_load_id = fields.Many2one(
        "pemda.import.load",
        string="Came with",
        index="btree_not_null",
        readonly=True,
        copy=False,
        groups="sikda.group_asn_operator",
    )

    def _import_uses(self):
        """Pairs of a label and those of these people that such records refer to.

        The people of a load in use are not taken back. An addon that refers to people
        adds its own pairs.
        """
        _ = self.env._
        return [
            (
                _("Office holders"),
                self._import_referred_by("pemda.office.holder"),
            ),
            (_("Sign-ins"), self.filtered("user_id")),
        ]

    def _import_referred_by(self, model, field="employee_id", domain=()):
        """The people of these that records of a model name."""
        records = self.env[model].sudo().with_context(active_test=False)
        groups = records._read_group([(field, "in", self.ids), *domain], [field])
        return self.browse(person.id for (person,) in groups)


class Riwayat(models.AbstractModel):
    """A row of a history knows the file that it came with."""

    _inherit = "sikda.riwayat"

    import_load_id = fields.Many2one(
        "pemda.import.load",
        string="Came with",
        index="btree_not_null",
        readonly=True,
        copy=False,
    )

    @api.model
    def _import_histories(self):
        """Names of all models of histories."""
        return sorted(
            name
            for name in self.env.registry["sikda.riwayat"]._inherit_children
            if not self.env.registry[name]._abstract
        )

from odoo import fields, models


class Department(models.Model):
    _inherit = "hr.department"

    import_load_id = fields.Many2one(
        "pemda.import.load", index="btree_not_null", readonly=True, copy=False
    )

    def _import_uses(self):
        """Pairs of a label and the units of these that such records refer to.

        The list of a unit in use is not undone. An addon that refers to units adds
        its own pairs.
        """
        _ = self.env._
        relations = [
            (_("Office holders"), "pemda.office.holder", "unit_id"),
            (_("Employees"), "hr.version", "department_id"),
            (_("Uploaded files"), "pemda.import.load", "unit_id"),
        ]
        uses = [
            (label, self._referred_by(model, field))
            for label, model, field in relations
        ]
        below = self._referred_by(
            "hr.department", "parent_id", [("id", "not in", self.ids)]
        )
        return [*uses, (_("Later units below"), below)]

    def _referred_by(self, model, field, domain=()):
        """The units of these that records of a model name, archived ones too."""
        records = self.env[model].sudo().with_context(active_test=False)
        groups = records._read_group([(field, "in", self.ids), *domain], [field])
        return self.browse(unit.id for (unit,) in groups)

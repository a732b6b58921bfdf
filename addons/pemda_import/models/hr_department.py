from odoo import fields, models


class Department(models.Model):
    _inherit = "hr.department"

    import_load_id = fields.Many2one(
        "pemda.import.load", index="btree_not_null", readonly=True, copy=False
    )

    def _import_in_use(self):
        """Units of these that something refers to; their list is not undone.

        An addon that refers to units adds its own.
        """
        used = self.browse()
        for _label, units in self._import_uses():
            used |= units
        return used

    def _import_use_lines(self, used):
        """What keeps the ``used`` ones of these units, one line per reason."""
        uses = [(label, units) for label, units in self._import_uses() if units]
        told = self.browse().union(*(units for _label, units in uses))
        if used - told:
            uses.append((self.env._("Other records"), used - told))
        return [
            self.env._("%(what)s: %(count)s units", what=label, count=len(units))
            for label, units in uses
        ]

    def _import_uses(self):
        """Pairs of a label and the units of these that such records refer to."""
        _ = self.env._
        relations = [
            (_("Office holders"), "pemda.office.holder", "unit_id"),
            (_("Employees"), "hr.version", "department_id"),
            (_("Issued documents"), "pemda.report.document", "unit_id"),
            (_("Uploaded files"), "pemda.import.load", "unit_id"),
        ]
        uses = [
            (label, self._referred_by(model, field))
            for label, model, field in relations
            if model in self.env
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

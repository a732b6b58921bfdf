from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules.source import source_key


class ImportMapping(models.Model):
    """What a text of the files means here, answered once by a person.

    An answer holds for the unit that it was given in and for everything below it;
    a deeper answer goes before a higher one. So no unit answers for another.
    """

    _name = "pemda.import.mapping"
    _description = "Import Mapping"
    _order = "kind, source"
    _rec_name = "source"

    kind = fields.Selection([("unit", "Unit name")], required=True, default="unit")
    source = fields.Char("In the File", required=True)
    unit_id = fields.Many2one(
        "hr.department",
        "Holds For",
        required=True,
        index=True,
        ondelete="restrict",
    )
    to_unit_id = fields.Many2one("hr.department", "Unit", ondelete="restrict")

    _source_uniq = models.UniqueIndex(
        "(kind, source, unit_id)",
        "This text of the files is answered already for this unit.",
    )

    @api.model
    def _answer_fields(self):
        """Field that holds the answer, by kind of question."""
        return {"unit": "to_unit_id"}

    @api.model
    def _source_key(self, kind, text):
        """The one spelling under which a text of this kind is kept."""
        return source_key(text)

    @api.constrains("kind", "to_unit_id")
    def _check_answer(self):
        answers = self._answer_fields()
        for mapping in self:
            if not mapping[answers[mapping.kind]]:
                raise ValidationError(
                    self.env._(
                        "Say what “%(source)s” means.",
                        source=mapping.source,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._with_key(vals) for vals in vals_list])

    def write(self, vals):
        if "source" not in vals:
            return super().write(vals)
        for mapping in self:
            super(ImportMapping, mapping).write(
                mapping._with_key(vals, kind=mapping.kind)
            )
        return True

    @api.model
    def _with_key(self, vals, kind="unit"):
        if not vals.get("source"):
            return vals
        key = self._source_key(vals.get("kind", kind), vals["source"])
        return dict(vals, source=key)

    @api.model
    def _remember(self, unit, kind, source, answer_id):
        """Keep an answer for ``unit``, over an earlier one of the same unit."""
        field = self._answer_fields()[kind]
        known = self.search(
            [
                ("kind", "=", kind),
                ("source", "=", self._source_key(kind, source)),
                ("unit_id", "=", unit.id),
            ]
        )
        if known:
            known.write({field: answer_id})
            return known
        return self.create(
            {"kind": kind, "source": source, "unit_id": unit.id, field: answer_id}
        )

from odoo import api, fields, models

from .import_asset_code import spelt


class ImportMapping(models.Model):
    _inherit = "pemda.import.mapping"

    kind = fields.Selection(
        selection_add=[("kode", "Code of goods")], ondelete={"kode": "cascade"}
    )
    to_kode_id = fields.Many2one(
        "sipbd.kode",
        "Code",
        domain=[("level", "=", 7), ("kib", "not in", (False, "SEDIA"))],
        ondelete="restrict",
    )

    @api.model
    def _answer_fields(self):
        return {**super()._answer_fields(), "kode": "to_kode_id"}

    @api.model
    def _source_key(self, kind, text):
        if kind == "kode":
            return spelt(text)[1]
        return super()._source_key(kind, text)

    @api.constrains("to_kode_id")
    def _check_answer(self):
        for mapping in self.filtered("to_kode_id"):
            self.env["sipbd.asset"]._check_kode(mapping.to_kode_id)
        return super()._check_answer()


class ImportQuestion(models.Model):
    _inherit = "pemda.import.question"

    to_kode_id = fields.Many2one(
        "sipbd.kode",
        "Code",
        domain=[("level", "=", 7), ("kib", "not in", (False, "SEDIA"))],
    )

    @api.depends("to_kode_id")
    def _compute_answered(self):
        return super()._compute_answered()

    @api.constrains("to_kode_id")
    def _check_to_kode_id(self):
        for question in self.filtered("to_kode_id"):
            self.env["sipbd.asset"]._check_kode(question.to_kode_id)

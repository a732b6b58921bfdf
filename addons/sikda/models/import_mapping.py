from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError


class ImportMapping(models.Model):
    _inherit = "pemda.import.mapping"

    kind = fields.Selection(
        selection_add=[("jabatan", "Jabatan"), ("tingkat", "Level of education")],
        ondelete={"jabatan": "cascade", "tingkat": "cascade"},
    )
    to_jabatan_id = fields.Many2one("sikda.jabatan", "Jabatan", ondelete="restrict")
    to_tingkat_id = fields.Many2one(
        "sikda.pendidikan.tingkat", "Level of education", ondelete="restrict"
    )

    @api.model
    def _answer_fields(self):
        return {
            **super()._answer_fields(),
            "jabatan": "to_jabatan_id",
            "tingkat": "to_tingkat_id",
        }


class ImportQuestion(models.Model):
    _inherit = "pemda.import.question"

    to_jabatan_id = fields.Many2one("sikda.jabatan", "Jabatan")
    to_tingkat_id = fields.Many2one("sikda.pendidikan.tingkat", "Level of education")
    jabatan_vals = fields.Json(help="The post as the file describes it.")

    @api.depends("to_jabatan_id", "to_tingkat_id")
    def _compute_answered(self):
        return super()._compute_answered()

    def action_add_jabatan(self):
        """Put the posts of these questions into the catalogue, as the file has them.

        Only after a person said so: a file alone makes no post.
        """
        self.check_access("write")
        if not self.env.user.has_group("sikda.group_asn_bkd"):
            raise AccessError(
                self.env._("Only BKD adds posts to the catalogue; choose one of it.")
            )
        for question in self.filtered(
            lambda question: question.kind == "jabatan" and not question.answered
        ):
            vals = question.jabatan_vals or {}
            if not vals.get("jenis"):
                raise UserError(
                    self.env._(
                        "The file does not say whether “%(jabatan)s” is structural, "
                        "functional or pelaksana: choose a post of the catalogue, or "
                        "add it there first.",
                        jabatan=vals.get("name") or question.source,
                    )
                )
            question.to_jabatan_id = self.env["sikda.jabatan"]._find_or_add(vals)
        return True

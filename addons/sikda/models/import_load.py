from odoo import api, fields, models
from odoo.exceptions import UserError


class ImportLoad(models.Model):
    """What a load of people brought: people, rows of histories and differences."""

    _inherit = "pemda.import.load"

    employee_ids = fields.One2many(
        "hr.employee", "import_load_id", "People", groups="sikda.group_asn_operator"
    )
    selisih_ids = fields.One2many(
        "sikda.selisih", "load_id", "Differences", groups="sikda.group_asn_reader"
    )
    selisih_count = fields.Integer(compute="_compute_selisih_count", compute_sudo=False)

    @api.depends_context("uid")
    def _compute_selisih_count(self):
        """Of those only that the user may see; other registers load files too."""
        differences = self.env["sikda.selisih"]
        groups = {}
        if differences.has_access("read"):
            groups = dict(
                differences._read_group(
                    [("load_id", "in", self.ids)], ["load_id"], ["__count"]
                )
            )
        for load in self:
            load.selisih_count = groups.get(load, 0)

    def action_show_selisih(self):
        """The differences between the file of this load and the register."""
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("sikda.selisih_action")
        return {
            **action,
            "domain": [("load_id", "=", self.id)],
            "context": {"search_default_open": 1},
        }

    def action_add_all_jabatan(self):
        """Put all posts that nobody has answered for into the catalogue."""
        self.ensure_one()
        self.check_access("write")
        self._require_state("read", "checked")
        self.question_ids.filtered(
            lambda question: (
                question.kind == "jabatan"
                and not question.answered
                and (question.jabatan_vals or {}).get("jenis")
            )
        ).action_add_jabatan()
        return True

    def _selisih_source(self):
        """Source of the rows that come of differences with this file."""
        layouts = self.table_ids.mapped("layout")
        siasn = all((layout or "").startswith("siasn_") for layout in layouts)
        return "siasn" if siasn else "impor"

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_people(self):
        """People and rows of histories say for good which file they came from."""
        sources = ("hr.employee", *self.env["sikda.riwayat"]._import_histories())
        for model in sources:
            records = self.env[model].sudo().with_context(active_test=False)
            if records.search_count([("import_load_id", "in", self.ids)], limit=1):
                raise UserError(
                    self.env._(
                        "People or histories came of this load: undo it instead of "
                        "deleting it."
                    )
                )

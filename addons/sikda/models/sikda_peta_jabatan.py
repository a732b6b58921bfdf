from odoo import fields, models
from odoo.tools import drop_view_if_exists

from .sikda_jabatan import JENIS
from .sql_file import sql_file


class PetaJabatan(models.Model):
    """Map of posts: needed (formasi) against filled (bezetting), per unit and post."""

    _name = "sikda.peta.jabatan"
    _description = "Map of posts"
    _auto = False
    _order = "unit_id, eselon_id, jabatan_id"
    _rec_name = "jabatan_id"

    unit_id = fields.Many2one("hr.department", readonly=True)
    jabatan_id = fields.Many2one("sikda.jabatan", string="Post", readonly=True)
    jenis = fields.Selection(JENIS, string="Kind", readonly=True)
    eselon_id = fields.Many2one("sikda.eselon", readonly=True)
    kelas = fields.Integer(string="Class", aggregator=None, readonly=True)
    kebutuhan = fields.Integer(string="Needed (ABK)", readonly=True)
    bezetting = fields.Integer(string="Filled (bezetting)", readonly=True)
    selisih = fields.Integer(string="Difference (+/-)", readonly=True)
    pensiun_5 = fields.Integer(string="Of these, pension in 5 years", readonly=True)
    tanpa_formasi = fields.Boolean(string="Not in the formasi", readonly=True)

    def init(self):
        drop_view_if_exists(self.env.cr, self._table)
        self.env.cr.execute(sql_file("peta_jabatan"))

    def action_holders(self):
        """Those who hold the post in the unit."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.actions"]._for_xml_id("sikda.hr_employee_action")
        action["domain"] = [
            ("unit_id", "=", self.unit_id.id),
            ("jabatan_id", "=", self.jabatan_id.id),
        ]
        action["display_name"] = self.jabatan_id.name
        action.pop("path", None)
        return action

from odoo import fields, models

from .sikda_jabatan import JENIS
from .sql_file import sql_file


class PetaJabatan(models.Model):
    """Map of posts today: needed (formasi) against filled, per unit and post.

    That of another day is the report of the same name.
    """

    _name = "sikda.peta.jabatan"
    _description = "Map of posts"
    _auto = False
    _order = "unit_id, eselon_id, jabatan_id"
    _rec_name = "jabatan_id"
    _depends = {
        "sikda.formasi": ["unit_id", "jabatan_id", "kebutuhan", "date_from", "date_to"],
        "sikda.jabatan": ["jenis", "eselon_id", "kelas"],
        "hr.employee": ["active", "current_version_id"],
        "hr.version": ["department_id", "jabatan_id", "asn_aktif", "tmt_pensiun"],
    }

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

    @property
    def _table_query(self):
        today = self.env.company.sudo()._pemda_today()
        formasi = self.env["sikda.formasi"]._in_force(today)
        return sql_file("peta_jabatan", formasi=formasi, today=today)

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

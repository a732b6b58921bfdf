from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import drop_view_if_exists

from .hr_version import STATUS
from .sql_file import sql_file


class DataSaya(models.Model):
    """Oneself in the register, in full and read only.

    A model of its own, as hr.employee.public is: whoever reads hr.employee reads it for
    the units of an office, while this one holds exactly what is one's own.
    """

    _name = "sikda.data.saya"
    _description = "My data"
    _auto = False
    _log_access = True  # the view has these columns; the image asks for them
    _rec_name = "nama_gelar"

    employee_id = fields.Many2one("hr.employee", readonly=True)
    user_id = fields.Many2one("res.users", readonly=True)
    name = fields.Char(string="Name without titles", readonly=True)
    nama_gelar = fields.Char(string="Name with titles", readonly=True)
    gelar_depan = fields.Char(string="Title before the name", readonly=True)
    gelar_belakang = fields.Char(string="Title after the name", readonly=True)
    nip = fields.Char(string="NIP", readonly=True)
    nik = fields.Char(string="NIK", readonly=True)
    tempat_lahir = fields.Char(string="Place of birth (tempat lahir)", readonly=True)
    birthday = fields.Date(string="Born on", readonly=True)
    sex = fields.Selection(
        [("male", "Male"), ("female", "Female")], string="Gender", readonly=True
    )
    agama_id = fields.Many2one("sikda.referensi", string="Religion", readonly=True)
    status_kawin_id = fields.Many2one(
        "sikda.referensi", string="Marital status (status kawin)", readonly=True
    )
    golongan_darah = fields.Selection(
        [("A", "A"), ("B", "B"), ("AB", "AB"), ("O", "O")],
        string="Blood group",
        readonly=True,
    )
    alamat = fields.Char(string="Home address", readonly=True)
    hp = fields.Char(string="Mobile number", readonly=True)
    email_gov = fields.Char(string="Government e-mail", readonly=True)
    tmt_cpns = fields.Date(string="TMT CPNS", readonly=True)
    sk_cpns_nomor = fields.Char(string="SK CPNS number", readonly=True)
    tmt_pns = fields.Date(string="TMT PNS", readonly=True)
    sk_pns_nomor = fields.Char(string="SK PNS number", readonly=True)
    karpeg = fields.Char(readonly=True)
    karis_karsu = fields.Char(string="Karis/Karsu", readonly=True)
    npwp = fields.Char(string="NPWP", readonly=True)
    bpjs = fields.Char(string="BPJS Kesehatan", readonly=True)
    taspen = fields.Char(readonly=True)
    unit_id = fields.Many2one("hr.department", readonly=True)
    status_asn = fields.Selection(STATUS, string="Status", readonly=True)
    kedudukan_hukum_id = fields.Many2one(
        "sikda.kedudukan.hukum", string="Legal position", readonly=True
    )
    golongan_id = fields.Many2one("sikda.golongan", readonly=True)
    tmt_golongan = fields.Date(string="TMT golongan", readonly=True)
    mkg_tahun = fields.Integer(string="Masa kerja (years)", readonly=True)
    mkg_bulan = fields.Integer(string="Masa kerja (months)", readonly=True)
    tmt_mkg = fields.Date(string="Masa kerja as of", readonly=True)
    gaji_pokok = fields.Integer(string="Basic pay", readonly=True)
    job_title = fields.Char(string="Post", readonly=True)
    eselon_id = fields.Many2one("sikda.eselon", readonly=True)
    jenis_jabatan = fields.Selection(
        related="employee_id.jenis_jabatan", groups="base.group_user"
    )
    tmt_jabatan = fields.Date(string="TMT jabatan", readonly=True)
    pendidikan_tingkat_id = fields.Many2one(
        "sikda.pendidikan.tingkat", string="Education", readonly=True
    )
    pendidikan = fields.Char(string="Field of study (pendidikan)", readonly=True)
    tmt_pensiun = fields.Date(string="TMT pensiun", readonly=True)
    image_1920 = fields.Image(
        related="employee_id.image_1920", groups="base.group_user"
    )

    riwayat_status_ids = fields.One2many(
        "sikda.riwayat.status", compute="_compute_riwayat"
    )
    riwayat_pangkat_ids = fields.One2many(
        "sikda.riwayat.pangkat", compute="_compute_riwayat"
    )
    riwayat_perjanjian_ids = fields.One2many(
        "sikda.riwayat.perjanjian", compute="_compute_riwayat"
    )
    riwayat_kgb_ids = fields.One2many("sikda.riwayat.kgb", compute="_compute_riwayat")
    riwayat_pmk_ids = fields.One2many("sikda.riwayat.pmk", compute="_compute_riwayat")
    riwayat_jabatan_ids = fields.One2many(
        "sikda.riwayat.jabatan", compute="_compute_riwayat"
    )
    riwayat_unit_ids = fields.One2many("sikda.riwayat.unit", compute="_compute_riwayat")
    riwayat_angka_kredit_ids = fields.One2many(
        "sikda.riwayat.angka.kredit", compute="_compute_riwayat"
    )
    riwayat_pendidikan_ids = fields.One2many(
        "sikda.riwayat.pendidikan", compute="_compute_riwayat"
    )
    riwayat_diklat_ids = fields.One2many(
        "sikda.riwayat.diklat", compute="_compute_riwayat"
    )
    riwayat_kinerja_ids = fields.One2many(
        "sikda.riwayat.kinerja", compute="_compute_riwayat"
    )
    riwayat_penghargaan_ids = fields.One2many(
        "sikda.riwayat.penghargaan", compute="_compute_riwayat"
    )
    riwayat_keluarga_ids = fields.One2many(
        "sikda.riwayat.keluarga", compute="_compute_riwayat"
    )
    riwayat_cuti_ids = fields.One2many("sikda.riwayat.cuti", compute="_compute_riwayat")
    riwayat_cltn_ids = fields.One2many("sikda.riwayat.cltn", compute="_compute_riwayat")
    riwayat_hukdis_ids = fields.One2many(
        "sikda.riwayat.hukdis", compute="_compute_riwayat"
    )
    riwayat_pindah_ids = fields.One2many(
        "sikda.riwayat.pindah", compute="_compute_riwayat"
    )
    riwayat_pemberhentian_ids = fields.One2many(
        "sikda.riwayat.pemberhentian", compute="_compute_riwayat"
    )
    riwayat_organisasi_ids = fields.One2many(
        "sikda.riwayat.organisasi", compute="_compute_riwayat"
    )
    riwayat_bahasa_ids = fields.One2many(
        "sikda.riwayat.bahasa", compute="_compute_riwayat"
    )
    riwayat_luar_negeri_ids = fields.One2many(
        "sikda.riwayat.luar.negeri", compute="_compute_riwayat"
    )
    riwayat_dokumen_ids = fields.One2many(
        "sikda.riwayat.dokumen", compute="_compute_riwayat"
    )

    def init(self):
        drop_view_if_exists(self.env.cr, self._table)
        self.env.cr.execute(sql_file("data_saya"))

    def _compute_riwayat(self):
        """Rows of the histories, by their own rules: those of oneself."""
        for name, field in self._fields.items():
            if not name.startswith("riwayat_"):
                continue
            rows = self.env[field.comodel_name].search(
                [("employee_id", "in", self.ids)]
            )
            by_person = rows.grouped(lambda row: row.employee_id.id)
            for mine in self:
                mine[name] = by_person.get(mine.id, rows.browse())

    @api.model
    def action_open_mine(self):
        """The page of the person whose sign-in this is."""
        mine = self.search([("user_id", "=", self.env.uid)], limit=1)
        if not mine:
            raise UserError(
                self.env._(
                    "Your sign-in is not connected with a person of the register. Ask "
                    "the admin pemda to connect it."
                )
            )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("My data"),
            "res_model": self._name,
            "res_id": mine.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def action_due(self):
        """What is due for oneself; its own rule shows nothing else."""
        self.ensure_one()
        self.check_access("read")
        return self.sudo().employee_id.action_due()

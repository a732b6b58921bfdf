from odoo import api, fields, models
from odoo.exceptions import UserError

from .access import OFFICER_OR_READER, PRIVATE, READER
from .sikda_jabatan import JENIS

STATUS = [
    ("cpns", "CPNS"),
    ("pns", "PNS"),
    ("pppk", "PPPK"),
    ("pppk_pw", "PPPK paruh waktu"),
]
# What hr.employee._project() writes and nobody else.
PROJECTED = (
    "status_asn",
    "kedudukan_hukum_id",
    "asn_aktif",
    "golongan_id",
    "tmt_golongan",
    "mkg_tahun",
    "mkg_bulan",
    "tmt_mkg",
    "jabatan_id",
    "jenis_jabatan",
    "eselon_id",
    "jenjang_id",
    "tmt_jabatan",
    "tmt_unit",
    "pendidikan_tingkat_id",
    "pendidikan",
    "tahun_lulus",
    "gaji_pokok",
    "tmt_kgb_terakhir",
    "bup",
    "tmt_pensiun",
)


class Version(models.Model):
    """The present state of a civil servant: a projection of the histories.

    The current version of a person carries what the histories say today, the unit
    (``department_id``) and ``job_title`` too. Histories are the truth: nothing here is
    written by hand, and a past date is asked from ``sql/asn_state.sql``, not from an
    older version.
    """

    _name = "hr.version"
    _inherit = ["hr.version", "sikda.by.unit"]

    sex = fields.Selection(groups=OFFICER_OR_READER)
    date_version = fields.Date(groups=OFFICER_OR_READER)

    status_asn = fields.Selection(STATUS, string="Status", groups=READER)
    kedudukan_hukum_id = fields.Many2one(
        "sikda.kedudukan.hukum", groups=READER, ondelete="restrict"
    )
    asn_aktif = fields.Boolean(
        string="In service",
        groups=READER,
        help="Counts as personnel of this pemda: has a status, a legal position that "
        "is in the lists, and has not moved away.",
    )
    golongan_id = fields.Many2one("sikda.golongan", groups=READER, ondelete="restrict")
    tmt_golongan = fields.Date(string="TMT golongan", groups=READER)
    mkg_tahun = fields.Integer(
        string="Masa kerja (years)", aggregator=None, groups=READER
    )
    mkg_bulan = fields.Integer(
        string="Masa kerja (months)", aggregator=None, groups=READER
    )
    tmt_mkg = fields.Date(
        string="Masa kerja as of",
        groups=READER,
        help="Day on which the masa kerja golongan was what is written here.",
    )
    jabatan_id = fields.Many2one("sikda.jabatan", groups=READER, ondelete="restrict")
    jenis_jabatan = fields.Selection(JENIS, string="Kind of post", groups=READER)
    eselon_id = fields.Many2one("sikda.eselon", groups=READER, ondelete="restrict")
    jenjang_id = fields.Many2one("sikda.jenjang", groups=READER, ondelete="restrict")
    tmt_jabatan = fields.Date(string="TMT jabatan", groups=READER)
    tmt_unit = fields.Date(string="TMT unit", groups=READER)
    pendidikan_tingkat_id = fields.Many2one(
        "sikda.pendidikan.tingkat",
        string="Education",
        groups=READER,
        ondelete="restrict",
    )
    pendidikan = fields.Char(string="Field of study (pendidikan)", groups=READER)
    tahun_lulus = fields.Integer(string="Graduated", aggregator=None, groups=READER)
    gaji_pokok = fields.Integer(string="Basic pay", aggregator=None, groups=PRIVATE)
    tmt_kgb_terakhir = fields.Date(string="TMT last KGB", groups=PRIVATE)
    bup = fields.Integer(string="BUP", aggregator=None, groups=READER)
    tmt_pensiun = fields.Date(string="TMT pensiun", groups=READER)

    _golongan = models.Index("(golongan_id)")
    _jabatan = models.Index("(jabatan_id)")
    _tmt_pensiun = models.Index("(tmt_pensiun)")

    @api.model_create_multi
    def create(self, vals_list):
        """A version made by hand says what the histories say, whatever it was given."""
        versions = super().create(vals_list)
        if not self.env.su:
            versions.employee_id.sudo()._project()
        return versions

    def write(self, vals):
        self._check_not_projected(vals)
        return super().write(vals)

    def _check_not_projected(self, vals):
        forged = set(PROJECTED).intersection(vals)
        if forged and not self.env.su:
            raise UserError(
                self.env._(
                    "%(field)s follows from the histories: add a row there, and it "
                    "changes on its TMT.",
                    field=self._fields[min(forged)].string,
                )
            )

from datetime import date, timedelta
from functools import partial

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from .access import PRIVATE
from .hr_version import STATUS
from .sikda_jabatan import JENIS
from .sql_file import sql_file

# how long after the end of a semester its record is made by itself
GRACE = timedelta(days=31)
# what a record names stays: a row of it cannot be emptied
reference = partial(fields.Many2one, ondelete="restrict")


class Snapshot(models.Model):
    """The state of all civil servants at the end of a semester, as it was known then,
    with the units and what these needed.

    Histories are corrected later, units are renamed and moved; what leaders were shown
    on 30 June and 31 December stays. Lists and recaps of that day are printed from the
    record.
    """

    _name = "sikda.snapshot"
    _description = "Record of a semester"
    _inherit = ["pemda.append.only"]
    _order = "date desc"
    _rec_name = "number"

    date = fields.Date(string="State on", required=True)
    number = fields.Char(required=True, help="Year and semester, such as 2026-1.")
    people = fields.Integer(string="People in service", aggregator=None)
    row_ids = fields.One2many("sikda.snapshot.row", "snapshot_id", string="People")
    unit_ids = fields.One2many("sikda.snapshot.unit", "snapshot_id", string="Units")

    _date_uniq = models.UniqueIndex("(date)", "This semester was recorded already.")

    @api.model
    def _semester_end(self, day):
        """The last end of a semester that is over on a day."""
        if day > date(day.year, 6, 30):
            return date(day.year, 6, 30)
        return date(day.year - 1, 12, 31)

    def action_record(self):
        """Record the last semester that is over."""
        if not self.env.user.has_group("sikda.group_asn_bkd"):
            raise UserError(self.env._("Only BKD records a semester."))
        today = self.env.company.sudo()._pemda_today()
        day = self._semester_end(today)
        if self.sudo().search_count([("date", "=", day)], limit=1):
            raise UserError(
                self.env._(
                    "The semester that ended on %(date)s was recorded already.",
                    date=format_date(self.env, day),
                )
            )
        self.sudo()._record(day)
        return {"type": "ir.actions.client", "tag": "soft_reload"}

    @api.model
    def _cron_record(self):
        """Record a semester in the month after its end."""
        today = self.env.company.sudo()._pemda_today()
        day = self._semester_end(today)
        if today - day <= GRACE and not self.search_count([("date", "=", day)]):
            self._record(day)

    @api.model
    def _record(self, day):
        """Write down the state of everybody who is in service on a day."""
        self.env.flush_all()
        cr = self.env.cr
        state = sql_file("asn_printed", state=self.env["hr.employee"]._asn_state(day))
        cr.execute(SQL("SELECT count(*) FROM (%s) state WHERE state.asn_aktif", state))
        (people,) = cr.fetchone()
        snapshot = self.create(
            {
                "date": day,
                "number": f"{day.year}-{1 if day.month == 6 else 2}",
                "people": people,
            }
        )
        self.env.flush_all()
        columns = SQL(", ").join(map(SQL.identifier, COLUMNS))
        cr.execute(
            SQL(
                "INSERT INTO sikda_snapshot_row (snapshot_id, %s) "
                "SELECT %s, %s FROM (%s) state WHERE state.asn_aktif "
                "ORDER BY employee_id",
                columns,
                snapshot.id,
                columns,
                state,
            )
        )
        tree = SQL(", ").join(map(SQL.identifier, TREE))
        cr.execute(
            SQL(
                "INSERT INTO sikda_snapshot_unit (snapshot_id, unit_id, %s) "
                "SELECT %s, id, %s FROM hr_department ORDER BY id",
                tree,
                snapshot.id,
                tree,
            )
        )
        cr.execute(
            SQL(
                "INSERT INTO sikda_snapshot_formasi "
                "(snapshot_id, unit_id, jabatan_id, kebutuhan) "
                "SELECT %s, unit_id, jabatan_id, kebutuhan "
                "FROM (%s) formasi ORDER BY id",
                snapshot.id,
                self.env["sikda.formasi"]._in_force(day),
            )
        )
        snapshot.invalidate_recordset(["row_ids", "unit_ids"])
        return snapshot

    def _state(self):
        """Statement of the recorded state, with the columns of ``asn_printed``."""
        self.ensure_one()
        return SQL(
            "SELECT %s FROM sikda_snapshot_row WHERE snapshot_id = %s",
            SQL(", ").join(map(SQL.identifier, COLUMNS)),
            self.id,
        )

    def _tree(self):
        """Recorded units, with the columns of ``hr_department`` that lists read."""
        self.ensure_one()
        return SQL(
            "(SELECT unit_id AS id, %s FROM sikda_snapshot_unit "
            "WHERE snapshot_id = %s)",
            SQL(", ").join(map(SQL.identifier, TREE)),
            self.id,
        )

    def _formasi(self):
        """Recorded needs, with the columns of ``sikda.formasi._in_force``."""
        self.ensure_one()
        return SQL(
            "SELECT id, unit_id, jabatan_id, kebutuhan FROM sikda_snapshot_formasi "
            "WHERE snapshot_id = %s",
            self.id,
        )

    def _path_of(self, unit):
        """Place of a unit in the recorded tree; of a later one no place at all."""
        units = self.env["sikda.snapshot.unit"].sudo().with_context(active_test=False)
        found = units.search([("snapshot_id", "=", self.id), ("unit_id", "=", unit.id)])
        return found.parent_path or "-"


class SnapshotUnit(models.Model):
    """A unit at the end of a semester: units are renamed, moved and closed later."""

    _name = "sikda.snapshot.unit"
    _description = "Unit in the record of a semester"
    _inherit = ["pemda.append.only"]
    _order = "snapshot_id desc, code, id"
    _rec_name = "name"

    snapshot_id = reference(
        "sikda.snapshot", string="Semester", required=True, index=True
    )
    unit_id = reference("hr.department", required=True, index=True)
    code = fields.Char()
    name = fields.Char()
    parent_id = reference("hr.department", string="Parent unit")
    parent_path = fields.Char(string="Place in the tree")
    active = fields.Boolean()
    date_end = fields.Date(string="In force until")


class SnapshotFormasi(models.Model):
    """What a unit needed at the end of a semester."""

    _name = "sikda.snapshot.formasi"
    _description = "Formasi in the record of a semester"
    _inherit = ["pemda.append.only"]
    _order = "snapshot_id desc, unit_id, jabatan_id"
    _rec_name = "jabatan_id"

    snapshot_id = reference(
        "sikda.snapshot", string="Semester", required=True, index=True
    )
    unit_id = reference("hr.department", required=True, index=True)
    jabatan_id = reference("sikda.jabatan", required=True, index=True)
    kebutuhan = fields.Integer(string="Needed (ABK)")


class SnapshotRow(models.Model):
    """A civil servant at the end of a semester."""

    _name = "sikda.snapshot.row"
    _description = "Person in the record of a semester"
    _inherit = ["pemda.append.only", "sikda.by.unit"]
    _order = "snapshot_id desc, nama, id"
    _rec_name = "nama"

    snapshot_id = reference(
        "sikda.snapshot", string="Semester", required=True, index=True
    )
    employee_id = fields.Many2one(
        "hr.employee", required=True, index=True, ondelete="restrict"
    )
    nama = fields.Char(string="Name")
    nip = fields.Char(string="NIP")
    birthday = fields.Date(string="Born on")
    tempat_lahir = fields.Char(string="Place of birth (tempat lahir)")
    sex = fields.Char(string="Gender")
    agama_id = reference("sikda.referensi", string="Religion")
    status_kawin_id = reference("sikda.referensi", string="Marital status")
    tmt_cpns = fields.Date(string="TMT CPNS")
    status_asn = fields.Selection(STATUS, string="Status")
    kedudukan_hukum_id = reference("sikda.kedudukan.hukum")
    asn_aktif = fields.Boolean(string="In service")
    golongan_id = reference("sikda.golongan")
    tmt_golongan = fields.Date(string="TMT golongan")
    mkg_tahun = fields.Integer(string="Masa kerja (years)", aggregator=None)
    mkg_bulan = fields.Integer(string="Masa kerja (months)", aggregator=None)
    tmt_mkg = fields.Date(string="Masa kerja as of")
    jabatan_id = reference("sikda.jabatan")
    nama_jabatan = fields.Char(string="Post")
    jenis_jabatan = fields.Selection(JENIS, string="Kind of post")
    eselon_id = reference("sikda.eselon")
    jenjang_id = reference("sikda.jenjang")
    tmt_jabatan = fields.Date(string="TMT jabatan")
    unit_id = reference("hr.department", string="Unit of the histories")
    seat_id = reference("hr.department", string="Unit", index=True)
    tmt_unit = fields.Date(string="TMT unit")
    pendidikan_tingkat_id = reference("sikda.pendidikan.tingkat", string="Education")
    pendidikan = fields.Char(string="Field of study (pendidikan)")
    tahun_lulus = fields.Integer(string="Graduated", aggregator=None)
    gaji_pokok = fields.Integer(string="Basic pay", aggregator=None, groups=PRIVATE)
    tmt_kgb_terakhir = fields.Date(string="TMT last KGB", groups=PRIVATE)
    bup = fields.Integer(string="BUP", aggregator=None)
    tmt_pensiun = fields.Date(string="TMT pensiun")


TREE = ("code", "name", "parent_id", "parent_path", "active", "date_end")
COLUMNS = (
    *("employee_id", "nama", "nip", "birthday", "tempat_lahir", "sex", "agama_id"),
    *("status_kawin_id", "tmt_cpns", "status_asn", "kedudukan_hukum_id", "asn_aktif"),
    *("golongan_id", "tmt_golongan", "mkg_tahun", "mkg_bulan", "tmt_mkg"),
    *("jabatan_id", "nama_jabatan", "jenis_jabatan", "eselon_id", "jenjang_id"),
    *("tmt_jabatan", "unit_id", "seat_id", "tmt_unit", "pendidikan_tingkat_id"),
    *("pendidikan", "tahun_lulus", "gaji_pokok", "tmt_kgb_terakhir", "bup"),
    "tmt_pensiun",
)

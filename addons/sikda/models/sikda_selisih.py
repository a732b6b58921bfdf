from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .import_pegawai import MKG_OF_SK
from .sql_file import sql_file

HISTORIES = {
    "riwayat_pangkat": "sikda.riwayat.pangkat",
    "riwayat_jabatan": "sikda.riwayat.jabatan",
    "riwayat_unit": "sikda.riwayat.unit",
    "riwayat_pendidikan": "sikda.riwayat.pendidikan",
    "riwayat_status": "sikda.riwayat.status",
    "riwayat_kgb": "sikda.riwayat.kgb",
    "riwayat_golongan_awal": "sikda.riwayat.pangkat",
}


class Selisih(models.Model):
    """What a file of SIASN says otherwise than the register, on one person.

    Made in sets when the file is loaded; a person decides with a reason which side is
    right. Nothing is overwritten before. A decision stays, and is remembered: where the
    register was found right, a later file that says the same again is told as decided,
    with the reason of then, until somebody decides anew.
    """

    _name = "sikda.selisih"
    _description = "Difference between file and register"
    _order = "rank, employee_id, field, id"
    _log_access = True

    load_id = fields.Many2one(
        "pemda.import.load",
        string="File",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    employee_id = fields.Many2one(
        "hr.employee",
        string="Person",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
    )
    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        index=True,
        readonly=True,
        ondelete="restrict",
        help="Unit of the person when the file was compared.",
    )
    nip = fields.Char(related="employee_id.nip", string="NIP")
    field = fields.Selection(selection="_selection_field", required=True, readonly=True)
    left_text = fields.Char("Register", readonly=True)
    right_text = fields.Char("File (SIASN)", readonly=True)
    vals = fields.Json(readonly=True, groups=fields.NO_ACCESS)
    effect = fields.Selection(
        [
            ("pensiun", "Pension"),
            ("kp", "Kenaikan pangkat"),
            ("kgb", "KGB"),
            ("lain", "Other"),
        ],
        required=True,
        readonly=True,
        help="What depends on it.",
    )
    urgent = fields.Boolean(
        "Due within 12 Months",
        readonly=True,
        help="By the list of what is due, as the register stands.",
    )
    rank = fields.Integer(readonly=True, index=True, aggregator=None)
    restricted = fields.Boolean(readonly=True)
    state = fields.Selection(
        [
            ("open", "Open"),
            ("accepted_left", "Register is right"),
            ("accepted_right", "File is right"),
        ],
        required=True,
        default="open",
        index=True,
        readonly=True,
    )
    reason = fields.Char(readonly=True)
    decided_by_id = fields.Many2one("res.users", readonly=True)
    decided_at = fields.Datetime(readonly=True)
    decided_before = fields.Boolean(
        "Decided with an Earlier File",
        readonly=True,
        help="The file says what an earlier one said and the register was found right.",
    )

    @api.model
    def _selection_field(self):
        """Fields of a person with their labels, and the histories."""
        _ = self.env._
        people = self.env["hr.employee"]._fields
        names = (
            "name", "gelar_depan", "gelar_belakang", "birthday", "tempat_lahir", "nik",
            "nip_lama", "hp", "email_gov", "alamat", "npwp", "bpjs", "kartu_asn",
            "siasn_id", "agama_id", "status_kawin_id", "jenis_pegawai_id",
            "instansi_induk", "instansi_kerja", "lokasi_kerja", "kpkn", "tmt_cpns",
            "sk_cpns_nomor", "sk_cpns_tanggal", "tmt_pns", "sk_pns_nomor",
            "sk_pns_tanggal",
        )  # fmt: skip
        return [
            *((name, people[name]._description_string(self.env)) for name in names),
            ("riwayat_pangkat", _("Golongan and masa kerja")),
            ("riwayat_golongan_awal", _("First golongan (as CPNS)")),
            ("riwayat_kgb", _("Last KGB")),
            ("riwayat_jabatan", _("Post (jabatan)")),
            ("riwayat_unit", _("Unit")),
            ("riwayat_pendidikan", _("Education (pendidikan)")),
            ("riwayat_status", _("Legal position (kedudukan hukum)")),
        ]

    @api.depends("employee_id", "field")
    def _compute_display_name(self):
        labels = dict(self._selection_field())
        for row in self:
            row.display_name = f"{row.employee_id.name}: {labels.get(row.field)}"

    def _compare(self, load, work):
        """Write the differences between the people of a load and the register.

        :param SQL work: working table of the load
        """
        target = load._target()
        stamp = target._stamp(load)
        people = self.env["hr.employee"]
        self.env.cr.execute(sql_file("selisih_supersede", work=work))
        self.env.cr.execute(
            sql_file(
                "selisih_compare",
                work=work,
                scope=list(target._scope(load)),
                mkg_layouts=list(MKG_OF_SK),
                due=people._due_query(fields.Date.add(stamp["today"], years=1)),
                **stamp,
            )
        )
        self.invalidate_model()

    def action_decide(self):
        """Ask which side is right, and why."""
        self._check_decidable()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Decide"),
            "res_model": "sikda.selisih.decide",
            "view_mode": "form",
            "target": "new",
            "context": {"default_selisih_ids": self.ids},
        }

    def _check_decidable(self):
        self.check_access("write")
        if not self.env.user.has_group("sikda.group_asn_bkd"):
            raise AccessError(self.env._("Only BKD decides on differences."))
        decided = self.filtered(
            lambda row: row.state != "open" and not row.decided_before
        )
        if decided:
            last = decided.sorted("decided_at")[-1]
            raise UserError(
                self.env._(
                    "%(count)s of these differences were decided already, the last one "
                    "by %(name)s. Nothing was changed; load the page again and choose "
                    "among those that are open.",
                    count=len(decided),
                    name=last.sudo().decided_by_id.name,
                )
            )

    def _decide(self, side, reason):
        """Settle these differences.

        :param side: ``left`` keeps the register, ``right`` takes the file's values
        """
        # Read ahead by these ids, also after the cache of whoever holds them is gone.
        rows = self.browse(self.ids)
        rows.check_access("write")
        if len(rows.try_lock_for_update(allow_referencing=True)) != len(rows):
            raise UserError(
                self.env._(
                    "Somebody else is deciding on some of these differences at this "
                    "moment. Nothing was changed; load the page again."
                )
            )
        rows.invalidate_recordset()
        rows._check_decidable()
        if not (reason or "").strip():
            raise UserError(self.env._("Say why."))
        rows = rows.sudo()
        if side == "right":
            rows._accept_right(reason.strip())
        rows.write(
            {
                "state": "accepted_right" if side == "right" else "accepted_left",
                "reason": reason.strip(),
                "decided_by_id": self.env.uid,
                "decided_at": fields.Datetime.now(),
                "decided_before": False,
            }
        )

    def write(self, vals):
        """A decision stands; users decide by ``action_decide`` alone."""
        if not self.env.su:
            raise UserError(self.env._("Use “Decide” to settle a difference."))
        return super().write(vals)

from odoo import api, models
from odoo.tools import SQL

from ..fields import HistoryOne2many
from .access import PRIVATE, READER


class Scanned(set):
    """Names of the histories of one person that have scans, handed on in the context.

    A context that comes over RPC is made from JSON and never holds this type.
    """


class Employee(models.Model):
    """The histories of a person, as the tabs of the person's page show them."""

    _inherit = "hr.employee"

    riwayat_status_ids = HistoryOne2many(
        "sikda.riwayat.status", "employee_id", groups=READER
    )
    riwayat_pangkat_ids = HistoryOne2many(
        "sikda.riwayat.pangkat", "employee_id", groups=READER
    )
    riwayat_perjanjian_ids = HistoryOne2many(
        "sikda.riwayat.perjanjian", "employee_id", groups=READER
    )
    riwayat_kgb_ids = HistoryOne2many(
        "sikda.riwayat.kgb", "employee_id", groups=PRIVATE
    )
    riwayat_pmk_ids = HistoryOne2many("sikda.riwayat.pmk", "employee_id", groups=READER)
    riwayat_jabatan_ids = HistoryOne2many(
        "sikda.riwayat.jabatan", "employee_id", groups=READER
    )
    riwayat_unit_ids = HistoryOne2many(
        "sikda.riwayat.unit", "employee_id", groups=READER
    )
    riwayat_angka_kredit_ids = HistoryOne2many(
        "sikda.riwayat.angka.kredit", "employee_id", groups=READER
    )
    riwayat_pendidikan_ids = HistoryOne2many(
        "sikda.riwayat.pendidikan", "employee_id", groups=READER
    )
    riwayat_diklat_ids = HistoryOne2many(
        "sikda.riwayat.diklat", "employee_id", groups=READER
    )
    riwayat_kinerja_ids = HistoryOne2many(
        "sikda.riwayat.kinerja", "employee_id", groups=READER
    )
    riwayat_penghargaan_ids = HistoryOne2many(
        "sikda.riwayat.penghargaan", "employee_id", groups=READER
    )
    riwayat_keluarga_ids = HistoryOne2many(
        "sikda.riwayat.keluarga", "employee_id", groups=PRIVATE
    )
    riwayat_cuti_ids = HistoryOne2many(
        "sikda.riwayat.cuti", "employee_id", groups=PRIVATE
    )
    riwayat_cltn_ids = HistoryOne2many(
        "sikda.riwayat.cltn", "employee_id", groups=READER
    )
    riwayat_hukdis_ids = HistoryOne2many(
        "sikda.riwayat.hukdis", "employee_id", groups=PRIVATE
    )
    riwayat_pindah_ids = HistoryOne2many(
        "sikda.riwayat.pindah", "employee_id", groups=READER
    )
    riwayat_pemberhentian_ids = HistoryOne2many(
        "sikda.riwayat.pemberhentian", "employee_id", groups=READER
    )
    riwayat_organisasi_ids = HistoryOne2many(
        "sikda.riwayat.organisasi", "employee_id", groups=READER
    )
    riwayat_bahasa_ids = HistoryOne2many(
        "sikda.riwayat.bahasa", "employee_id", groups=READER
    )
    riwayat_luar_negeri_ids = HistoryOne2many(
        "sikda.riwayat.luar.negeri", "employee_id", groups=READER
    )
    riwayat_dokumen_ids = HistoryOne2many(
        "sikda.riwayat.dokumen", "employee_id", groups=READER
    )

    @api.readonly
    def web_read(self, specification):
        """Ask once which histories hold anything, instead of reading each of them.

        A page shows twenty and more of them, and most are empty. That a history has no
        row at all tells nothing that its rules would hide.
        """
        names = [
            name
            for name in specification
            if name.startswith("riwayat_") and name in self._fields
        ]
        if len(self) != 1 or not names:
            return super().web_read(specification)
        scanned = Scanned()
        for name, history, rows, scans in self._histories_held(names):
            if not rows:
                self._fields[name]._insert_cache(self, [()])
            if scans:
                scanned.add(history)
        page = self.with_context(sikda_scanned=scanned)
        return super(Employee, page).web_read(specification)

    def _histories_held(self, names):
        """Rows of name of the field, name of the model, any rows, any scans."""
        histories = {name: self.env[self._fields[name].comodel_name] for name in names}
        for history in histories.values():
            history.flush_model(["employee_id", "scan_name", "replaced_by_id"])
        return self.env.execute_query(
            SQL(" UNION ALL ").join(
                SQL(
                    "SELECT %s, %s, count(*), count(scan_name)"
                    " FILTER (WHERE replaced_by_id IS NULL) FROM %s"
                    " WHERE employee_id = %s",
                    name,
                    history._name,
                    SQL.identifier(history._table),
                    self.id,
                )
                for name, history in histories.items()
            )
        )

    def action_due(self):
        """What is due for this person within 24 months, why and on which article."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.actions"]._for_xml_id("sikda.sikda_due_action")
        action["domain"] = [("employee_id", "=", self.id)]
        action["context"] = {}
        action.pop("path", None)
        return action

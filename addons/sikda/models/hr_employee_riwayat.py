from odoo import api, models
from odoo.tools import SQL

from ..fields import HistoryOne2many
from .access import PRIVATE, READER


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
        if len(self) == 1:
            self._note_empty_histories(specification)
        return super().web_read(specification)

    def _note_empty_histories(self, names):
        """Ask once which of the histories are empty instead of reading each of them.

        A page shows twenty and more of them, and most are empty. That a history has no
        row at all tells nothing that its rules would hide.
        """
        histories = {
            name: self.env[self._fields[name].comodel_name]
            for name in names
            if name.startswith("riwayat_") and name in self._fields
        }
        if not histories:
            return
        for history in histories.values():
            history.flush_model(["employee_id"])
        empty = self.env.execute_query(
            SQL(" UNION ALL ").join(
                SQL(
                    "SELECT %s WHERE NOT EXISTS"
                    " (SELECT FROM %s WHERE employee_id = %s)",
                    name,
                    SQL.identifier(history._table),
                    self.id,
                )
                for name, history in histories.items()
            )
        )
        for (name,) in empty:
            self._fields[name]._insert_cache(self, [()])

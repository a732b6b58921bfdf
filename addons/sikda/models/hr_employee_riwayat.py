from odoo import api, models
from odoo.tools import SQL

from ..fields import HistoryOne2many
from ..person_page import PersonPage
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
        """Ask once which histories hold anything, instead of reading each of them.

        A page shows twenty and more of them, and most are empty. That a history has no
        row at all tells nothing that its rules would hide.
        """
        names = self._history_names()
        if len(self) != 1 or names.isdisjoint(specification):
            return super().web_read(specification)
        page = PersonPage(self, self._histories_held(names))
        for name in names.intersection(specification):
            if page.is_empty(self._fields[name].comodel_name):
                self._fields[name]._insert_cache(self, [()])
        person = self.with_context(sikda_page=page)
        return super(Employee, person).web_read(specification)

    def _history_names(self):
        """Names of the fields with histories."""
        return {
            name
            for name, field in self._fields.items()
            if isinstance(field, HistoryOne2many)
        }

    def _histories_held(self, names):
        """Name of each history -> whether its rows have scans that count, for each row.

        As plain as it is because planning 22 tables takes longer than reading them.
        """
        self.env.flush_all()
        held = {self._fields[name].comodel_name: [] for name in names}
        statement = SQL(" UNION ALL ").join(
            SQL(
                "SELECT %s, scan_name IS NOT NULL AND replaced_by_id IS NULL FROM %s"
                " WHERE employee_id = %s",
                history,
                SQL.identifier(self.env[history]._table),
                self.id,
            )
            for history in held
        )
        for history, scanned in self.env.execute_query(statement):
            held[history].append(scanned)
        return held

    def action_due(self):
        """What is due for this person within 24 months, why and on which article."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.actions"]._for_xml_id("sikda.sikda_due_action")
        action["domain"] = [("employee_id", "=", self.id)]
        action["context"] = {}
        action.pop("path", None)
        return action

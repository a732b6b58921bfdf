from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column

from ..models.sql_file import sql_file


class Kualitas(models.AbstractModel):
    """What is wrong or missing in the data of each person."""

    _name = "report.sikda.kualitas_data"
    _description = "Daftar kekurangan data pegawai"
    _inherit = ["sikda.people.report"]

    _report_code = "kualitas_data"
    _report_title = "Daftar kekurangan data pegawai"
    _report_group = "sikda.group_asn_private"
    _form_title = ("DAFTAR KEKURANGAN DATA PEGAWAI",)
    _by_unit = True

    def _people(self, options):
        return SQL(
            "SELECT fault.*, fault.unit_name AS unit FROM (%s) fault",
            sql_file(
                "report_kualitas",
                people=self._asn(options),
                tree=self._tree(options),
                until=options.date,
                rows=self._history(options),
                files=self._files(options),
            ),
        )

    def _files(self, options):
        """Statement: documents in the digital files of those who may be listed."""
        everybody = self._everybody(options)
        people = SQL("TRUE") if everybody else self._scope(options, SQL("e.id"))
        persons = self.env["hr.employee"].sudo()
        return persons._berkas_query(people, self._history(options))

    def _order_by(self, options):
        return SQL(
            "listed.unit_code, listed.unit_id, listed.nama, listed.employee_id, "
            "listed.fault_number"
        )

    def _columns(self, options):
        return (
            Column("nomor", "No.", 12, "1", kind="int"),
            Column("nama", "Nama", 60, "2"),
            Column("nip", "NIP", 36, "3"),
            Column("jabatan", "Jabatan", 60, "4"),
            Column("masalah", "Kekurangan", 110, "5"),
        )

from odoo import models

from odoo.addons.pemda_approval.report.pemda_approval_print import DRAFT_TITLE
from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import Report

from .hapus_print import COLUMNS
from .hapus_rows import rows_of_goods


class HapusUsul(models.AbstractModel):
    """Usul penghapusan with its list, signed by the pengguna barang."""

    _name = "report.sipbd_lifecycle.hapus_usul"
    _description = "Usul penghapusan"
    _inherit = ["sipbd.lifecycle.print"]

    def _letters(self, document):
        """None: the list is the proposal."""
        return ()

    def _lampiran_of(self, document):
        return "NOMOR", document.usul_number, document.usul_date

    def _lampiran_rows(self, document):
        return rows_of_goods(document)

    def _lampiran(self, hapus):
        """Finished when the pengguna has decided, not with the decree."""
        signed = hapus._agreed_by("sipbd.office_pengguna_barang")
        held = dict(hapus._fields["penguasaan"]._description_selection(hapus.env))
        day = hapus._day_of(signed) if signed else None
        causes = ", ".join(hapus.line_ids.sebab_id.mapped("name"))
        return Report(
            name="usul_hapus",
            title=(
                "USUL PENGHAPUSAN BARANG MILIK DAERAH",
                *(() if signed else (DRAFT_TITLE,)),
            ),
            identity=(
                ("UNIT", hapus.unit_id.name),
                ("NOMOR", hapus.usul_number or "-"),
                ("TANGGAL", long_date(hapus.usul_date) if hapus.usul_date else "-"),
                ("SEBAB", causes or "-"),
                ("ALASAN", hapus.reason or "-"),
            ),
            identity_right=(
                ("PADA", held[hapus.penguasaan]),
                ("DASAR", "; ".join(self._rests_on(hapus)) or "-"),
            ),
            columns=COLUMNS,
            letterhead=self._letterhead(hapus.unit_id),
            signers=self._final_signers(signed),
            place_date=self._seat_and_day(hapus.unit_id, day),
        )

    def _rests_on(self, hapus):
        for each in hapus.dokumen_ids:
            day = long_date(each.date)
            yield f"{each.jenis_id.name} nomor {each.number} tanggal {day}"

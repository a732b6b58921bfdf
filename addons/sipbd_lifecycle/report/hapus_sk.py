from odoo import models

from odoo.addons.pemda_report.engine.formats import long_date

from ..letters import hapus as letters


class HapusSk(models.AbstractModel):
    """SK penghapusan with its lampiran."""

    _name = "report.sipbd_lifecycle.hapus_sk"
    _description = "SK penghapusan"
    _inherit = ["sipbd.hapus.print"]

    _list_title = ("DAFTAR BARANG MILIK DAERAH YANG DIHAPUSKAN",)

    def _decree_facts(self, document):
        causes = document.line_ids.sebab_id.mapped("name")
        return {
            **super()._decree_facts(document),
            "memperhatikan": tuple(self._rests_on(document)),
            "causes": ", ".join(causes).lower() or "...",
        }

    def _rests_on(self, document):
        """What was written before the decree, a line each."""
        if document.usul_number:
            opd = document.unit_id.opd_id.name or document.unit_id.name
            day = long_date(document.usul_date)
            yield f"Usul penghapusan {opd} nomor {document.usul_number} tanggal {day}"
        for each in document.dokumen_ids:
            note = f" ({each.note})" if each.note else ""
            yield (
                f"{each.jenis_id.name} nomor {each.number} tanggal "
                f"{long_date(each.date)}{note}"
            )
        if document.dprd_number and document.dprd_date:
            day = long_date(document.dprd_date)
            yield f"Persetujuan DPRD nomor {document.dprd_number} tanggal {day}"
        agreed = document._agreed_by("pemda_base.office_kepala_daerah")
        if agreed and agreed != document._final_decision():
            day = long_date(document._day_of(agreed))
            yield f"Persetujuan {agreed._title()} tanggal {day}"

    def _decided(self, facts):
        return letters.write_off(facts)


class HapusBatalSk(models.AbstractModel):
    """SK pembatalan penghapusan with its lampiran."""

    _name = "report.sipbd_lifecycle.hapus_batal"
    _description = "SK pembatalan penghapusan"
    _inherit = ["sipbd.hapus.print"]

    _list_title = ("DAFTAR BARANG MILIK DAERAH YANG DIBATALKAN PENGHAPUSANNYA",)

    def _decree_facts(self, document):
        return {
            **super()._decree_facts(document),
            "number": document.hapus_id.number or "...",
            "date": document.hapus_id.date,
            "dasar": document.dasar,
        }

    def _decided(self, facts):
        return letters.cancellation(facts)

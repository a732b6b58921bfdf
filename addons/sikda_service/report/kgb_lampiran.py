from decimal import Decimal

from odoo import models

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import Column, Heading, Report


class KgbLampiran(models.AbstractModel):
    """Daftar lampiran of a proposal: everybody with the former and the new pay."""

    _name = "report.sikda_service.kgb_lampiran"
    _description = "List of a proposal of KGB"
    _inherit = ["pemda.approval.print"]

    def _document_report(self, document):
        usul = document.sudo()
        return Report(
            name="daftar_kgb",
            title=("DAFTAR KENAIKAN GAJI BERKALA",),
            identity=(
                ("UNIT KERJA", usul.unit_id.name),
                ("NOMOR", usul.number or "-"),
                ("TANGGAL", long_date(usul.date) if usul.date else "-"),
                ("SAMPAI DENGAN TMT", long_date(usul.until)),
            ),
            columns=(
                Column("no", "No.", 8, "1", kind="int"),
                Column("nama", "Nama", 38, "2"),
                Column("nip", "NIP", 31, "3"),
                Column("jabatan", "Jabatan", 34, "4"),
                Column("golongan", "Gol.", 11, "5", align="center"),
                Heading(
                    "Gaji Pokok Lama",
                    (
                        Column("sk_nomor", "Nomor SK", 28, "6"),
                        Column("sk_tmt", "TMT", 17, "7", kind="date"),
                        Column("gaji_lama", "Rp", 20, "8", kind="money", total=True),
                    ),
                ),
                Heading(
                    "Gaji Pokok Baru",
                    (
                        Column("tmt", "TMT", 17, "9", kind="date"),
                        Column("mk", "MK\nThn", 9, "10", kind="int"),
                        Column("gaji", "Rp", 20, "11", kind="money", total=True),
                    ),
                ),
                Column("tmt_berikut", "KGB Berikut", 17, "12", kind="date", blank="-"),
                Column("surat", "Nomor Surat", 28, "13"),
                Column("alasan", "Keterangan", 32, "14"),
            ),
        )

    def _document_rows(self, document):
        document.line_ids.check_access("read")
        lines = document.line_ids.sudo()
        decided = lines.filtered(lambda line: not line.kecuali_id)
        # whoever was left out stands at the end, and his pay in no total
        for number, line in enumerate(decided + (lines - decided), 1):
            yield (
                number,
                line.nama,
                line.nip,
                line.jabatan,
                line.golongan_id.name,
                line.sk_nomor,
                line.sk_tmt,
                None if line.kecuali_id else Decimal(line.gaji_lama),
                line.tmt,
                line.mkg_tahun,
                None if line.kecuali_id else Decimal(line.gaji),
                None if line.kecuali_id else line.tmt_berikut,
                line.surat_nomor,
                self._remark(line),
            )

    def _remark(self, line):
        if line.kecuali_id:
            return f"tidak ikut diputus: {line.kecuali_id.sebab}"
        return "dibatalkan" if line.batal_id else line.alasan_tetap

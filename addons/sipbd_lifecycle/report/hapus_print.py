from decimal import Decimal

from odoo import models

from odoo.addons.pemda_report.engine.model import Column, Heading, Report

from ..letters import hapus as letters
from ..letters.parts import day, written
from .hapus_rows import rows_of_goods

COLUMNS = (
    Column("nomor", "No.", 9, "1", kind="int"),
    Heading(
        "Nomor",
        (
            Column("kode", "Kode Barang", 27, "2"),
            Column("register", "Register", 14, "3", align="center"),
        ),
    ),
    Heading(
        "Spesifikasi Barang",
        (
            Column("nama", "Nama / Jenis Barang", 40, "4"),
            Column("merk_type", "Merk / Type", 26, "5"),
            Column(
                "nomor_nomor",
                "No. Sertifikat/\nNo. Pabrik/\nNo. Chasis / Mesin",
                32,
                "6",
            ),
            Column("bahan", "Bahan", 17, "7"),
        ),
    ),
    Column("asal_usul", "Asal / Cara\nPerolehan\nBarang", 22, "8"),
    Column("tahun", "Tahun\nPerolehan", 15, "9", kind="int"),
    Column("ukuran", "Ukuran Barang/\nKonstruksi\n(P, SP, D)", 21, "10"),
    Column("satuan", "Satuan", 14, "11"),
    Column("kondisi", "Keadaan\nBarang\n(B, KB, RB)", 15, "12", align="center"),
    Heading(
        "Jumlah",
        (
            Column(
                "jumlah", "Barang", 14, "13", kind="number", align="center", total=True
            ),
            Column("nilai", "Harga\n(Rp)", 28, "14", kind="money", total=True),
        ),
    ),
    Column("upb", "Nama UPB", 30, "15"),
)


class HapusPrint(models.AbstractModel):
    """A decree on goods: its diktum as a letter, and the list of 15 columns that
    belongs to it (lampiran)."""

    _name = "sipbd.hapus.print"
    _description = "Decree on goods"
    _inherit = ["sipbd.lifecycle.print"]

    _list_title: tuple[str, ...] = ()

    def _decree_facts(self, document) -> dict:
        """What ``letters.hapus`` asks."""
        return {
            "about": document.tentang,
            "menimbang": written(document.menimbang),
            "mengingat": written(document.mengingat),
            "memutuskan": written(document.memutuskan),
            "memperhatikan": (),
            "decree_number": document.number,
            "count": document.line_count,
            "nilai": Decimal(str(document.nilai)),
            "unit": document.unit_id.name,
            "reason": (document.reason or "...").strip(),
        }

    def _decided(self, facts) -> tuple[str, ...]:
        """The points of the diktum."""
        raise NotImplementedError

    def _letter(self, document):
        facts, frame = self._decree_facts(document), self._decree_frame(document)
        return letters.decree(facts, self._decided(facts), frame)

    def _decree_frame(self, document):
        """Who decrees it, where and when; of a draft who is to."""
        final = document._final_decision()
        office, unit = self._decreeing(document, final)
        signed_at = self._seat_and_day(unit, document.request_id.number_date)
        return {
            "office": office,
            "letterhead": self._letterhead(unit),
            "signed_at": signed_at and f"Ditetapkan di {signed_at}",
            "signers": self._final_signers(final),
            "copies": written(document.tembusan),
        }

    def _decreeing(self, document, final):
        """The office that takes the final decision, and its unit."""
        if final:
            return final.office_id.title or final.office_id.name, final.unit_id
        today = self.env.company.sudo()._pemda_today()
        step = document._flow().step_ids.sorted("sequence")[-1:]
        unit = step._unit(document.unit_id, document.unit_id.browse(), today)
        return step.office_id.title or step.office_id.name, unit

    def _lampiran_of(self, document):
        request = document.request_id
        return "NOMOR", request.number, request.number_date

    def _lampiran(self, document):
        frame = self._decree_frame(document)
        remark = self._remark(document, frame["signers"])
        caption, number, date = self._lampiran_of(document)
        return Report(
            name="lampiran_sk",
            title=(*self._list_title, *filter(None, (remark,))),
            identity=(
                ("LAMPIRAN", f"KEPUTUSAN {frame['office'].upper()}"),
                (caption, number or "-"),
                ("TANGGAL", day(date)),
            ),
            columns=COLUMNS,
        )

    def _lampiran_rows(self, document):
        return rows_of_goods(document)

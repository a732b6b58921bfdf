from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from odoo import fields, models

from odoo.addons.pemda_approval.report.pemda_approval_print import DRAFT_TITLE
from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.letter import write_letters
from odoo.addons.pemda_report.engine.model import Column, Heading, Report
from odoo.addons.pemda_report.engine.pdf import write_pdf

from ..letters import hapus as letters
from ..letters.parts import written
from .hapus_rows import rows_of_goods

REVOKED = "DIBATALKAN"
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
    _inherit = ["pemda.approval.print"]

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

    def _print(self, document) -> bytes:
        """Whoever may read the goods of a document may print it."""
        document.line_ids.check_access("read")
        document = document.sudo()
        request = document.request_id
        issue = replace(
            self._issue(request.number or "-", fields.Datetime.now()),
            url=request._public_url() if request else "",
        )
        frame, facts = self._decree_frame(document), self._decree_facts(document)
        letter = letters.decree(facts, self._decided(facts), frame)
        diktum, goods = BytesIO(), BytesIO()
        self._guarded(lambda: write_letters([letter], diktum, issue, document.tentang))
        report, rows = self._goods_list(document, frame), rows_of_goods(document)
        self._guarded(lambda: write_pdf(report, rows, goods, issue))
        return _joined(diktum, goods)

    def _decree_frame(self, document):
        """Who decrees it, where and when; of a draft who is to."""
        request = document.request_id
        final = request._final_decision() if request.state == "approved" else None
        remark = REVOKED if request.state == "cancelled" else DRAFT_TITLE
        office, unit = self._decreeing(document, final)
        place = unit._letterhead()["place"] or "." * 24
        return {
            "office": office,
            "letterhead": self._letterhead(unit),
            "signed_at": final
            and f"Ditetapkan di {place}, {long_date(request.number_date)}"
            or "",
            "signers": self._final_signers(final),
            "copies": written(document.tembusan),
            "remark": "" if final else remark,
        }

    def _decreeing(self, document, final):
        """The office that takes the final decision, and its unit."""
        if final:
            return final.office_id.title or final.office_id.name, final.unit_id
        kind = document._approval_kind()
        today = self.env.company.sudo()._pemda_today()
        flows = self.env["pemda.approval.flow"].sudo()
        flow = document.request_id.flow_id or flows._in_force(
            kind, document.unit_id, today
        )
        step = flow.step_ids.sorted("sequence")[-1:]
        unit = step._unit(document.unit_id, document.unit_id.browse(), today)
        return step.office_id.title or step.office_id.name, unit

    def _goods_list(self, document, frame):
        request = document.request_id
        day = request.number_date
        return Report(
            name="lampiran_sk",
            title=(*self._list_title, *filter(None, (frame["remark"],))),
            identity=(
                ("LAMPIRAN", f"KEPUTUSAN {frame['office'].upper()}"),
                ("NOMOR", request.number or "-"),
                ("TANGGAL", long_date(day) if day else "-"),
            ),
            columns=COLUMNS,
            signers=frame["signers"],
            place_date=frame["signed_at"],
        )


def _joined(*parts) -> bytes:
    """Several PDF as one."""
    writer = PdfWriter()
    for part in parts:
        writer.append(PdfReader(part))
    target = BytesIO()
    writer.write(target)
    return target.getvalue()

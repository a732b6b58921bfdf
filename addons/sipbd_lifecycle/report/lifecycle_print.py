from dataclasses import replace
from decimal import Decimal
from functools import partial
from io import BytesIO

from odoo import fields, models
from odoo.tools.pdf import merge_pdf

from odoo.addons.pemda_approval.report.pemda_approval_print import DRAFT_TITLE
from odoo.addons.pemda_report.engine.letter import Letter, write_letters
from odoo.addons.pemda_report.engine.model import Column, Report, Signer
from odoo.addons.pemda_report.engine.pdf import write_pdf

from ..letters.parts import day

REVOKED = "DIBATALKAN"
COLUMNS = (
    Column("no", "No.", 8, "1", kind="int"),
    Column("nibar", "NIBAR /\nKode Register", 62, "2"),
    Column("kode", "Kode Barang", 28, "3"),
    Column("name", "Nama Barang", 42, "4"),
    Column("merk_type", "Merk / Type", 28, "5"),
    Column("tahun", "Tahun\nPerolehan", 14, "6", kind="int"),
    Column("jumlah", "Jumlah", 14, "7", kind="number", total=True),
    Column("satuan", "Satuan", 14, "8"),
    Column("nilai", "Nilai\nPerolehan (Rp)", 26, "9", kind="money", total=True),
    Column(
        "akumulasi",
        "Akumulasi\nPenyusutan (Rp)",
        26,
        "10",
        kind="money",
        total=True,
    ),
    Column("buku", "Nilai Buku\n(Rp)", 26, "11", kind="money", total=True),
    Column("kondisi", "Kon-\ndisi", 11, "12", align="center"),
    Column("keterangan", "Keterangan", 30, "13"),
)


class LifecyclePrint(models.AbstractModel):
    """Letters of a document that changes goods, followed by the list of the goods.

    Implement ``_letter`` (or ``_letters``) and ``_lampiran_of``; ``_lampiran`` and
    ``_lampiran_rows`` give the list.
    """

    _name = "sipbd.lifecycle.print"
    _description = "Print of a document that changes goods"
    _inherit = ["pemda.approval.print"]

    def _letter(self, document) -> Letter:
        """The letter, without remark and place of signature where it is a draft."""
        raise NotImplementedError

    def _letters(self, document) -> tuple[Letter, ...]:
        """All letters, each on its own page; the list is signed as the first one."""
        return (self._letter(document),)

    def _lampiran_of(self, document) -> tuple:
        """What the list belongs to: caption of the number, number, date."""
        raise NotImplementedError

    def _lampiran(self, document) -> Report:
        """The list of goods, unsigned: it is signed as the first letter."""
        return self._list(document, COLUMNS)

    def _list(self, document, columns):
        caption, number, date = self._lampiran_of(document)
        return Report(
            name="lampiran",
            title=("DAFTAR BARANG",),
            identity=((caption, number or "-"), ("TANGGAL", day(date))),
            columns=columns,
        )

    def _lampiran_rows(self, document):
        for place, line in enumerate(document.line_ids, 1):
            numbers = (line.nibar, line.kode_register)
            yield (
                place,
                " / ".join(filter(None, numbers)),
                line.kode,
                line.name,
                line.merk_type or "",
                line.tahun_perolehan or None,
                exact(line.jumlah),
                line.satuan or "",
                exact(line.nilai),
                exact(line.akumulasi),
                exact(line.buku),
                line.kondisi or "",
                line.keterangan or "",
            )

    # printing

    def _printed_number(self, document):
        _caption, number, _date = self._lampiran_of(document)
        return number

    def _print(self, document) -> bytes:
        """Whoever may read a document and its goods may print it."""
        document.check_access("read")
        document.line_ids.check_access("read")
        document = document.sudo().with_context(lang="id_ID")
        request = self._request_of(document)
        issue = replace(
            self._issue(self._printed_number(document) or "-", fields.Datetime.now()),
            url=request._public_url() if request else "",
        )
        letters = [
            replace(
                letter,
                letterhead=letter.letterhead
                or self._letterhead(self._letterhead_unit(document)),
                remark=self._remark(document, letter.signers),
            )
            for letter in self._letters(document)
        ]
        lampiran = self._lampiran(document)
        parts = []
        if letters:
            first = letters[0]
            lampiran = replace(
                lampiran,
                signers=first.signers,
                place_date=first.signed_at or first.place_date,
            )
            parts.append(self._pdf(write_letters, letters, issue, first.name))
        rows = self._lampiran_rows(document)
        parts.append(self._pdf(partial(write_pdf, lampiran), rows, issue))
        return merge_pdf(parts)

    def _pdf(self, write, what, *facts):
        """:param write: takes what is printed, the file, and the further facts"""
        target = BytesIO()
        self._guarded(lambda: write(what, target, *facts))
        return target.getvalue()

    def _letterhead_unit(self, document):
        """Whose letterhead a letter has that names none."""
        return document.unit_id

    def _remark(self, document, signers):
        """What stands above everything: that it is void, or not signed yet."""
        if document.state == "cancelled":
            return REVOKED
        return "" if any(signer.name for signer in signers) else DRAFT_TITLE

    # signatures

    def _vacant_signer(self, step, unit, heading="") -> Signer:
        """The office of a step that has not been decided yet."""
        return Signer(
            title=step.office_id._title_in(unit),
            heading=heading,
            on_behalf_of=step.on_behalf_office_id._signed_as() or "",
        )

    def _holder_signer(self, unit, office_codes, day, heading="") -> Signer:
        """Whoever holds the first of these offices that is held for the unit."""
        holders = self.env["pemda.office.holder"].sudo()
        found = holders.browse()
        for code in office_codes:
            found = holders._in_office(unit, code, day)
            if found:
                break
        block = found._signature(unit, office_codes[0])
        return Signer(
            title=block["title"],
            name=block["name"],
            nip=block["nip"],
            capacity=block["capacity"],
            heading=heading,
        )

    def _party(self, signer, unit):
        """A signer as party of a report, as ``letters.parts.person`` takes it."""
        return {
            "name": signer.name,
            "nip": signer.nip,
            "jabatan": signer.lines[-1],
            "unit": unit.name,
        }


def exact(amount):
    return Decimal(str(round(amount, 2)))

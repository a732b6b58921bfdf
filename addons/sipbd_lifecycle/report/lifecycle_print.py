from dataclasses import replace
from decimal import Decimal
from io import BytesIO

from odoo import fields, models
from odoo.tools.pdf import merge_pdf

from odoo.addons.pemda_approval.report.pemda_approval_print import DRAFT_TITLE
from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.letter import Letter, write_letters
from odoo.addons.pemda_report.engine.model import Column, Report, Signer
from odoo.addons.pemda_report.engine.pdf import write_pdf

from ..letters.parts import day

REVOKED = "DIBATALKAN"


class LifecyclePrint(models.AbstractModel):
    """Letter of a document that changes goods, followed by the list of the goods.

    Implement ``_letter`` and ``_lampiran_of``; ``_lampiran`` gives the list.
    """

    _name = "sipbd.lifecycle.print"
    _description = "Print of a document that changes goods"
    _inherit = ["pemda.approval.print"]

    def _letter(self, document) -> Letter:
        """The letter, without remark and place of signature where it is a draft."""
        raise NotImplementedError

    def _lampiran_of(self, document) -> tuple:
        """What the list belongs to: caption of the number, number, date."""
        raise NotImplementedError

    def _lampiran(self, document) -> Report | None:
        """The list of goods; None if the letter has none."""
        caption, number, date = self._lampiran_of(document)
        return Report(
            name="lampiran",
            title=("DAFTAR BARANG",),
            identity=((caption, number or "-"), ("TANGGAL", day(date))),
            columns=(
                Column("no", "No.", 8, "1", kind="int"),
                Column("nibar", "NIBAR /\nKode Register", 62, "2"),
                Column("kode", "Kode Barang", 28, "3"),
                Column("name", "Nama Barang", 42, "4"),
                Column("merk_type", "Merk / Type", 28, "5"),
                Column("tahun", "Tahun\nPerolehan", 14, "6", kind="int"),
                Column("jumlah", "Jumlah", 14, "7", kind="number", total=True),
                Column("satuan", "Satuan", 14, "8"),
                Column(
                    "nilai", "Nilai\nPerolehan (Rp)", 26, "9", kind="money", total=True
                ),
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
            ),
        )

    def _lampiran_rows(self, document):
        for place, line in enumerate(document.line_ids.sudo(), 1):
            numbers = (line.nibar, line.kode_register)
            yield (
                place,
                " / ".join(filter(None, numbers)),
                line.kode,
                line.name,
                line.merk_type or "",
                line.tahun_perolehan or None,
                _exact(line.jumlah),
                line.satuan or "",
                _exact(line.nilai),
                _exact(line.akumulasi),
                _exact(line.buku),
                line.kondisi or "",
                line.keterangan or "",
            )

    # printing

    def _print(self, document) -> bytes:
        document.check_access("read")
        document = document.sudo()
        request = self._request_of(document)
        letter = self._letter(document)
        letter = replace(
            letter,
            letterhead=letter.letterhead or self._letterhead(document.unit_id),
            remark=self._remark(document, letter),
        )
        _caption, number, _date = self._lampiran_of(document)
        issue = replace(
            self._issue(number or "-", fields.Datetime.now()),
            url=request._public_url() if request else "",
        )
        parts = [self._written(write_letters, (letter,), issue, letter.name)]
        lampiran = self._lampiran(document)
        if lampiran:
            lampiran = replace(
                lampiran,
                signers=lampiran.signers or letter.signers,
                place_date=letter.signed_at or letter.place_date,
            )
            rows = self._lampiran_rows(document)
            target = BytesIO()
            self._guarded(lambda: write_pdf(lampiran, rows, target, issue))
            parts.append(target.getvalue())
        return merge_pdf(parts)

    def _written(self, write, letters, issue, title):
        target = BytesIO()
        self._guarded(lambda: write(letters, target, issue, title))
        return target.getvalue()

    def _remark(self, document, letter):
        """What stands above everything: that it is void, or not signed yet."""
        if document.state == "cancelled":
            return REVOKED
        return "" if any(signer.name for signer in letter.signers) else DRAFT_TITLE

    # signatures

    def _signer_of(self, decision, heading="") -> Signer:
        """Whoever took a decision, as he held the office then."""
        return Signer(
            title=decision._title(),
            name=decision.person,
            nip=self._nip(decision),
            heading=heading,
            capacity=decision.capacity or "definitif",
            on_behalf_of=decision.on_behalf or "",
        )

    def _vacant_signer(self, step, unit, heading="") -> Signer:
        """The office of a step that has not been decided yet."""
        title = (step.office_id.title or step.office_id.name or "").replace(
            "{unit}", unit.name or ""
        )
        return Signer(
            title=title,
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
            title=block["title"].removeprefix("Plt. ").removeprefix("Plh. "),
            name=block["name"],
            nip=block["nip"],
            capacity=block["capacity"] or "definitif",
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

    def _place(self, unit, day):
        """``Bangil, 31 Desember 2026``; without a day nothing."""
        place = unit._letterhead()["place"] or "." * 24
        return f"{place}, {long_date(day)}" if day else ""


def _exact(amount):
    return Decimal(str(round(amount, 2)))

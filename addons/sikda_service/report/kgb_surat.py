from dataclasses import replace
from io import BytesIO

from odoo import fields, models
from odoo.exceptions import UserError

from odoo.addons.pemda_approval.report.pemda_approval_print import DRAFT_TITLE
from odoo.addons.pemda_report.engine.letter import Letter, write_letters

from ..letters.kgb import points
from ..models.sikda_kgb_usul import LETTER

REVOKED = "DIBATALKAN"
CPNS = "gaji.cpns.persen"


class KgbSurat(models.AbstractModel):
    """Surat pemberitahuan KGB of everybody in a proposal, as one document."""

    _name = "report.sikda_service.kgb_surat"
    _description = "Letters of KGB"
    _inherit = ["pemda.approval.print"]

    def _print(self, document):
        return self._write_letters(document, document._decided_lines())

    def _write_letters(self, usul, lines) -> bytes:
        """One PDF of the letters of these lines; who may read them may print them."""
        lines.check_access("read")
        usul, lines = usul.sudo(), lines.sudo()
        if lines.kecuali_id:
            raise UserError(
                self.env._("Whoever was left out of the decision has no letter.")
            )
        request = usul.request_id
        issue = replace(
            self._issue(request.number or "-", fields.Datetime.now()),
            url=request._public_url() if request else "",
        )
        frame = self._letter_frame(usul)
        percent = self._percent()
        target = BytesIO()
        self._guarded(
            lambda: write_letters(
                (self._letter(frame, line, percent) for line in lines),
                target,
                issue,
                frame["title"],
            )
        )
        return target.getvalue()

    def _letter_frame(self, usul):
        """What all letters of a proposal have in common."""
        surat = self.env["sikda.surat"]._by_code(LETTER)
        request = usul.request_id
        final = request._final_decision() if request.state == "approved" else None
        unit = surat.unit_id or (final and final.unit_id) or usul.unit_id
        return {
            "title": usul.hal or surat.hal,
            "hal": usul.hal or surat.hal,
            "opening": usul.pembuka,
            "closing": usul.penutup,
            "letterhead": self._letterhead(unit),
            "place_date": self._final_place_date(usul, request) if final else "",
            "addressee": _written(usul.kepada),
            "signers": self._final_signers(final),
            "copies": _written(usul.tembusan),
            "remark": "" if final else self._remark(request),
        }

    def _remark(self, request):
        return REVOKED if request.state == "cancelled" else DRAFT_TITLE

    def _percent(self):
        """Part of the basic pay that a CPNS is paid."""
        parameters = self.env["sikda.parameter"].sudo()._rules()
        return lambda day: parameters.get(CPNS, day).integer

    def _letter(self, frame, line, percent) -> Letter:
        paid = percent(line.tmt) if line.status_asn == "cpns" else 100
        if line.batal_id:
            frame = {**frame, "remark": REVOKED, "signers": (), "place_date": ""}
        return Letter(
            name=line.nama or line.nip or "",
            letterhead=frame["letterhead"],
            place_date=frame["place_date"],
            head=(
                ("Nomor", line.surat_nomor or "-"),
                ("Lampiran", "-"),
                ("Hal", frame["hal"]),
            ),
            addressee=frame["addressee"],
            body=(
                *_written(frame["opening"]),
                *points(line, paid),
                *_written(frame["closing"]),
            ),
            signers=frame["signers"],
            copies=frame["copies"],
            remark=frame["remark"],
        )


class KgbSuratOrang(models.AbstractModel):
    """The letter of one person."""

    _name = "report.sikda_service.kgb_surat_orang"
    _description = "Letter of KGB of one person"
    _inherit = ["report.sikda_service.kgb_surat"]

    def _render_pdf(self, records, data):
        for line in records:
            yield line, self._write_letters(line.usul_id, line)

    def _documents_of(self, records):
        return records.usul_id

    def _print_name(self, report, records):
        """With the NIP, as long as it is about one person."""
        name = super()._print_name(report, records)
        return f"{name}_{records.nip}" if len(records) == 1 and records.nip else name


def _written(text) -> tuple[str, ...]:
    """Lines of a text that say anything."""
    return tuple(filter(None, (line.strip() for line in (text or "").splitlines())))

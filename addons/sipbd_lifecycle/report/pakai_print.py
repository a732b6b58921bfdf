from dataclasses import replace

from odoo import models

from odoo.addons.pemda_report.engine.letter import Letter
from odoo.addons.pemda_report.engine.model import Column, Heading, Signer

from ..letters import pakai as letters
from ..letters.parts import PARTY_VALUES
from ..models.sipbd_pakai import HAND_OVER
from .lifecycle_print import exact

FIRST, SECOND = "PIHAK PERTAMA", "PIHAK KEDUA"


class CustodyPrint(models.AbstractModel):
    """Letters on goods in somebody's hands, each on its own page, and their list."""

    _name = "sipbd.pakai.print"
    _description = "Print of custody"
    _inherit = ["sipbd.lifecycle.print"]

    def _letterhead_unit(self, document):
        return self._opd(document)

    def _remark(self, document, signers):
        """A letter is finished with the decision, whoever signs it beside."""
        done = document.state == "approved"
        return super()._remark(document, signers if done else ())

    def _lampiran_of(self, document):
        return "LAMPIRAN BERITA ACARA NOMOR", document.number, document.date

    def _opd(self, document):
        return document.unit_id._opd_or_self()

    def _decided_by(self, document, heading="") -> Signer:
        """Whoever has taken the last decision, or the office that will."""
        final = document._final_decision()
        if final:
            return self._signer_of(final, heading)
        step = document._flow().step_ids.sorted("sequence")[-1:]
        return self._vacant_signer(step, self._opd(document), heading)


GOODS = (
    Column("no", "No.", 8, "1", kind="int"),
    Column("nibar", "NIBAR", 36, "2"),
    Column("kode", "Kode Barang", 27, "3"),
    Column("name", "Nama Barang", 40, "4"),
    Column("merk_type", "Merk / Type", 30, "5"),
    Column("tahun", "Tahun\nPerolehan", 14, "6", kind="int"),
)
NUMBERS = (
    *GOODS,
    Heading(
        "Nomor",
        (
            Column("polisi", "Polisi", 20, "7"),
            Column("rangka", "Rangka", 28, "8"),
            Column("mesin", "Mesin", 26, "9"),
        ),
    ),
    Column("jumlah", "Jumlah", 12, "10", kind="number", total=True),
    Column("nilai", "Nilai\nPerolehan (Rp)", 27, "11", kind="money", total=True),
)


def goods(place, line):
    """Values of ``GOODS``."""
    return (
        place,
        line.nibar or "",
        line.kode or "",
        line.name,
        line.merk_type or "",
        line.tahun_perolehan or None,
    )


def numbers(place, line):
    """Values of ``NUMBERS``."""
    return (
        *goods(place, line),
        line.nomor_polisi or "",
        line.nomor_rangka or "",
        line.nomor_mesin or "",
        exact(line.jumlah),
        exact(line.nilai),
    )


class PakaiPrint(models.AbstractModel):
    """BAST pemakaian with its pakta integritas, or the report of a return."""

    _name = "report.sipbd_lifecycle.pakai"
    _description = "Handover report of custody"
    _inherit = ["sipbd.pakai.print"]

    def _letters(self, document):
        given = document.jenis == HAND_OVER
        pengguna = self._decided_by(document, FIRST if given else SECOND)
        holder = self._holder_signer_of(document, SECOND if given else FIRST)
        signers = (pengguna, holder) if given else (holder, pengguna)
        office = self._party(pengguna, self._opd(document))
        person = {
            "name": document.holder_name,
            "nip": document.holder_nip,
            "pangkat": document.holder_pangkat,
            "jabatan": document.holder_jabatan,
            "unit": document.holder_unit,
        }
        write = letters.bast if given else letters.back
        title = letters.bast_title if given else letters.back_title
        signed_at = self._seat_and_day(self._opd(document), document.date)
        first = Letter(
            name="Berita acara",
            head=(),
            title=title(document),
            values=PARTY_VALUES,
            body=write(document, office, person),
            signed_at=signed_at,
            signers=signers,
        )
        if not given:
            return (first,)
        pakta = Letter(
            name="Pakta integritas",
            head=(),
            title=letters.pakta_title(document),
            values=PARTY_VALUES,
            body=letters.pakta(document, person),
            signed_at=signed_at,
            signers=(replace(holder, heading="Yang menyatakan,"),),
        )
        return first, pakta

    def _holder_signer_of(self, document, heading):
        return Signer(
            title=document.holder_jabatan or "Pemakai",
            name=document.holder_name or "",
            nip=document.holder_nip or "",
            heading=heading,
        )

    def _lampiran(self, document):
        given = document.jenis == HAND_OVER
        return self._list(
            document,
            (
                *NUMBERS,
                Column("kondisi", "Kondisi", 14, "12", align="center"),
                *(
                    ()
                    if given
                    else (
                        Column("kembali", "Kondisi\nKembali", 14, "13", align="center"),
                    )
                ),
                Column("kelengkapan", "Kelengkapan", 36, "13" if given else "14"),
                Column("keterangan", "Keterangan", 26, "14" if given else "15"),
            ),
        )

    def _lampiran_rows(self, document):
        given = document.jenis == HAND_OVER
        for place, line in enumerate(document.line_ids, 1):
            back = () if given else (line.kondisi_kembali or line.kondisi or "",)
            yield (
                *numbers(place, line),
                line.kondisi or "",
                *back,
                line.kelengkapan or "",
                line.keterangan or "",
            )


class HilangPrint(models.AbstractModel):
    """Report of a loss, with who has to answer for the goods."""

    _name = "report.sipbd_lifecycle.hilang"
    _description = "Report of a loss"
    _inherit = ["sipbd.pakai.print"]

    def _letters(self, document):
        return (
            Letter(
                name="Berita acara kehilangan",
                head=(),
                title=letters.lost_title(document),
                body=letters.lost(document),
                signed_at=self._seat_and_day(self._opd(document), document.date),
                signers=(self._decided_by(document),),
            ),
        )

    def _lampiran(self, document):
        return self._list(
            document,
            (
                *NUMBERS,
                Column("pemakai", "Pemakai / NIP", 42, "12"),
                Column("keterangan", "Keterangan", 24, "13"),
            ),
        )

    def _lampiran_rows(self, document):
        for place, line in enumerate(document.line_ids, 1):
            yield (
                *numbers(place, line),
                " / ".join(filter(None, (line.holder_name, line.holder_nip))),
                line.keterangan or "",
            )


class PakaiBatalPrint(models.AbstractModel):
    """Report that a custody document was made in error."""

    _name = "report.sipbd_lifecycle.pakai_batal"
    _description = "Cancellation of custody, printed"
    _inherit = ["sipbd.pakai.print"]

    def _letters(self, document):
        return (
            Letter(
                name="Berita acara pembatalan",
                head=(),
                title=letters.cancelled_title(document),
                body=letters.cancelled(document),
                signed_at=self._seat_and_day(self._opd(document), document.date),
                signers=(self._decided_by(document),),
            ),
        )

    def _lampiran(self, document):
        return self._list(
            document,
            (
                *GOODS,
                Column("kondisi", "Kondisi", 14, "7", align="center"),
                Column("keterangan", "Keterangan", 40, "8"),
            ),
        )

    def _lampiran_rows(self, document):
        for place, line in enumerate(document.line_ids, 1):
            yield (
                *goods(place, line),
                line.kondisi or "",
                line.keterangan or "",
            )


class HilangBatalPrint(models.AbstractModel):
    """Report that lost goods are in use again."""

    _name = "report.sipbd_lifecycle.hilang_batal"
    _description = "Cancellation of a loss, printed"
    _inherit = ["report.sipbd_lifecycle.pakai_batal"]

    def _letters(self, document):
        return (
            Letter(
                name="Berita acara penemuan kembali",
                head=(),
                title=letters.back_again_title(document),
                body=letters.back_again(document),
                signed_at=self._seat_and_day(self._opd(document), document.date),
                signers=(self._decided_by(document),),
            ),
        )

    def _lampiran_rows(self, document):
        """Under the code to which the goods return, in the condition of now."""
        former = {line.asset_id: line.kode for line in document.hilang_id.line_ids}
        for line, row in zip(
            document.line_ids, super()._lampiran_rows(document), strict=True
        ):
            place, nibar, kode, *described, _kondisi, keterangan = row
            kondisi = line.kondisi_kembali or line.kondisi or ""
            kode = former.get(line.asset_id) or kode
            yield (place, nibar, kode, *described, kondisi, keterangan)

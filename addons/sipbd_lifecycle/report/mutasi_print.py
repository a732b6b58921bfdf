from odoo import models

from odoo.addons.pemda_report.engine.letter import Letter

from ..letters import mutasi as letters
from ..letters.parts import DECREE_VALUES, PARTY_VALUES, written
from ..models.mutasi_letters import ABOVE, HERE, THERE
from ..models.sipbd_mutasi import BETWEEN

BASIS = "Pasal 55 Peraturan Menteri Dalam Negeri Nomor 19 Tahun 2016"


class MutasiPrint(models.AbstractModel):
    """What the letters of a transfer have in common: who signs where."""

    _name = "sipbd.mutasi.print"
    _description = "Print of a transfer"
    _inherit = ["sipbd.lifecycle.print"]

    def _signed(self, document, places, heading=""):
        """Whoever decided last in these places, or the office that will."""
        decision = document._approved_in(places)
        if decision:
            return self._signer_of(decision, heading)
        unit = document.to_unit_id if places == THERE else document.unit_id
        step = document._signing_step(places)
        return self._vacant_signer(step, unit._opd_or_self(), heading)

    def _sk_text(self):
        return self.env["sipbd.lifecycle.teks"]._by_code("mutasi_sk")


class MutasiUsul(models.AbstractModel):
    """Surat usul of the pengguna lama to the pengelola."""

    _name = "report.sipbd_lifecycle.mutasi_usul"
    _description = "Usul of a transfer"
    _inherit = ["sipbd.mutasi.print"]

    def _letter(self, document):
        opd = document.unit_id._opd_or_self()
        return Letter(
            name="Usul pengalihan status penggunaan",
            letterhead=self._letterhead(opd),
            place_date=self._seat_and_day(opd, document.usul_date),
            head=(
                ("Nomor", document.usul_number or "-"),
                ("Lampiran", "1 (satu) berkas"),
                ("Hal", "Usul Pengalihan Status Penggunaan Barang Milik Daerah"),
            ),
            addressee=("Yth. Pengelola Barang", "di tempat"),
            body=letters.usul(document, BASIS),
            signers=(self._signed(document, HERE),),
        )

    def _lampiran_of(self, document):
        return "LAMPIRAN SURAT NOMOR", document.usul_number, document.usul_date


class MutasiSk(models.AbstractModel):
    """Persetujuan of the pengelola: SK pengalihan status penggunaan."""

    _name = "report.sipbd_lifecycle.mutasi_sk"
    _description = "Decree of a transfer"
    _inherit = ["sipbd.mutasi.print"]

    def _letter(self, document):
        text = self._sk_text()
        signer = self._signed(document, ABOVE)
        authority = signer.on_behalf_of or signer.title
        pemda = self.env.ref("pemda_base.unit_pemda")
        return Letter(
            name="Keputusan pengalihan status penggunaan",
            letterhead=self._letterhead(pemda),
            head=(),
            title=letters.sk_title(document, authority, text),
            values=DECREE_VALUES,
            body=letters.sk(document, authority, text),
            signed_at=self._seat_and_day(pemda, document.sk_date),
            signers=(signer,),
            copies=written(text.tembusan),
        )

    def _lampiran_of(self, document):
        return "LAMPIRAN KEPUTUSAN NOMOR", document.sk_number, document.sk_date


class MutasiBast(models.AbstractModel):
    """Handover report, signed by both: BAST, or BA mutasi internal."""

    _name = "report.sipbd_lifecycle.mutasi_bast"
    _description = "Handover report of a transfer"
    _inherit = ["sipbd.mutasi.print"]

    def _letter(self, document):
        first, second, *knows = self._parties(document)
        opd = document.unit_id._opd_or_self()
        between = document.jenis == BETWEEN
        units = (
            (opd, document.to_unit_id._opd_or_self())
            if between
            else (document.unit_id, document.to_unit_id)
        )
        return Letter(
            name="Berita acara",
            letterhead=self._letterhead(opd),
            head=(),
            title=letters.bast_title(document),
            values=PARTY_VALUES,
            body=letters.bast(
                document,
                self._party(first, units[0]),
                self._party(second, units[1]),
                self._sk_text(),
            ),
            signed_at=self._seat_and_day(opd, document.date),
            signers=(first, *knows, second),
        )

    def _parties(self, document):
        """Who gives, who receives and, inside one pengguna, who has decided."""
        first, second = "PIHAK PERTAMA", "PIHAK KEDUA"
        if document.jenis == BETWEEN:
            yield self._signed(document, HERE, first)
            yield self._signed(document, THERE, second)
            return
        today = document._lifecycle_date()
        for unit, heading in ((document.unit_id, first), (document.to_unit_id, second)):
            yield self._holder_signer(unit, self._keepers(unit), today, heading)
        yield self._signed(document, THERE, "MENGETAHUI")

    def _keepers(self, unit):
        """Who signs for goods of a unit: of the OPD itself, its pengurus barang."""
        if unit == unit._opd_or_self():
            return ("pengurus_barang_pengguna",)
        return ("kuasa_pengguna_barang", "pengurus_barang_pembantu")

    def _remark(self, document, signers):
        """It is finished with the transfer, whoever signs it beside."""
        done = document.state == "approved"
        return "" if done else super()._remark(document, ())

    def _lampiran_of(self, document):
        return "LAMPIRAN BERITA ACARA NOMOR", document.number, document.date


class MutasiBatal(models.AbstractModel):
    """Handover report of goods that go back."""

    _name = "report.sipbd_lifecycle.mutasi_batal"
    _description = "Cancellation of a transfer, printed"
    _inherit = ["report.sipbd_lifecycle.mutasi_bast"]

    def _letter(self, document):
        opd = document.unit_id._opd_or_self()
        parties = list(self._parties_back(document))
        return Letter(
            name="Berita acara pembatalan",
            letterhead=self._letterhead(opd),
            head=(),
            title=letters.batal_title(document),
            body=letters.batal(document),
            signed_at=self._seat_and_day(opd, document.date),
            signers=tuple(parties),
        )

    def _parties_back(self, document):
        """Who gives the goods back, and the pengguna who has them again."""
        if document.jenis == BETWEEN:
            yield self._signed(document, THERE, "YANG MENGEMBALIKAN")
        yield self._signed(document, HERE, "YANG MENERIMA KEMBALI")

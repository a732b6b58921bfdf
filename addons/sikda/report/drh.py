from typing import NamedTuple

from odoo import models

from odoo.addons.pemda_report.engine.booklet import Section
from odoo.addons.pemda_report.engine.formats import long_date, rupiah
from odoo.addons.pemda_report.engine.model import Column, Signer

from . import life_tables as life
from . import service_tables as service

SEXES = {"male": "Laki-laki", "female": "Perempuan"}


class Fact(NamedTuple):
    """A line about the person."""

    label: str
    text: str | None
    #: only for whoever may see NIK, health and pay of the person
    private: bool = False


class Drh(models.AbstractModel):
    """Daftar riwayat hidup, in the order of Kep. Ka BKN 11/2002."""

    _name = "report.sikda.drh"
    _description = "Daftar riwayat hidup (DRH)"
    _inherit = ["sikda.person.document"]

    _report_code = "drh"
    _report_title = "Daftar riwayat hidup (DRH)"
    _form_title = ("DAFTAR RIWAYAT HIDUP",)
    _form_orientation = "portrait"

    def _tables(self):
        return (
            ("II. PENDIDIKAN – 1. Pendidikan Formal", life.PENDIDIKAN),
            ("II. PENDIDIKAN – 2. Pelatihan dan Kursus", life.DIKLAT),
            ("III. RIWAYAT PEKERJAAN – 1. Kepangkatan", service.PANGKAT),
            ("III. RIWAYAT PEKERJAAN – Perjanjian Kerja (PPPK)", service.PERJANJIAN),
            ("III. RIWAYAT PEKERJAAN – 2. Jabatan", service.JABATAN),
            ("IV. TANDA JASA DAN PENGHARGAAN", life.PENGHARGAAN),
            ("V. KUNJUNGAN KE LUAR NEGERI", life.LUAR_NEGERI),
            ("VI. KELUARGA – 1. Suami/Istri", life.PASANGAN),
            ("VI. KELUARGA – 2. Anak", life.ANAK),
            ("VI. KELUARGA – 3. Orang Tua dan Mertua", life.ORANG_TUA),
            ("VI. KELUARGA – 4. Saudara Kandung", life.SAUDARA),
            ("VII. ORGANISASI", life.ORGANISASI),
            ("VIII. LAIN-LAIN – 1. Penilaian Kinerja", service.KINERJA),
            ("VIII. LAIN-LAIN – 2. Hukuman Disiplin", service.HUKDIS),
            ("VIII. LAIN-LAIN – 3. Penguasaan Bahasa", life.BAHASA),
        )

    def _identity(self, options, person):
        return (("KEADAAN PER TANGGAL", long_date(options.date)),)

    def _signers_of(self, options, person):
        person = person.sudo()
        return (
            Signer(
                heading="Yang membuat,",
                title="",
                name=person.nama_gelar,
                nip=person.nip or "",
            ),
        )

    def _sections(self, options, person):
        return (self._about(options, person), *super()._sections(options, person))

    def _about(self, options, person):
        facts = self._facts(options, person)
        return Section(
            name="perorangan",
            title="I. KETERANGAN PERORANGAN",
            columns=(
                Column("nomor", "No.", 9, kind="int"),
                Column("uraian", "Uraian", 60),
                Column("isi", "Keterangan", 120),
            ),
            rows=tuple(
                (nomor, fact.label, fact.text or "-")
                for nomor, fact in enumerate(facts, 1)
            ),
        )

    def _facts(self, options, person):
        """What is said about the person, as far as the user may know it."""
        private, state = self._is_private(person), self._state(options, person)
        person = person.sudo()
        born = (person.tempat_lahir, person.birthday and long_date(person.birthday))
        served = ""
        if state["mkg_tahun"] is not None:
            served = f"{state['mkg_tahun']} tahun {state['mkg_bulan'] or 0} bulan"
        pay = state["gaji_pokok"]
        facts = (
            Fact("Nama lengkap", person.nama_gelar),
            Fact("NIP/NI PPPK", person.nip),
            Fact("NIK", person.nik, private=True),
            Fact("Status kepegawaian", service.STATUSES.get(state["status_asn"])),
            Fact("Pangkat, golongan ruang", state["pangkat"]),
            Fact("TMT golongan", self._day(state["tmt_golongan"])),
            Fact("Masa kerja golongan menurut SK terakhir", served),
            Fact("Gaji pokok", pay and rupiah(pay), private=True),
            Fact("Jabatan", state["jabatan"]),
            Fact("TMT jabatan", self._day(state["tmt_jabatan"])),
            Fact("Unit kerja", state["unit"]),
            Fact("Pendidikan terakhir", state["pendidikan"]),
            Fact("Tempat, tanggal lahir", ", ".join(filter(None, born))),
            Fact("Jenis kelamin", SEXES.get(person.sex)),
            Fact("Agama", person.agama_id.name),
            Fact("Status perkawinan", person.status_kawin_id.name),
            Fact("Golongan darah", person.golongan_darah, private=True),
            Fact("Alamat rumah", person.alamat),
            Fact("Nomor telepon seluler", person.hp),
            Fact("TMT CPNS", self._day(person.tmt_cpns)),
            Fact("TMT PNS", self._day(person.tmt_pns)),
            Fact("Nomor Karpeg", person.karpeg),
            Fact("Nomor Karis/Karsu", person.karis_karsu, private=True),
            Fact("NPWP", person.npwp, private=True),
            Fact("Nomor BPJS Kesehatan", person.bpjs, private=True),
            Fact("Nomor Taspen", person.taspen, private=True),
            Fact("TMT pensiun (BUP)", self._day(state["tmt_pensiun"])),
        )
        return [fact for fact in facts if private or not fact.private]

    def _day(self, day):
        return long_date(day) if day else ""


class DrhSaya(models.AbstractModel):
    """The DRH of oneself, from “My data”."""

    _name = "report.sikda.drh_saya"
    _description = "Daftar riwayat hidup sendiri"
    _inherit = ["report.sikda.drh"]

    # printed from the own page only, not chosen in the wizard
    _report_code = ""

    def _person_of(self, record):
        return record.employee_id

"""What the letter of a KGB says; form text, Indonesian whatever the screen speaks."""

from odoo.addons.pemda_report.engine.formats import long_date, rupiah
from odoo.addons.pemda_report.engine.letter import Point
from odoo.addons.pemda_report.engine.terbilang import rupiah_in_words

FORMER = "atas dasar surat keputusan terakhir tentang gaji/pangkat yang ditetapkan:"
GIVEN = "diberikan kenaikan gaji berkala hingga memperoleh:"
NO_FURTHER = "- (akhir tabel gaji)"
NOTHING = "-"


def years_and_months(years: int | None, months: int | None) -> str:
    return f"{years or 0} tahun {months or 0} bulan"


def day(value) -> str:
    return long_date(value) if value else NOTHING


def pay(amount: int, percent: int) -> str:
    """The basic pay; of a CPNS the part that is paid besides."""
    if percent == 100:
        return rupiah_in_words(amount)
    part = rupiah_in_words(amount * percent // 100)
    return f"{percent}% x {rupiah(amount)} = {part}"


def points(line, percent=100) -> tuple:
    """The numbered points of one person.

    :param line: a line of the proposal
    :param percent: what is paid of the basic pay
    """
    golongan = line.golongan_id
    birth = ", ".join(
        filter(
            None, (line.tempat_lahir, line.tanggal_lahir and day(line.tanggal_lahir))
        )
    )
    rank = " / ".join(filter(None, (golongan.pangkat, line.jabatan)))
    unit, opd = line.unit_id, line.unit_id.opd_id
    office = ", ".join(filter(None, (unit.name, opd.name if opd != unit else "")))
    is_pppk = (line.status_asn or "").startswith("pppk")
    return (
        Point(mark="1.", label="Nama", text=line.nama or NOTHING),
        Point(label="Tempat, tanggal lahir", text=birth or NOTHING, level=1),
        Point(
            mark="2.", label="NI PPPK" if is_pppk else "NIP", text=line.nip or NOTHING
        ),
        Point(mark="3.", label="Pangkat / jabatan", text=rank or NOTHING),
        Point(mark="4.", label="Kantor / tempat", text=office or NOTHING),
        Point(mark="5.", label="Gaji pokok lama", text=pay(line.gaji_lama, percent)),
        Point(label=FORMER, level=1),
        Point(
            mark="a.", label="oleh pejabat", text=line.sk_pejabat or NOTHING, level=1
        ),
        Point(
            mark="b.",
            label="tanggal dan nomor",
            text=", ".join(
                filter(None, (line.sk_tanggal and day(line.sk_tanggal), line.sk_nomor))
            )
            or NOTHING,
            level=1,
        ),
        Point(mark="c.", label="tanggal mulai berlaku", text=day(line.sk_tmt), level=1),
        Point(
            mark="d.",
            label="masa kerja golongan pada tanggal tersebut",
            text=years_and_months(line.sk_mkg_tahun, line.sk_mkg_bulan),
            level=1,
        ),
        GIVEN,
        Point(mark="6.", label="Gaji pokok baru", text=pay(line.gaji, percent)),
        Point(
            mark="7.",
            label="Berdasarkan masa kerja",
            text=years_and_months(line.mkg_tahun, line.mkg_bulan),
        ),
        Point(mark="8.", label="Dalam golongan ruang", text=golongan.name or NOTHING),
        Point(mark="9.", label="Terhitung mulai tanggal", text=day(line.tmt)),
        Point(
            mark="10.",
            label="Kenaikan gaji berikutnya",
            text=day(line.tmt_berikut) if line.tmt_berikut else NO_FURTHER,
        ),
    )

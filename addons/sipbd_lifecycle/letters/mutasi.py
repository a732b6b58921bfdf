"""Letters of a transfer: usul, persetujuan (SK), handover report."""

from odoo.addons.pemda_report.engine.formats import number
from odoo.addons.pemda_report.engine.letter import Point
from odoo.addons.pemda_report.engine.terbilang import terbilang

from .parts import day, decided, lettered, numbered, party, spoken_day

#: of the decree: labels are short, texts have the room
DECREE_VALUES = 0.2


def rupiah(amount) -> str:
    return f"Rp{number(amount)} ({terbilang(int(amount))} rupiah)"


def goods(mutasi) -> str:
    """``3 (tiga) barang dengan nilai perolehan Rp...``"""
    return (
        f"{number(mutasi.line_count)} ({terbilang(mutasi.line_count)}) barang dengan "
        f"nilai perolehan {rupiah(round(mutasi.nilai))}"
    )


def usul(mutasi, legal_basis: str) -> tuple:
    return (
        "Dengan hormat,",
        f"Berdasarkan {legal_basis}, bersama ini kami mengusulkan pengalihan status "
        f"penggunaan barang milik daerah sebanyak {goods(mutasi)}, sebagaimana "
        "tercantum dalam lampiran, dengan penjelasan sebagai berikut:",
        Point(mark="1.", label="Pengguna barang lama", text=opd(mutasi.unit_id)),
        Point(mark="2.", label="Pengguna barang baru", text=opd(mutasi.to_unit_id)),
        Point(mark="3.", label="Unit yang menerima", text=mutasi.to_unit_id.name),
        Point(mark="4.", label="Nilai buku", text=rupiah(round(mutasi.buku))),
        Point(mark="5.", label="Pertimbangan", text=mutasi.reason),
        "Demikian usulan ini disampaikan, atas perhatian dan persetujuannya "
        "diucapkan terima kasih.",
    )


def sk_title(mutasi, authority: str) -> tuple[str, ...]:
    return (
        f"KEPUTUSAN {authority.upper()}",
        f"NOMOR {mutasi.sk_number or '-'}",
        "TENTANG",
        "PENGALIHAN STATUS PENGGUNAAN BARANG MILIK DAERAH "
        f"DARI {opd(mutasi.unit_id).upper()} KEPADA {opd(mutasi.to_unit_id).upper()}",
    )


def sk(mutasi, text) -> tuple:
    """:param text: ``sipbd.lifecycle.teks``"""
    here, there = opd(mutasi.unit_id), opd(mutasi.to_unit_id)
    return (
        *lettered(
            "Menimbang",
            (
                f"bahwa {here} selaku pengguna barang dengan surat nomor "
                f"{mutasi.usul_number or '-'} tanggal {day(mutasi.usul_date)} "
                "mengusulkan pengalihan status penggunaan barang milik daerah kepada "
                f"{there}",
                f"bahwa usulan tersebut diajukan dengan pertimbangan: {mutasi.reason}",
                *text._lines_of("menimbang"),
            ),
        ),
        *numbered("Mengingat", text._lines_of("mengingat")),
        *decided(
            "Keputusan tentang pengalihan status penggunaan barang milik daerah.",
            (
                "Mengalihkan status penggunaan barang milik daerah sebanyak "
                f"{goods(mutasi)}, sebagaimana tercantum dalam lampiran keputusan ini, "
                f"dari {here} kepada {there}.",
                *text._lines_of("memutuskan"),
            ),
        ),
    )


def bast(mutasi, parties) -> tuple:
    """:param parties: the giving and the receiving one, tuples of name, NIP, office
    and unit"""
    first, second = parties
    basis = (
        f"Keputusan Nomor {mutasi.sk_number} tanggal {day(mutasi.sk_date)} tentang "
        "Pengalihan Status Penggunaan Barang Milik Daerah"
        if mutasi.sk_number
        else f"pertimbangan: {mutasi.reason}"
    )
    opening = (
        f"Pada hari ini, {spoken_day(mutasi.date)}, kami yang bertanda tangan di bawah "
        "ini:"
        if mutasi.date
        else "Kami yang bertanda tangan di bawah ini:"
    )
    return (
        opening,
        *party("1.", *first, "PIHAK PERTAMA (yang menyerahkan)"),
        *party("2.", *second, "PIHAK KEDUA (yang menerima)"),
        f"Berdasarkan {basis}, PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK "
        f"KEDUA menerima dari PIHAK PERTAMA, {goods(mutasi)}, sebagaimana tercantum "
        "dalam lampiran berita acara ini.",
        "Sejak ditandatanganinya berita acara ini tanggung jawab atas penggunaan, "
        "pengamanan, pemeliharaan, dan penatausahaan barang beralih kepada PIHAK "
        "KEDUA.",
        "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.",
    )


def bast_title(mutasi) -> tuple[str, ...]:
    name = (
        "BERITA ACARA SERAH TERIMA"
        if mutasi.jenis == "antar"
        else "BERITA ACARA MUTASI INTERNAL"
    )
    return (name, "BARANG MILIK DAERAH", f"NOMOR {mutasi.number or '-'}")


def opd(unit) -> str:
    return (unit.opd_id or unit).name


def batal_title(batal) -> tuple[str, ...]:
    return (
        "BERITA ACARA PEMBATALAN MUTASI",
        "BARANG MILIK DAERAH",
        f"NOMOR {batal.number or '-'}",
    )


def batal(batal) -> tuple:
    mutasi = batal.mutasi_id
    return (
        f"Dengan berita acara ini dibatalkan berita acara nomor {mutasi.number} "
        f"tanggal {day(mutasi.date)} tentang mutasi barang milik daerah dari "
        f"{mutasi.unit_id.name} kepada {mutasi.to_unit_id.name}, dengan alasan: "
        f"{batal.reason}",
        f"Barang sebanyak {goods(batal)}, sebagaimana tercantum dalam lampiran, "
        f"kembali tercatat pada {mutasi.unit_id.name}.",
        "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.",
    )

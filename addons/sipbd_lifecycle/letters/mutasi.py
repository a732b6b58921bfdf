"""Letters of a transfer: usul, persetujuan (SK), handover report."""

from odoo.addons.pemda_report.engine.letter import Point
from odoo.addons.pemda_report.engine.terbilang import rupiah_in_words

from .parts import (
    CLOSING,
    NOTHING,
    TWO_COPIES,
    counted,
    day,
    decided,
    decree_title,
    lettered,
    numbered,
    opening,
    parties,
    sentence,
    written,
)


def goods(mutasi) -> str:
    """``3 (tiga) barang dengan nilai perolehan Rp...``"""
    return (
        f"{counted(mutasi.line_count)} barang dengan nilai perolehan "
        f"{rupiah_in_words(round(mutasi.nilai))}"
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
        Point(mark="4.", label="Nilai buku", text=rupiah_in_words(round(mutasi.buku))),
        Point(mark="5.", label="Pertimbangan", text=mutasi.reason),
        "Demikian usulan ini disampaikan, atas perhatian dan persetujuannya "
        "diucapkan terima kasih.",
    )


def sk_about(mutasi, text) -> str:
    """:param text: ``sipbd.lifecycle.teks``"""
    return f"{text.tentang} dari {opd(mutasi.unit_id)} kepada {opd(mutasi.to_unit_id)}"


def sk_title(mutasi, authority: str, text) -> tuple[str, ...]:
    return decree_title(authority, mutasi.sk_number, sk_about(mutasi, text))


def sk(mutasi, authority: str, text) -> tuple:
    here, there = opd(mutasi.unit_id), opd(mutasi.to_unit_id)
    return (
        *lettered(
            "Menimbang",
            (
                f"bahwa {here} selaku pengguna barang dengan surat nomor "
                f"{mutasi.usul_number or NOTHING} tanggal {day(mutasi.usul_date)} "
                "mengusulkan pengalihan status penggunaan barang milik daerah kepada "
                f"{there}",
                f"bahwa usulan tersebut diajukan dengan pertimbangan: {mutasi.reason}",
                *written(text.menimbang),
            ),
        ),
        *numbered("Mengingat", written(text.mengingat)),
        *decided(
            authority,
            sk_about(mutasi, text),
            (
                "Mengalihkan status penggunaan barang milik daerah sebanyak "
                f"{goods(mutasi)}, sebagaimana tercantum dalam lampiran keputusan ini, "
                f"dari {here} kepada {there}.",
                *written(text.memutuskan),
            ),
        ),
    )


def bast(mutasi, first: dict, second: dict, text) -> tuple:
    """:param first, second: who gives and who receives, as ``parts.person`` takes them
    :param text: ``sipbd.lifecycle.teks`` of the decree"""
    basis = (
        f"Keputusan Nomor {mutasi.sk_number} tanggal {day(mutasi.sk_date)} tentang "
        f"{text.tentang}"
        if mutasi.sk_number
        else f"pertimbangan: {mutasi.reason}"
    )
    return (
        opening(mutasi.date),
        *parties(first, second, "yang menyerahkan", "yang menerima"),
        f"Berdasarkan {basis}, PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK "
        f"KEDUA menerima dari PIHAK PERTAMA, {goods(mutasi)}, sebagaimana tercantum "
        "dalam lampiran berita acara ini.",
        "Sejak ditandatanganinya berita acara ini tanggung jawab atas penggunaan, "
        "pengamanan, pemeliharaan, dan penatausahaan barang beralih kepada PIHAK "
        "KEDUA. Biaya yang timbul sejak saat itu menjadi beban PIHAK KEDUA.",
        TWO_COPIES,
    )


def bast_title(mutasi) -> tuple[str, ...]:
    name = (
        "BERITA ACARA SERAH TERIMA"
        if mutasi.jenis == "antar"
        else "BERITA ACARA MUTASI INTERNAL"
    )
    return (name, "BARANG MILIK DAERAH", f"NOMOR {mutasi.number or NOTHING}")


def opd(unit) -> str:
    return (unit.opd_id or unit).name


def batal_title(batal) -> tuple[str, ...]:
    return (
        "BERITA ACARA PEMBATALAN MUTASI",
        "BARANG MILIK DAERAH",
        f"NOMOR {batal.number or NOTHING}",
    )


def batal(batal) -> tuple:
    mutasi = batal.mutasi_id
    return (
        f"Dengan berita acara ini dibatalkan berita acara nomor {mutasi.number} "
        f"tanggal {day(mutasi.date)} tentang mutasi barang milik daerah dari "
        f"{mutasi.unit_id.name} kepada {mutasi.to_unit_id.name}, dengan alasan: "
        f"{sentence(batal.reason)}",
        f"Barang sebanyak {goods(batal)}, sebagaimana tercantum dalam lampiran, "
        f"kembali tercatat pada {mutasi.unit_id.name}.",
        CLOSING,
    )

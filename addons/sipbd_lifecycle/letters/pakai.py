"""Letters on goods in the hands of employees: handover report, pakta integritas,
report of return, of loss, of cancellation."""

from odoo.addons.pemda_report.engine.letter import Point

from .parts import (
    CLOSING,
    NOTHING,
    TWO_COPIES,
    counted,
    day,
    opening,
    parties,
    person,
    sentence,
    spoken_day,
)

#: what the custodian promises; Permendagri 19/2016, wording unconfirmed
PROMISES = (
    "menggunakan barang tersebut hanya untuk kepentingan kedinasan sesuai tugas dan "
    "fungsi saya;",
    "menjaga, mengamankan, dan merawat barang tersebut sebaik-baiknya;",
    "tidak memindahtangankan, menggadaikan, menyewakan, atau meminjamkan barang "
    "tersebut kepada pihak lain;",
    "melaporkan kepada pengguna barang paling lambat 1 x 24 jam apabila barang rusak "
    "atau hilang;",
    "mengembalikan barang tersebut dalam keadaan baik dan lengkap apabila saya "
    "berpindah tugas, berhenti, pensiun, atau sewaktu-waktu diminta;",
    "mengganti kerugian daerah sesuai peraturan perundang-undangan apabila barang "
    "hilang atau rusak karena kelalaian saya.",
)


def goods(document) -> str:
    return f"{counted(document.line_count)} barang milik daerah"


def bast_title(pakai) -> tuple[str, ...]:
    return (
        "BERITA ACARA SERAH TERIMA PEMAKAIAN",
        "BARANG MILIK DAERAH",
        f"NOMOR {pakai.number or NOTHING}",
    )


def bast(pakai, pengguna: dict, holder: dict) -> tuple:
    until = (
        f"sampai dengan {day(pakai.until)}"
        if pakai.until
        else "selama PIHAK KEDUA memangku jabatan atau tugas tersebut"
    )
    return (
        opening(pakai.date),
        *parties(pengguna, holder, "yang menyerahkan", "yang menerima dan memakai"),
        f"PIHAK PERTAMA menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima dari "
        f"PIHAK PERTAMA, {goods(pakai)} sebagaimana tercantum dalam "
        f"lampiran, untuk dipakai dalam rangka: {sentence(pakai.reason)}",
        f"Barang dipakai {until}.",
        "Sejak ditandatanganinya berita acara ini PIHAK KEDUA bertanggung jawab atas "
        "penggunaan, pengamanan, dan perawatan barang, dan menandatangani pakta "
        "integritas yang merupakan bagian tidak terpisahkan dari berita acara ini.",
        TWO_COPIES,
    )


def pakta_title(pakai) -> tuple[str, ...]:
    return ("PAKTA INTEGRITAS", "PEMAKAIAN BARANG MILIK DAERAH")


def pakta(pakai, holder: dict) -> tuple:
    return (
        "Saya yang bertanda tangan di bawah ini:",
        *person("", holder),
        f"sehubungan dengan pemakaian {goods(pakai)} menurut berita "
        f"acara serah terima nomor {pakai.number or NOTHING} tanggal "
        f"{day(pakai.date)}, menyatakan bahwa saya akan:",
        *(
            Point(mark=f"{place}.", label=promise)
            for place, promise in enumerate(PROMISES, 1)
        ),
        "Apabila saya melanggar pernyataan ini, saya bersedia dikenai sanksi sesuai "
        "peraturan perundang-undangan.",
        "Demikian pakta integritas ini saya buat dengan sadar dan tanpa paksaan.",
    )


def back_title(pakai) -> tuple[str, ...]:
    return (
        "BERITA ACARA PENGEMBALIAN",
        "BARANG MILIK DAERAH",
        f"NOMOR {pakai.number or NOTHING}",
    )


def back(pakai, pengguna: dict, holder: dict) -> tuple:
    return (
        opening(pakai.date),
        *parties(holder, pengguna, "yang mengembalikan", "yang menerima kembali"),
        f"PIHAK PERTAMA mengembalikan kepada PIHAK KEDUA, dan PIHAK KEDUA menerima "
        f"kembali dari PIHAK PERTAMA, {goods(pakai)} dengan kondisi dan "
        "kelengkapan sebagaimana tercantum dalam lampiran.",
        f"Alasan pengembalian: {sentence(pakai.reason)}",
        "Sejak ditandatanganinya berita acara ini tanggung jawab PIHAK PERTAMA atas "
        "barang tersebut beralih kepada PIHAK KEDUA.",
        TWO_COPIES,
    )


def lost_title(hilang) -> tuple[str, ...]:
    return (
        "BERITA ACARA KEHILANGAN",
        "BARANG MILIK DAERAH",
        f"NOMOR {hilang.number or NOTHING}",
    )


def lost(hilang) -> tuple:
    began = (
        f"Pada hari ini, {spoken_day(hilang.date)}, " if hilang.date else "Dengan ini "
    )
    return (
        f"{began}diterangkan bahwa {goods(hilang)} pada "
        f"{hilang.unit_id.name}, sebagaimana tercantum dalam lampiran, telah hilang "
        "dengan keterangan sebagai berikut:",
        Point(mark="1.", label="Tanggal kehilangan", text=day(hilang.lost_date)),
        Point(mark="2.", label="Tempat kehilangan", text=hilang.place),
        Point(mark="3.", label="Kronologis", text=hilang.reason),
        Point(
            mark="4.",
            label="Surat keterangan kepolisian",
            text=f"nomor {hilang.polisi_number} tanggal {day(hilang.polisi_date)}",
        ),
        "Barang tersebut dicatat dalam Aset Lain-Lain sampai ada keputusan tuntutan "
        "ganti kerugian. Sampai saat itu pemakai barang yang tercantum dalam lampiran "
        "tetap bertanggung jawab atas barang tersebut.",
        CLOSING,
    )


def back_again_title(batal) -> tuple[str, ...]:
    what = "PENEMUAN KEMBALI" if batal.sebab == "ditemukan" else "PEMBATALAN KEHILANGAN"
    return (
        f"BERITA ACARA {what}",
        "BARANG MILIK DAERAH",
        f"NOMOR {batal.number or NOTHING}",
    )


def back_again(batal) -> tuple:
    hilang = batal.hilang_id
    found = batal.sebab == "ditemukan"
    began = (
        f"Pada hari ini, {spoken_day(batal.date)}, " if batal.date else "Dengan ini "
    )
    happened = (
        f"telah ditemukan kembali pada tanggal {day(batal.found_date)}"
        if found
        else "tidak hilang, sehingga laporan kehilangannya keliru"
    )
    return (
        f"{began}diterangkan bahwa {goods(batal)} pada {batal.unit_id.name}, "
        f"sebagaimana tercantum dalam lampiran, yang dilaporkan hilang dengan berita "
        f"acara kehilangan nomor {hilang.number} tanggal {day(hilang.date)}, "
        f"{happened}.",
        Point(mark="1.", label="Dasar", text=batal.dasar),
        Point(mark="2.", label="Keterangan", text=sentence(batal.reason)),
        "Sejak tanggal berita acara ini barang tersebut digunakan kembali dan dicatat "
        "pada kode barang semula."
        if found
        else "Barang tersebut tetap digunakan dan dicatat pada kode barang semula.",
        CLOSING,
    )


def cancelled_title(batal) -> tuple[str, ...]:
    return (
        "BERITA ACARA PEMBATALAN",
        "PEMAKAIAN BARANG MILIK DAERAH",
        f"NOMOR {batal.number or NOTHING}",
    )


def cancelled(batal) -> tuple:
    pakai = batal.pakai_id
    return (
        f"Dengan berita acara ini dinyatakan batal berita acara nomor {pakai.number} "
        f"tanggal {day(pakai.date)} mengenai {goods(batal)} atas nama "
        f"{pakai.holder_name}, karena terdapat kekeliruan: "
        f"{sentence(batal.reason)}",
        "Keadaan barang sebagaimana tercantum dalam lampiran kembali seperti sebelum "
        "berita acara tersebut.",
        CLOSING,
    )

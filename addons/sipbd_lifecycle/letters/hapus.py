"""What the decrees on a write-off say; form text, Indonesian whatever the screen
speaks."""

from odoo.addons.pemda_report.engine.formats import long_date, number
from odoo.addons.pemda_report.engine.letter import Centred, Letter, Point
from odoo.addons.pemda_report.engine.terbilang import terbilang

#: where the texts of points begin
VALUES = 0.19
ORDINALS = ("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA")
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def written(text) -> tuple[str, ...]:
    """Lines of a text that say anything."""
    return tuple(filter(None, (line.strip() for line in (text or "").splitlines())))


def itemised(label: str, texts, numbered: bool = False) -> tuple[Point, ...]:
    """``Menimbang : a. ...; b. ...``, with a full stop after the last."""
    texts = tuple(texts)
    return tuple(
        Point(
            label="" if i else label,
            item=f"{i + 1}." if numbered else f"{LETTERS[i % len(LETTERS)]}.",
            text=sentence(text) if i == len(texts) - 1 else f"{text.rstrip(' ;.')};",
        )
        for i, text in enumerate(texts)
    )


def sentence(text: str) -> str:
    """With a full stop at its end.

    >>> sentence("Rusak berat; ")
    'Rusak berat.'
    """
    return text.rstrip(" ;.\n") + "."


def rupiah(amount) -> str:
    """``Rp1.500.000,00 (satu juta lima ratus ribu rupiah)``; sen are not spelled."""
    return f"Rp{number(amount)} ({terbilang(int(amount))} rupiah)"


def counted(count: int) -> str:
    """``12 (dua belas)``."""
    return f"{number(count)} ({terbilang(count)})"


def write_off(facts) -> tuple[str, ...]:
    """What is decided when goods are struck off.

    :param facts: ``count``, ``unit``, ``nilai``, ``causes``, ``reason``
    """
    return (
        f"Menghapus {counted(facts['count'])} barang milik daerah pada "
        f"{facts['unit']} dengan nilai perolehan {rupiah(facts['nilai'])} karena "
        f"{facts['causes']}, sebagaimana tercantum dalam lampiran yang merupakan "
        "bagian tidak terpisahkan dari keputusan ini.",
        f"Alasan penghapusan sebagaimana dimaksud dalam diktum KESATU: "
        f"{sentence(facts['reason'])}",
        "Pengurus barang membukukan penghapusan sebagaimana dimaksud dalam diktum "
        "KESATU pada tanggal keputusan ini ditetapkan dan menghentikan penyusutannya.",
        "Apabila di kemudian hari ternyata terdapat kekeliruan dalam keputusan ini "
        "akan diadakan perbaikan sebagaimana mestinya.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    )


def cancellation(facts) -> tuple[str, ...]:
    """What is decided when a write-off is cancelled.

    :param facts: ``count``, ``unit``, ``nilai``, ``number`` and ``date`` of the decree
        that is cancelled, ``dasar``, ``reason``
    """
    return (
        f"Membatalkan penghapusan {counted(facts['count'])} barang milik daerah pada "
        f"{facts['unit']} dengan nilai perolehan {rupiah(facts['nilai'])} yang "
        f"ditetapkan dengan keputusan nomor {facts['number']} tanggal "
        f"{long_date(facts['date'])}, sebagaimana tercantum dalam lampiran yang "
        "merupakan bagian tidak terpisahkan dari keputusan ini.",
        f"Pembatalan sebagaimana dimaksud dalam diktum KESATU berdasarkan "
        f"{facts['dasar']}: {sentence(facts['reason'])}",
        "Pengurus barang membukukan barang tersebut kembali sebagai perolehan dari "
        "pembatalan penghapusan pada tanggal keputusan ini ditetapkan, dengan nilai "
        "perolehan dan akumulasi penyusutan semula.",
        "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
    )


def decree(facts, decided, frame) -> Letter:
    """A decree with its diktum.

    :param facts: ``about``, ``decree_number``, ``menimbang``, ``mengingat``,
        ``memperhatikan``
    :param decided: what is decided, a text for each point of the diktum
    :param frame: ``office``, ``letterhead``, ``signed_at``, ``signers``, ``copies``,
        ``remark``
    """
    about, office = facts["about"].upper(), frame["office"].upper()
    return Letter(
        name=facts["about"],
        letterhead=frame["letterhead"],
        head=(),
        title=(
            f"KEPUTUSAN {office}",
            f"NOMOR {facts['decree_number'] or '...'}",
            "TENTANG",
            about,
        ),
        values=VALUES,
        body=(
            *itemised("Menimbang", facts["menimbang"]),
            *itemised("Mengingat", facts["mengingat"], numbered=True),
            *itemised("Memperhatikan", facts["memperhatikan"], numbered=True),
            Centred("MEMUTUSKAN:"),
            Point(label="Menetapkan", text=f"KEPUTUSAN {office} TENTANG {about}."),
            *(
                Point(label=label, text=text)
                for label, text in zip(ORDINALS, decided, strict=False)
            ),
        ),
        signed_at=frame["signed_at"],
        signers=frame["signers"],
        copies=frame["copies"],
        remark=frame["remark"],
    )

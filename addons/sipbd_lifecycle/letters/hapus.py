"""What the decrees on a write-off say."""

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.letter import Letter
from odoo.addons.pemda_report.engine.terbilang import rupiah_in_words

from .parts import (
    DECREE_VALUES,
    counted,
    decided,
    decree_title,
    lettered,
    numbered,
    sentence,
)


def write_off(facts) -> tuple[str, ...]:
    """What is decided when goods are struck off.

    :param facts: ``count``, ``unit``, ``nilai``, ``causes``, ``reason``, and
        ``memutuskan``, what the pemda adds
    """
    return (
        f"Menghapus {counted(facts['count'])} barang milik daerah pada "
        f"{facts['unit']} dengan nilai perolehan "
        f"{rupiah_in_words(facts['nilai'])} karena "
        f"{facts['causes']}, sebagaimana tercantum dalam lampiran yang merupakan "
        "bagian tidak terpisahkan dari keputusan ini.",
        f"Alasan penghapusan sebagaimana dimaksud dalam diktum KESATU: "
        f"{sentence(facts['reason'])}",
        *facts["memutuskan"],
    )


def cancellation(facts) -> tuple[str, ...]:
    """What is decided when a write-off is cancelled.

    :param facts: ``count``, ``unit``, ``nilai``, ``number`` and ``date`` of the decree
        that is cancelled, ``dasar``, ``reason``, ``memutuskan``
    """
    return (
        f"Membatalkan penghapusan {counted(facts['count'])} barang milik daerah pada "
        f"{facts['unit']} dengan nilai perolehan "
        f"{rupiah_in_words(facts['nilai'])} yang "
        f"ditetapkan dengan keputusan nomor {facts['number']} tanggal "
        f"{long_date(facts['date'])}, sebagaimana tercantum dalam lampiran yang "
        "merupakan bagian tidak terpisahkan dari keputusan ini.",
        f"Pembatalan sebagaimana dimaksud dalam diktum KESATU berdasarkan "
        f"{facts['dasar']}: {sentence(facts['reason'])}",
        *facts["memutuskan"],
    )


def decree(facts, diktum, frame) -> Letter:
    """A decree with its diktum.

    :param facts: ``about``, ``decree_number``, ``menimbang``, ``mengingat``,
        ``memperhatikan``
    :param diktum: what is decided, a text for each point
    :param frame: ``office``, ``letterhead``, ``signed_at``, ``signers``, ``copies``
    """
    about, office = facts["about"], frame["office"]
    return Letter(
        name=about,
        letterhead=frame["letterhead"],
        head=(),
        title=decree_title(office, facts["decree_number"], about),
        values=DECREE_VALUES,
        body=(
            *lettered("Menimbang", facts["menimbang"]),
            *numbered("Mengingat", facts["mengingat"]),
            *numbered("Memperhatikan", facts["memperhatikan"]),
            *decided(office, about, diktum),
        ),
        signed_at=frame["signed_at"],
        signers=frame["signers"],
        copies=frame["copies"],
    )

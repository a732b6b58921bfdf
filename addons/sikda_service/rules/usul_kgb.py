"""Who is proposed for a KGB, and what a proposal must still be when it is decided on.

Basis: PP 7/1977 art. 11-14 and changes (PNS); PermenPANRB 7/2023 (PPPK).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


def _(text: str) -> str:
    """Marks a sentence for the export of terms; the models translate it."""
    return text


# Why a rise is due; the article is that of the parameter kgb.dasar.
REACHED = _(
    "Masa kerja golongan was %(mkg)s on %(since)s; the pay table of %(golongan)s rises "
    "at %(years)s years, which are reached on %(tmt)s."
)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why somebody is not proposed.

    :param parameter: parameter of personnel law whose article it rests on
    :param liftable: the OPD may propose in spite of it, with a reason that whoever
        decides sees
    """

    text: str
    parameter: str = ""
    liftable: bool = False


# In the order in which they are told: what nobody can mend by a reason comes first.
OBSTACLES = {
    "data": Obstacle(
        _("Golongan or masa kerja golongan is not on record: enter the last SK.")
    ),
    "tanpa_tabel": Obstacle(
        _("No pay table is in force for this golongan: enter the table first.")
    ),
    "tabel_akhir": Obstacle(
        _("The last row of the pay table is reached: there is no further KGB.")
    ),
    "cltn": Obstacle(
        _("CLTN does not count as masa kerja: the KGB comes later by it."), "kgb.dasar"
    ),
    "sudah": Obstacle(_("A KGB with this TMT or a later one is on record.")),
    "berjalan": Obstacle(_("Stands in another proposal that is still open.")),
    "pensiun": Obstacle(_("Retires before the KGB takes effect.")),
    "keluar": Obstacle(
        _(
            "An SK on record ends or suspends the service here before the KGB takes "
            "effect."
        )
    ),
    "sementara": Obstacle(
        _(
            "Suspended from service (pemberhentian sementara, uang tunggu): propose "
            "when the person is back."
        )
    ),
    "kontrak": Obstacle(_("The agreement ends before the KGB takes effect.")),
    "pangkat": Obstacle(
        _(
            "An SK takes effect before this KGB and fixes the pay anew: propose after "
            "that day."
        )
    ),
    "tanpa_gaji": Obstacle(
        _("The pay fixed by the last SK is not on record: enter that SK.")
    ),
    "sk_kurang": Obstacle(
        _(
            "The pay of the last SK is below that of its masa kerja, as if an earlier "
            "KGB were missing: put the histories right first."
        )
    ),
    "kinerja_belum": Obstacle(
        _("The predikat kinerja of the years before is not complete."),
        "kgb.predikat",
        liftable=True,
    ),
    "kinerja_rendah": Obstacle(
        _("The predikat kinerja is too low."), "kgb.predikat", liftable=True
    ),
    "hukdis": Obstacle(
        _("A disciplinary punishment is being served."),
        "disiplin.menunda",
        liftable=True,
    ),
}
LIFTABLE = tuple(code for code, one in OBSTACLES.items() if one.liftable)

# What stands against a line of a proposal besides the obstacles.
CHANGES = {
    "berhenti": _("is not in service any more."),
    "pindah": _("does not work in this unit any more."),
    "ganda": _("stands in two of these proposals."),
    "tidak_jatuh_tempo": _("is not due any more by the histories."),
    "masa_kerja": _("has another TMT, golongan or masa kerja by the histories now."),
    "gaji_lama": _("has another former pay by the histories now."),
    "gaji": _("is paid by another pay table now."),
}
# What to do about it, by whom the document is with.
TO_THE_OPD = _("Fill the proposal again, or take these people out.")
TO_THE_DECIDER = _(
    "Open the document and leave these people out of the decision, or return it."
)


@dataclass(frozen=True, slots=True)
class Rise:
    """A rise as a line has it, or as the register says it now.

    :param mkg: masa kerja then, in months
    """

    tmt: date
    golongan: int
    mkg: int
    former: int
    pay: int


def change(line: Rise, now: Rise) -> str:
    """Code of what has changed since the line was written; empty if nothing has."""
    if (line.tmt, line.golongan, line.mkg) != (now.tmt, now.golongan, now.mkg):
        return "masa_kerja"
    if line.former != now.former:
        return "gaji_lama"
    return "gaji" if line.pay != now.pay else ""


def problem(
    line: Rise,
    now: Rise | None,
    codes: tuple[str, ...],
    here: bool,
    told: Collection[str] = (),
    serving: bool = True,
) -> str:
    """Code of what stands against a line; empty if nothing does.

    :param now: what is due today; None if nothing is
    :param codes: obstacles of today
    :param here: the person still works in the unit
    :param told: obstacles that the proposal names, with the reason why the person is
        proposed in spite of them; one that came up since is another matter
    :param serving: the person is in service, in whatever unit
    """
    if not serving:
        return "cltn" if "cltn" in codes else "berhenti"
    if not here:
        return "pindah"
    firm = [code for code in codes if code not in LIFTABLE]
    if firm:
        return firm[0]
    if now is None:
        return "tidak_jatuh_tempo"
    return change(line, now) or next((code for code in codes if code not in told), "")

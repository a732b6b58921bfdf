"""KP, kenaikan pangkat: when a promotion can be proposed, and what is missing.

Basis: PP 99/2000 jo PP 12/2002; PerBKN 2/2025; the periods: PP 99/2000, PerBKN 4/2023,
PerBKN 4/2025.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from . import golongan, kinerja
from .dates import add_months, add_years, on_day_one
from .disiplin import Sanction, running
from .explanation import Because, Finding, _, because
from .parameters import Parameter, Parameters

REGULER, STRUKTURAL, JF, IJAZAH = "101", "201", "202", "203"  # codes of SIASN
FUNGSIONAL, MANAJERIAL, PELAKSANA = "fungsional", "struktural", "pelaksana"


@dataclass(frozen=True, slots=True)
class Candidate:
    """What the rules ask about a civil servant."""

    golongan: str
    tmt_golongan: date
    jenis_jabatan: str
    pendidikan: str  # code of the level of the highest recognised education
    eselon: str = ""
    jenjang: str = ""
    tmt_jabatan: date | None = None
    angka_kredit: float | None = None
    ujian_dinas: int = 0  # highest level passed
    pim: int = 0  # structural training passed: 4 is PIM IV, 3 is PIM III ...
    uji_kompetensi: bool = False
    tugas_belajar: bool = False
    lulus_ukppi: bool = False
    tmt_pendidikan: date | None = None


@dataclass(frozen=True, slots=True)
class Promotion:
    kind: str
    to: str
    tmt: date
    explanation: tuple[Because, ...]
    findings: tuple[Finding, ...]

    @property
    def eligible(self) -> bool:
        return not any(finding.blocks for finding in self.findings)


def first_period(day: date, parameters: Parameters) -> tuple[date, Parameter]:
    """First period of KP on or after a day, with the rule that makes it one."""
    first = on_day_one(day)
    for months in range(24):
        period = add_months(first, months)
        row = parameters.get("kp.periode", period)
        if period.month in row.integers:
            return period, row
    raise ValueError(f"no period of KP within two years after {day}")


def promotion(
    who: Candidate,
    day: date,
    parameters: Parameters,
    grades: Iterable[kinerja.Grade] = (),
    sanctions: Iterable[Sanction] = (),
) -> Promotion | None:
    """The next regular step of a person: struktural, JF or reguler by the post held.

    :param day: the rules in force on this day are asked; the period is that of its date
    :return: None at the top of the ladder
    """
    if golongan.next_up(who.golongan) is None:
        return None
    if who.tugas_belajar or who.jenis_jabatan not in (FUNGSIONAL, MANAJERIAL):
        step = _reguler(who, day, parameters)
    elif who.jenis_jabatan == FUNGSIONAL:
        step = _fungsional(who, day, parameters)
    else:
        step = _struktural(who, day, parameters)
    return _build(who, step, parameters, grades, sanctions)


def by_ijazah(
    who: Candidate,
    day: date,
    parameters: Parameters,
    grades: Iterable[kinerja.Grade] = (),
    sanctions: Iterable[Sanction] = (),
) -> Promotion | None:
    """KP penyesuaian ijazah (art. 18); None when the education lifts nobody here."""
    to = parameters.find("kp.ijazah.ke", day, who.pendidikan)
    least = parameters.find("kp.ijazah.dari", day, who.pendidikan)
    if not to or not least:
        return None
    if golongan.rank(who.golongan) > golongan.rank(least.value):
        return None
    wait = parameters.get("kp.tahun", day, IJAZAH)
    waited = add_years(who.tmt_golongan, wait.integer)
    missing = []
    if not who.lulus_ukppi:
        text = _("The examination for adjustment to a diploma has not been passed.")
        missing.append(Finding("ukppi_missing", text, to.legal_basis))
    text = _("The education on record lifts %(before)s to %(after)s.")
    why = because(text, to, before=who.golongan, after=to.value)
    earliest = max(waited, who.tmt_pendidikan or waited)
    step = _Step(IJAZAH, to.value, earliest, day, why, missing)
    return _build(who, step, parameters, grades, sanctions)


@dataclass(frozen=True, slots=True)
class _Step:
    """A way up before the period is fixed and the general conditions are looked at."""

    kind: str
    to: str
    earliest: date
    day: date
    why: Because
    missing: list[Finding]


def _build(who, step, parameters, grades, sanctions):
    tmt, period = first_period(step.earliest, parameters)
    text = _("The first period of KP on or after %(day)s is %(tmt)s.")
    values = {"day": step.earliest.isoformat(), "tmt": tmt.isoformat()}
    least = parameters.get("kp.predikat", step.day)
    years = parameters.get("kp.predikat.tahun", step.day, step.kind)
    # what counts is the proposal: an overdue one is made now
    proposed = max(tmt, step.day)
    missing = [
        *step.missing,
        *_ujian_dinas(who, step, parameters),
        *kinerja.findings(grades, least, years.integer, proposed),
        *running(sanctions, proposed, parameters),
    ]
    explanation = (step.why, because(text, period, **values))
    return Promotion(step.kind, step.to, tmt, explanation, tuple(missing))


def _reguler(who, day, parameters):
    to = golongan.next_up(who.golongan)
    wait = parameters.get("kp.tahun", day, REGULER)
    missing = []
    ceiling = parameters.find("kp.reguler.maksimum", day, who.pendidikan)
    if ceiling is None:
        text = _("The education is not on record, so the ceiling is not known.")
        missing.append(Finding("education_missing", text))
    elif golongan.rank(to) > golongan.rank(ceiling.value):
        text = _("With this education a KP reguler ends at %(golongan)s.")
        values = {"golongan": ceiling.value}
        missing.append(Finding("ceiling", text, ceiling.legal_basis, values))
    earliest = add_years(who.tmt_golongan, wait.integer)
    return _Step(REGULER, to, earliest, day, _waited(wait), missing)


def _fungsional(who, day, parameters):
    to = golongan.next_up(who.golongan)
    wait = parameters.get("kp.tahun", day, JF)
    missing = _lacking_credit(who, day, parameters)
    reach = parameters.find("jenjang.golongan", day, who.jenjang)
    if reach and golongan.rank(to) > golongan.rank(reach.words[-1]):
        text = _(
            "%(golongan)s belongs to the next jenjang: appointment to it comes first, "
            "with a test of competence and a vacant need."
        )
        values = {"golongan": to}
        missing.append(Finding("next_jenjang", text, reach.legal_basis, values))
    earliest = add_years(who.tmt_golongan, wait.integer)
    return _Step(JF, to, earliest, day, _waited(wait), missing)


def _lacking_credit(who, day, parameters):
    need = parameters.find("ak.pangkat", day, f"{who.jenjang}:{who.golongan}")
    if need is None:
        text = _("No angka kredit is fixed for %(golongan)s in this jenjang.")
        return [Finding("ak_unknown", text, values={"golongan": who.golongan})]
    if who.angka_kredit is None:
        text = _("There is no angka kredit on record; %(need)s are needed.")
        values = {"need": need.value}
        return [Finding("ak_missing", text, need.legal_basis, values)]
    if who.angka_kredit < need.number:
        text = _("Angka kredit is %(given)s; %(need)s are needed.")
        values = {"given": str(who.angka_kredit), "need": need.value}
        return [Finding("ak_low", text, need.legal_basis, values)]
    return []


def _struktural(who, day, parameters):
    to = golongan.next_up(who.golongan)
    wait = parameters.get("kp.tahun", day, STRUKTURAL)
    full = add_years(who.tmt_golongan, wait.integer)
    reach = parameters.find("eselon.golongan", day, who.eselon)
    if reach is None:
        text = _("No range of pangkat is fixed for the eselon of the post.")
        missing = [Finding("eselon_unknown", text)]
        return _Step(STRUKTURAL, to, full, day, _waited(wait), missing)
    lowest, highest = map(golongan.rank, reach.words)
    if golongan.rank(who.golongan) < lowest:
        return _below_range(who, to, full, day, reach, parameters)
    missing = []
    if golongan.rank(who.golongan) >= highest:
        text = _("The highest pangkat of the post is %(golongan)s.")
        values = {"golongan": reach.words[1]}
        missing.append(Finding("ceiling", text, reach.legal_basis, values))
    return _Step(STRUKTURAL, to, full, day, _waited(wait), missing)


def _below_range(who, to, full, day, reach, parameters):
    in_post = who.tmt_jabatan or who.tmt_golongan
    short = parameters.get("kp.struktural.percepatan", day)
    both = max(
        add_years(who.tmt_golongan, short.integer), add_years(in_post, short.integer)
    )
    # four years in the pangkat are enough from the day of the appointment on
    earliest = min(both, max(full, in_post))
    text = _(
        "Below the lowest pangkat of the post (%(lowest)s): %(years)s year in the "
        "pangkat and in the post."
    )
    why = because(text, short, lowest=reach.words[0], years=short.value)
    return _Step(STRUKTURAL, to, earliest, day, why, [])


def _ujian_dinas(who, step, parameters):
    """Service examination at the border of II and III, of III and IV."""
    border = f"{who.golongan}>{step.to}"
    row = parameters.find("kp.ujian_dinas", step.day, border)
    if row is None or step.kind in (JF, IJAZAH) or who.ujian_dinas >= row.integer:
        return []
    exempt = parameters.get("kp.ujian_dinas.bebas_pendidikan", step.day, row.value)
    if who.pendidikan in exempt.words:
        return []
    training = parameters.get("kp.ujian_dinas.bebas_pim", step.day, row.value)
    if who.pim and who.pim <= training.integer:
        return []
    text = _("Ujian dinas tingkat %(level)s has not been passed.")
    return [Finding("ujian_dinas", text, row.legal_basis, {"level": row.value})]


def _waited(wait: Parameter) -> Because:
    return because(_("%(years)s years in the pangkat."), wait, years=wait.value)

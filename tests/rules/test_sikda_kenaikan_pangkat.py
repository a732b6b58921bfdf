"""KP: periods, ceilings, and the ways up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sikda_tables import LISTS, PARAMETERS, ROWS

from odoo.addons.sikda.rules import golongan
from odoo.addons.sikda.rules import kenaikan_pangkat as kp
from odoo.addons.sikda.rules.dates import Period, add_months
from odoo.addons.sikda.rules.disiplin import Sanction
from odoo.addons.sikda.rules.kinerja import Grade
from odoo.addons.sikda.rules.parameters import Parameters

TODAY = date(2022, 3, 1)
GOOD = [Grade(year, "Baik") for year in range(2000, 2040)]
STAFF = kp.Candidate("III/a", date(2022, 3, 1), kp.PELAKSANA, "40")
EXPERT = replace(STAFF, jenis_jabatan=kp.FUNGSIONAL, jenjang="PT")
CHIEF = replace(STAFF, jenis_jabatan=kp.MANAJERIAL, eselon="41")


def codes(promotion):
    return [finding.code for finding in promotion.findings]


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2023, 10, 2), date(2024, 2, 1)),
        (date(2023, 4, 1), date(2023, 4, 1)),
        (date(2023, 4, 2), date(2023, 10, 1)),
        (date(2024, 3, 1), date(2024, 4, 1)),
        (date(2025, 8, 2), date(2025, 10, 1)),
        (date(2025, 10, 2), date(2025, 11, 1)),
        (date(2026, 3, 1), date(2026, 3, 1)),
    ],
)
def test_periods(day, period):
    """PP 99/2000 until 2023; PerBKN 4/2023; PerBKN 4/2025 from 1-10-2025."""
    assert kp.first_period(day, PARAMETERS)[0] == period


def test_kp_1():
    """TMT pangkat 1-3-2022: 1-3-2026, and 1-4-2026 if the rule of 2024 had stayed."""
    assert kp.promotion(STAFF, TODAY, PARAMETERS, GOOD).tmt == date(2026, 3, 1)
    stayed = [
        replace(row, date_to=None)
        for row in ROWS
        if not (row.name == "kp.periode" and row.date_from > date(2024, 1, 1))
    ]
    assert kp.promotion(STAFF, TODAY, Parameters(stayed + LISTS), GOOD).tmt == date(
        2026, 4, 1
    )


@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)))
def test_a_period_is_the_first_one(day):
    period, rule = kp.first_period(day, PARAMETERS)
    assert period >= day
    assert period.day == 1
    assert period.month in rule.integers
    earlier = add_months(period, -1)
    while earlier >= day:
        row = PARAMETERS.get("kp.periode", earlier)
        assert earlier.month not in row.integers
        earlier = add_months(earlier, -1)


@pytest.mark.parametrize(
    ("education", "top"),
    [
        # PP 99/2000 jo 12/2002, Kep. Ka BKN 12/2002
        ("05", "II/a"),
        ("10", "II/c"),
        ("12", "II/d"),
        ("15", "III/b"),
        ("20", "III/b"),
        ("25", "III/b"),
        ("30", "III/c"),
        ("40", "III/d"),
        ("45", "IV/a"),
        ("50", "IV/b"),
    ],
)
def test_ceiling_by_education(education, top):
    at_top = replace(STAFF, golongan=top, pendidikan=education, ujian_dinas=2)
    below = replace(at_top, golongan=golongan.PNS[golongan.rank(top) - 2])
    assert codes(kp.promotion(at_top, TODAY, PARAMETERS, GOOD)) == ["ceiling"]
    assert kp.promotion(below, TODAY, PARAMETERS, GOOD).eligible


def test_reguler():
    step = kp.promotion(STAFF, TODAY, PARAMETERS, GOOD)
    assert (step.kind, step.to, step.eligible) == (kp.REGULER, "III/b", True)
    assert [one.article for one in step.explanation] == [
        "PP 99/2000 jo PP 12/2002",
        "PerBKN 4/2025",
    ]


def test_education_has_to_be_known():
    step = kp.promotion(replace(STAFF, pendidikan=""), TODAY, PARAMETERS, GOOD)
    assert codes(step) == ["education_missing"]


def test_top_of_the_ladder():
    assert (
        kp.promotion(replace(STAFF, golongan="IV/e"), TODAY, PARAMETERS, GOOD) is None
    )


@pytest.mark.parametrize(
    ("held", "values", "expected"),
    [
        ("II/d", {"pendidikan": "15"}, ["ujian_dinas"]),
        ("II/d", {"pendidikan": "15", "ujian_dinas": 1}, []),
        ("II/d", {"pendidikan": "15", "pim": 4}, []),
        ("II/d", {"pendidikan": "40"}, []),
        ("III/d", {"pendidikan": "45"}, []),
        ("III/d", {"pendidikan": "50", "pim": 4}, []),
        ("III/d", {"pendidikan": "40", "pim": 3}, ["ceiling"]),
        ("III/d", {"pendidikan": "40", "pim": 4}, ["ceiling", "ujian_dinas"]),
    ],
)
def test_ujian_dinas(held, values, expected):
    """PP 99/2000: tingkat I at II/d, tingkat II at III/d, with its exemptions."""
    step = kp.promotion(
        replace(STAFF, golongan=held, **values), TODAY, PARAMETERS, GOOD
    )
    assert codes(step) == expected


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ([], ["kinerja_missing"] * 2),
        ([Grade(2024, "Baik"), Grade(2025, "Butuh Perbaikan")], ["kinerja_low"]),
        ([Grade(2024, "Sangat Baik"), Grade(2025, "Baik")], []),
        ([Grade(2023, "Baik"), Grade(2025, "Baik")], ["kinerja_missing"]),
    ],
)
def test_two_good_years(grades, expected):
    assert codes(kp.promotion(STAFF, TODAY, PARAMETERS, grades)) == expected


def test_a_running_punishment_blocks_and_the_setting_lifts_it():
    served = Sanction("25", "sedang", Period(date(2025, 6, 1), date(2026, 5, 31)))
    blocked = kp.promotion(STAFF, TODAY, PARAMETERS, GOOD, [served])
    assert codes(blocked) == ["hukdis_running"]
    assert not blocked.eligible
    lifted = Parameters(
        replace(row, value="tidak") if row.name == "disiplin.menunda" else row
        for row in ROWS + LISTS
    )
    told = kp.promotion(STAFF, TODAY, lifted, GOOD, [served])
    assert codes(told) == ["hukdis_running"]
    assert told.eligible


@pytest.mark.parametrize(
    ("who", "tmt", "expected"),
    [
        # below the range of IV.a (III/c): a year in the pangkat and in the post
        ({"tmt_jabatan": date(2022, 9, 1)}, date(2023, 10, 1), []),
        # four years in the pangkat: the first period after the appointment
        (
            {"tmt_golongan": date(2018, 4, 1), "tmt_jabatan": date(2024, 5, 7)},
            date(2024, 6, 1),
            [],
        ),
        # inside the range: four years
        ({"golongan": "III/c", "tmt_jabatan": date(2020, 1, 1)}, date(2026, 3, 1), []),
        # at the top of the range
        (
            {"golongan": "III/d", "tmt_jabatan": date(2020, 1, 1), "ujian_dinas": 2},
            date(2026, 3, 1),
            ["ceiling"],
        ),
        ({"eselon": "52"}, date(2026, 3, 1), ["eselon_unknown"]),
    ],
)
def test_struktural(who, tmt, expected):
    """PP 99/2000 jo 12/2002; ranges of PP 100/2000 jo 13/2002."""
    step = kp.promotion(replace(CHIEF, **who), TODAY, PARAMETERS, GOOD)
    assert (step.kind, step.tmt, codes(step)) == (kp.STRUKTURAL, tmt, expected)


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ({"angka_kredit": Decimal(50)}, []),
        ({"angka_kredit": Decimal("49.99")}, ["ak_low"]),
        ({}, ["ak_missing"]),
        ({"golongan": "III/b", "angka_kredit": Decimal(50)}, ["next_jenjang"]),
        ({"jenjang": "XX", "angka_kredit": Decimal(50)}, ["ak_unknown"]),
    ],
)
def test_fungsional(who, expected):
    """PermenPANRB 1/2023: two years and the angka kredit."""
    step = kp.promotion(replace(EXPERT, **who), TODAY, PARAMETERS, GOOD)
    assert (step.kind, codes(step)) == (kp.JF, expected)
    assert step.tmt == date(2024, 4, 1)


def test_who_studies_goes_up_reguler():
    step = kp.promotion(replace(EXPERT, tugas_belajar=True), TODAY, PARAMETERS, GOOD)
    assert step.kind == kp.REGULER


@pytest.mark.parametrize(
    ("education", "held", "to"),
    [
        # PP 99/2000 art. 18
        ("10", "I/b", "I/c"),
        ("15", "I/d", "II/a"),
        ("25", "II/a", "II/b"),
        ("30", "II/b", "II/c"),
        ("40", "II/d", "III/a"),
        ("40", "II/a", "III/a"),
        ("45", "III/a", "III/b"),
        ("50", "III/b", "III/c"),
        ("40", "III/a", None),
        ("05", "I/a", None),
    ],
)
def test_penyesuaian_ijazah(education, held, to):
    who = replace(STAFF, golongan=held, pendidikan=education, lulus_ukppi=True)
    step = kp.by_ijazah(who, TODAY, PARAMETERS, GOOD)
    assert (step and step.to) == to


def test_penyesuaian_ijazah_asks_for_the_examination():
    who = replace(STAFF, golongan="II/c", tmt_pendidikan=date(2024, 5, 20))
    step = kp.by_ijazah(who, TODAY, PARAMETERS, GOOD)
    assert codes(step) == ["ukppi_missing"]
    assert step.tmt == date(2024, 6, 1)


@given(
    st.sampled_from(golongan.PNS),
    st.dates(date(1995, 1, 1), date(2030, 1, 1)),
    st.sampled_from([kp.PELAKSANA, kp.FUNGSIONAL, kp.MANAJERIAL]),
    st.sampled_from(["", "05", "15", "30", "40", "45", "50"]),
    st.sampled_from(["", "22", "31", "41", "52"]),
    st.sampled_from(["", "TR", "PT", "MA"]),
)
def test_a_promotion_is_one_step_and_later(gol, tmt, jenis, education, eselon, jenjang):
    who = kp.Candidate(gol, tmt, jenis, education, eselon, jenjang, tmt)
    step = kp.promotion(who, TODAY, PARAMETERS)
    if gol == "IV/e":
        assert step is None
    else:
        assert golongan.rank(step.to) == golongan.rank(gol) + 1
        assert step.tmt > tmt
        assert step.tmt.day == 1
        assert not step.eligible  # no predikat kinerja is known

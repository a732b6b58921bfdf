"""NIP, NI PPPK and NIK: examples of Perka BKN 22/2007 and of Dukcapil."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from odoo.addons.sikda.rules import identity
from odoo.addons.sikda.rules.identity import FEMALE, MALE

NIP_1 = "196608011988031001"
BIRTH = date(1966, 8, 1)
NI = "199003152022211003"
NIK_M, NIK_F = "3515140508680001", "3515144508680002"

births = st.dates(date(1950, 1, 1), date(2005, 12, 31))
nips = st.builds(
    lambda birth, age, month, sex, serial: (
        identity.build_nip(birth, date(birth.year + age, month, 1), sex, serial),
        birth,
        sex,
    ),
    births,
    st.integers(18, 40),
    st.integers(1, 12),
    st.sampled_from([MALE, FEMALE]),
    st.integers(1, 999),
)


def codes(findings):
    return [one.code for one in findings]


def test_nip_1():
    """Perka BKN 22/2007: male, born 1-8-1966, CPNS 1-3-1988."""
    assert identity.build_nip(BIRTH, date(1988, 3, 1), MALE, 1) == NIP_1
    read = identity.read_nip(NIP_1, BIRTH, MALE, date(1988, 3, 1))
    assert (read.number, read.birth, read.sex, read.findings) == (
        NIP_1,
        BIRTH,
        MALE,
        (),
    )


@pytest.mark.parametrize(
    "text",
    ["19660801 198803 1 001", "'196608011988031001", " 19660801.198803.1.001 "]
    + ["19660801\u00a0198803 1 001", "196608011988031001-"],
)
def test_what_people_and_spreadsheets_add(text):
    assert identity.read_nip(text).number == NIP_1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["length"]),
        ("19660801198803100", ["length"]),
        ("1966080119880310011", ["length"]),
        ("1.96608E+17", ["length"]),
        ("１９６６０８０１１９８８０３１００１", ["length"]),  # not ASCII digits
        ("196613011988031001", ["birth"]),
        ("196602301988031001", ["birth"]),
        ("196608011988131001", ["nip_tmt"]),
        ("196608011966071001", ["nip_tmt"]),
        ("196608011988033001", ["sex"]),
        ("196608011988031000", ["serial"]),
        ("000000000000000000", ["birth", "sex", "serial"]),
    ],
)
def test_wrong_nip(text, expected):
    assert codes(identity.read_nip(text).errors) == expected


def test_a_difference_from_the_data_is_a_warning():
    read = identity.read_nip(NIP_1, date(1966, 8, 2), FEMALE, date(1989, 3, 1))
    assert not read.errors
    assert codes(read.warnings) == ["birth_differs", "sex_differs", "nip_tmt_differs"]


def test_the_age_at_entry_is_a_warning():
    assert codes(identity.read_nip("196608011978031001").findings) == ["nip_age"]


@pytest.mark.parametrize("serial", [0, 1000, -1])
def test_a_serial_has_three_digits(serial):
    with pytest.raises(ValueError, match="serial"):
        identity.build_nip(BIRTH, date(1988, 3, 1), MALE, serial)


def test_ni_pppk_has_no_month():
    """PP 49/2018; digits 13 and 14 are 21 or 24 in samples."""
    assert not identity.read_ni_pppk(NI, date(1990, 3, 15), MALE).findings
    assert codes(identity.read_nip(NI).errors) == ["nip_tmt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("199003152018211003", ["ni_year"]),
        ("199003152022213003", ["sex"]),
        ("199003152022211000", ["serial"]),
        ("1990031520222110", ["length"]),
    ],
)
def test_wrong_ni_pppk(text, expected):
    assert codes(identity.read_ni_pppk(text).errors) == expected


def test_nik_1():
    """Example of Dukcapil: Jatim, Sidoarjo, Sukodono; 5-8-1968."""
    man, woman = identity.read_nik(NIK_M), identity.read_nik(NIK_F)
    assert (man.birth, man.sex) == (date(1968, 8, 5), MALE)
    assert (woman.birth, woman.sex) == (date(1968, 8, 5), FEMALE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["length"]),
        ("351514050868000", ["length"]),
        ("0000000000000000", ["repeated"]),
        ("1111111111111111", ["repeated"]),
        ("3515143208680001", ["birth"]),
        ("3515148008680001", ["birth"]),
        ("3515144013680001", ["birth"]),
        ("3515140508680000", ["serial"]),
    ],
)
def test_wrong_nik(text, expected):
    assert codes(identity.read_nik(text).errors) == expected


def test_regions_of_a_nik():
    known = {"3515", "9101"}
    assert not identity.read_nik(NIK_M, regions=known).findings
    old = identity.read_nik("9199140508680001", regions=known)
    assert (codes(old.errors), codes(old.warnings)) == ([], ["region"])
    assert codes(identity.read_nik("0015140508680001", regions=known).errors) == [
        "province"
    ]


def test_century_of_a_nik_is_that_of_the_birth_date():
    young = "3515140508030001"
    assert identity.read_nik(young).birth == date(2003, 8, 5)
    assert not identity.read_nik(young, date(2003, 8, 5), MALE).findings
    assert codes(identity.read_nik(NIK_M, date(1968, 8, 6), FEMALE).warnings) == [
        "birth_differs",
        "sex_differs",
    ]


@given(nips)
def test_a_built_nip_is_right(built):
    number, birth, sex = built
    read = identity.read_nip(number, birth, sex)
    assert (read.birth, read.sex, read.errors) == (birth, sex, ())
    assert not [one for one in read.warnings if one.code != "nip_age"]


@given(nips)
def test_the_digit_dropped_from_the_birth_date_comes_back(built):
    """A real nominatif had lost the 8th digit of 7,007 NIPs of 7,008."""
    number, birth, sex = built
    assert identity.repair_nip(number[:7] + number[8:], birth, sex) == number


@given(nips, st.integers(0, 17))
def test_a_repair_is_never_another_number(built, place):
    number, birth, sex = built
    assert identity.repair_nip(number[:place] + number[place + 1 :], birth, sex) in (
        None,
        number,
    )


@given(births, st.integers(1, 999), st.integers(20, 50))
def test_an_ni_pppk_comes_back_too(birth, serial, age_):
    if birth.year + age_ < identity.FIRST_PPPK:
        return
    number = f"{birth:%Y%m%d}{birth.year + age_}212{serial:03d}"
    lost = number[:7] + number[8:]
    assert identity.repair_nip(lost, birth, FEMALE, pppk=True) == number


def test_no_repair_without_certainty():
    lost = NIP_1[:7] + NIP_1[8:]
    assert identity.repair_nip(lost, None) is None
    assert identity.repair_nip(lost, date(1966, 9, 1)) is None
    assert identity.repair_nip(NIP_1[:16] + NIP_1[17:], BIRTH) is None  # in the serial
    assert identity.repair_nip(lost[1:], BIRTH) is None
    assert identity.repair_nip("", BIRTH) is None


@given(st.text(max_size=40))
def test_no_text_breaks_a_reader(text):
    for read in (identity.read_nip, identity.read_ni_pppk, identity.read_nik):
        assert read(text).number == identity.bare(text)
    identity.repair_nip(text, BIRTH)

"""NIP, NI PPPK and NIK: what is wrong with a number, and when it can be mended.

Basis: Perka BKN 22/2007 and 43/2007 (NIP); PP 49/2018 (NI PPPK); UU 23/2006 jo UU
24/2013 (NIK). A number is rarely issued anew when the data behind it are corrected, so
a difference from the data is a warning; a wrong build is an error.
"""

import re
from collections.abc import Container
from dataclasses import dataclass
from datetime import date

from .dates import age
from .explanation import Finding, _

MALE, FEMALE = "male", "female"
_SEX = {"1": MALE, "2": FEMALE}
_SEPARATORS = re.compile(r"[\s.\-'’`\u00a0\u200b\ufeff]+")
NIP_BASIS = "Perka BKN 22/2007"
NI_BASIS = "PP 49/2018"
NIK_BASIS = "UU 23/2006 jo UU 24/2013"
FIRST_PPPK = 2019
AGE_AT_ENTRY = range(18, 41)  # memory: a warning only
POSSIBLE_AT_ENTRY = range(15, 66)


@dataclass(frozen=True, slots=True)
class Read:
    """A number as read: what it says and what is wrong with it."""

    number: str
    birth: date | None
    sex: str | None
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if one.blocks)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        return tuple(one for one in self.findings if not one.blocks)


def bare(text: str) -> str:
    """Digits without the blanks, dots and apostrophes that people and Excel add."""
    return _SEPARATORS.sub("", text)


def build_nip(birth: date, tmt_cpns: date, sex: str, serial: int) -> str:
    """
    >>> build_nip(date(1966, 8, 1), date(1988, 3, 1), "male", 1)
    '196608011988031001'

    :raises ValueError: when the serial is not from 1 to 999
    """
    if not 1 <= serial <= 999:
        raise ValueError(f"{serial} is not a serial of a NIP")
    return f"{birth:%Y%m%d}{tmt_cpns:%Y%m}{1 if sex == MALE else 2}{serial:03d}"


def read_nip(
    text: str,
    birth: date | None = None,
    sex: str | None = None,
    tmt_cpns: date | None = None,
) -> Read:
    """Check a NIP of 18 digits, with the data of the person where they are known."""
    number, found, in_number, sex_in = _person_number(
        text, birth, sex, NIP_BASIS, "NIP"
    )
    if in_number is None:
        return Read(number, None, sex_in, tuple(found))
    try:
        start = date(int(number[8:12]), int(number[12:14]), 1)
    except ValueError:
        text = _("Digits 9 to 14 of the NIP are no year and month.")
        found.append(Finding("nip_tmt", text, NIP_BASIS))
    else:
        found += _entry_of_nip(in_number, start, tmt_cpns)
    return Read(number, in_number, sex_in, tuple(found))


def _entry_of_nip(birth, start, tmt_cpns):
    found = []
    if start <= birth:
        text = _("The TMT CPNS in the NIP lies before the birth date in it.")
        found.append(Finding("nip_tmt", text, NIP_BASIS))
    elif age(birth, start) not in AGE_AT_ENTRY:
        text = _("By the NIP the age at TMT CPNS was %(age)s.")
        values = {"age": age(birth, start)}
        found.append(Finding("nip_age", text, NIP_BASIS, values, blocks=False))
    if tmt_cpns and (tmt_cpns.year, tmt_cpns.month) != (start.year, start.month):
        text = _("Digits 9 to 14 of the NIP differ from the TMT CPNS.")
        found.append(Finding("nip_tmt_differs", text, NIP_BASIS, blocks=False))
    return found


def read_ni_pppk(
    text: str,
    birth: date | None = None,
    sex: str | None = None,
) -> Read:
    """Check an NI PPPK of 18 digits. Its digits 13 and 14 are not a month."""
    number, found, in_number, sex_in = _person_number(
        text, birth, sex, NI_BASIS, "NI PPPK"
    )
    if in_number is not None and int(number[8:12]) < FIRST_PPPK:
        text = _("Digits 9 to 12 of the NI PPPK are no year from %(first)s on.")
        found.append(Finding("ni_year", text, NI_BASIS, {"first": FIRST_PPPK}))
    return Read(number, in_number, sex_in, tuple(found))


def _person_number(text, birth, sex, basis, name):
    """What NIP and NI PPPK share: birth date, sex, serial."""
    number, found = bare(text), []
    if not re.fullmatch(r"[0-9]{18}", number):
        message = _("The %(name)s has 18 digits; this one is another length.")
        return number, [Finding("length", message, basis, {"name": name})], None, None
    in_number = _date(number[:4], number[4:6], number[6:8])
    sex_in = _SEX.get(number[14])
    values = {"name": name}
    if in_number is None:
        message = _("The first 8 digits of the %(name)s are no date.")
        found.append(Finding("birth", message, basis, values))
    elif birth and birth != in_number:
        message = _("The birth date in the %(name)s differs from that of the person.")
        found.append(Finding("birth_differs", message, basis, values, blocks=False))
    if sex_in is None:
        message = _("Digit 15 of the %(name)s is 1 (male) or 2 (female).")
        found.append(Finding("sex", message, basis, values))
    elif sex and sex != sex_in:
        message = _("The sex in the %(name)s differs from that of the person.")
        found.append(Finding("sex_differs", message, basis, values, blocks=False))
    if number.endswith("000"):
        message = _(
            "The serial of the %(name)s is 000, as when a spreadsheet keeps only 15 "
            "digits of it."
        )
        found.append(Finding("serial", message, basis, values))
    return number, found, in_number, sex_in


def repair_nip(
    text: str, birth: date | None, sex: str | None = None, *, pppk: bool = False
) -> str | None:
    """A number that lost one digit, when the birth date leaves only one possibility.

    :return: 18 digits; None when there is no certain repair
    """
    number = bare(text)
    if birth is None or not re.fullmatch(r"[0-9]{17}", number):
        return None
    read = read_ni_pppk if pppk else read_nip
    possible = set()
    for place in range(18):
        for digit in "0123456789":
            whole = number[:place] + digit + number[place:]
            if whole[:8] == f"{birth:%Y%m%d}" and not _impossible(
                read(whole, birth, sex)
            ):
                possible.add(whole)
    return possible.pop() if len(possible) == 1 else None


def _impossible(read: Read) -> bool:
    """Whether a repaired number cannot be: wrong, of the other sex, or of somebody who
    entered service as a child or an old man."""
    if read.errors or any(one.code == "sex_differs" for one in read.warnings):
        return True
    return int(read.number[8:12]) - read.birth.year not in POSSIBLE_AT_ENTRY


def read_nik(
    text: str,
    birth: date | None = None,
    sex: str | None = None,
    regions: Container[str] = (),
) -> Read:
    """Check a NIK of 16 digits.

    :param regions: codes of four digits of known kabupaten and kota; their first two
        digits are the known provinces. Empty: not checked
    """
    number = bare(text)
    if not re.fullmatch(r"[0-9]{16}", number):
        message = _("The NIK has 16 digits; this one is another length.")
        return Read(number, None, None, (Finding("length", message, NIK_BASIS),))
    if len(set(number)) == 1:
        message = _("One digit 16 times is no NIK.")
        return Read(number, None, None, (Finding("repeated", message, NIK_BASIS),))
    found = _region_of_nik(number, regions)
    day = int(number[6:8])
    sex_in = FEMALE if day > 40 else MALE
    in_number = _date_of_nik(number, day - 40 if day > 40 else day, birth)
    if in_number is None:
        message = _("Digits 7 to 12 of the NIK are no date.")
        found.append(Finding("birth", message, NIK_BASIS))
        return Read(number, None, None, tuple(found))
    if birth and birth != in_number:
        message = _("The birth date in the NIK differs from that of the person.")
        found.append(Finding("birth_differs", message, NIK_BASIS, blocks=False))
    if sex and sex != sex_in:
        message = _("The sex in the NIK differs from that of the person.")
        found.append(Finding("sex_differs", message, NIK_BASIS, blocks=False))
    if number.endswith("0000"):
        message = _("The serial of the NIK is 0000, as when a spreadsheet cuts it.")
        found.append(Finding("serial", message, NIK_BASIS))
    return Read(number, in_number, sex_in, tuple(found))


def _region_of_nik(number, regions):
    if not regions or number[:4] in regions:
        return []
    if not any(region[:2] == number[:2] for region in regions):
        message = _("No province has the code %(code)s, with which the NIK begins.")
        values = {"code": number[:2]}
        return [Finding("province", message, NIK_BASIS, values)]
    message = _(
        "No kabupaten or kota has the code %(code)s today; it may be one from before a "
        "split."
    )
    values = {"code": number[:4]}
    return [Finding("region", message, NIK_BASIS, values, blocks=False)]


def _date_of_nik(number, day, birth):
    """The year has two digits: the century is that of the birth date, else the one
    that makes somebody of working age."""
    year = int(number[10:12])
    century = birth.year // 100 * 100 if birth else (1900 if year > 30 else 2000)
    return _date(century + year, number[8:10], day)


def _date(year, month, day) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

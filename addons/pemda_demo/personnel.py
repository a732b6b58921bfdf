"""Invented civil servants: the same ones on every machine.

Names come from a small word list, and the serials of their NIP are 9xx, so that they do
not meet those of real people.
"""

from collections import defaultdict
from datetime import date
from random import Random

from .files import read
from .histories import TODAY, Histories
from .names import FAITHS, FIRST_FEMALE, FIRST_MALE, FRONT_TITLES, LAST, PLACES

SEED = 20260101


def split_titles(full):
    """Name, titles before it and titles after it, of a name as it is printed."""
    front, _, after = full.partition(", ")
    words = front.split()
    before = []
    while words and words[0] in FRONT_TITLES:
        before.append(words.pop(0))
    return " ".join(words), " ".join(before) or False, after or False


def load_personnel(env):
    """Give the sign-ins of the demo and some hundred others their histories."""
    people = _People(env)
    for unit, post in _places(env):
        people.add_new(unit, post)
    for employee in env["hr.employee"].search([("nip", "!=", False)]):
        if employee not in people.added:
            people.add_signed_in(employee)
    people.histories.write()
    people.histories.add_special_cases(*people.added[20:23])


def _places(env):
    """Units of the demo and the posts that their people hold, one pair a person."""
    for row in read("staff.csv"):
        domain = [("kind_id.code", "=", row["unit_kind"])]
        limit = int(row["units"])
        for unit in env["hr.department"].search(domain, order="code", limit=limit):
            for post in row["posts"].split():
                yield unit, post


class _People:
    """Makes people whose age and service fit their posts."""

    def __init__(self, env):
        self.env = env
        self.random = Random(SEED)
        self.serials = defaultdict(lambda: 900)
        self.added = env["hr.employee"]
        self.histories = Histories(env, self.random)

    def add_new(self, unit, post):
        """Somebody new in a post of a unit."""
        pick = self.random
        female = pick.random() < 0.55
        pppk = post in ("guru_pertama", "perawat") and pick.random() < 0.4
        service = self.histories.service(post)
        start = date(TODAY.year - service, pick.choice((1, 3, 12)), 1)
        if pppk:
            start = date(pick.choice((2021, 2022, 2024)), pick.choice((1, 3)), 1)
        born = date(start.year - pick.randint(22, 27), pick.randint(1, 12), 1)
        born = born.replace(day=pick.randint(1, 28))
        first = pick.choice(FIRST_FEMALE if female else FIRST_MALE)
        key = f"{born:%Y%m%d}{start.year}21" if pppk else f"{born:%Y%m%d}{start:%Y%m}"
        key += "2" if female else "1"
        self.serials[key] += 1
        employee = self.env["hr.employee"].create(
            {
                "name": f"{first} {pick.choice(LAST)}",
                "gelar_depan": "dr." if post == "dokter" else False,
                "gelar_belakang": self.histories.posts[post]["title"] or False,
                "nip": f"{key}{self.serials[key]}",
                "department_id": unit.id,
            }
        )
        self._fill(employee, unit, post, born, start, female=female, pppk=pppk)

    def add_signed_in(self, employee):
        """Somebody with a sign-in: birth and service as the NIP tells them."""
        nip = employee.nip
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
        start = date(int(nip[8:12]), int(nip[12:14]), 1)
        teacher = (employee.gelar_belakang or "").endswith("Pd.")
        post = "guru_muda" if teacher else "pengelola"
        unit = employee.department_id
        self._fill(employee, unit, post, born, start, female=nip[14] == "2", pppk=False)

    def _fill(self, employee, unit, post, born, start, *, female, pppk):
        pick = self.random
        code = self.histories.code
        self.added |= employee
        serial = 9000 + len(self.added)
        day = born.day + 40 if female else born.day
        employee.write(
            {
                "birthday": born,
                "sex": "female" if female else "male",
                "ni_kind": "nipppk" if pppk else "nip",
                "nik": f"359801{day:02d}{born:%m%y}{serial}",
                "tempat_lahir": pick.choice(PLACES),
                "agama_id": code("agama", pick.choice(FAITHS)),
                "status_kawin_id": code("status_kawin", "1"),
                "alamat": f"Jalan Contoh {pick.randint(1, 200)}, Contoh",
                "hp": f"0800{serial:08d}",
                "tmt_cpns": False if pppk else start,
                "tmt_pns": False if pppk else start.replace(year=start.year + 1),
                "sk_cpns_nomor": False if pppk else f"813/{serial}/{start.year}",
                "sk_pns_nomor": False if pppk else f"821/{serial}/{start.year + 1}",
            }
        )
        self.histories.add(employee, unit, post, born, start, female=female, pppk=pppk)

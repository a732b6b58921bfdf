"""A few people in the units of the small pemda of tests, with their histories."""

from odoo.tests import TransactionCase

from odoo.addons.pemda_base.tests.common import PemdaHttpCase, PemdaMixin


class PersonnelMixin(PemdaMixin):
    """Budi in ``opd_a``, Sari in ``unit_a1`` below it, Wati in ``opd_b``.

    Each has standing rows from CPNS on; users are made by ``make_user``.
    """

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.budi = cls.make_person("Budi Uji", "197001011995031901", cls.opd_a)
        cls.sari = cls.make_person("Sari Uji", "198001012005012901", cls.unit_a1)
        cls.wati = cls.make_person("Wati Uji", "198502022010012901", cls.opd_b)

    @classmethod
    def golongan(cls, name):
        return cls.env["sikda.golongan"].search([("name", "=", name)])

    @classmethod
    def make_person(cls, name, nip, unit, **vals):
        person = cls.env["hr.employee"].create(
            {
                "name": name,
                "nip": nip,
                "ni_kind": "nip",
                "birthday": f"{nip[:4]}-{nip[4:6]}-{nip[6:8]}",
                "sex": "male" if nip[14] == "1" else "female",
                "department_id": unit.id,
                "nik": f"3514{nip[6:8]}{nip[4:6]}{nip[2:4]}000001",
                "gelar_belakang": "S.E.",
                "tmt_cpns": f"{nip[8:12]}-{nip[12:14]}-01",
                "tmt_pns": f"{int(nip[8:12]) + 1}-{nip[12:14]}-01",
                **vals,
            }
        )
        cls.add_row(person, "pangkat", tmt=person.tmt_cpns, golongan_id="III/a")
        return person

    @classmethod
    def add_row(cls, person, history, verified=True, **vals):
        """A row as the system writes it; golongan by name."""
        if isinstance(vals.get("golongan_id"), str):
            vals["golongan_id"] = cls.golongan(vals["golongan_id"]).id
        return cls.env[f"sikda.riwayat.{history}"].create(
            {"employee_id": person.id, "verified": verified, **vals}
        )


class PersonnelCase(PersonnelMixin, TransactionCase):
    pass


class PersonnelHttpCase(PersonnelMixin, PemdaHttpCase):
    pass

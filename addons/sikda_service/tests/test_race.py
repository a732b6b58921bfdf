import threading

from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError
from odoo.tests import TransactionCase, tagged
from odoo.tools import mute_logger

from odoo.addons.sikda.rules.dates import add_months

# what the race leaves behind, in the order in which it can go
LEFT_BEHIND = (
    "DELETE FROM pemda_approval_decision WHERE request_id IN (SELECT request_id"
    " FROM sikda_kgb_usul WHERE id = ANY(%(usul)s))",
    "DELETE FROM pemda_approval_task WHERE request_id IN (SELECT request_id"
    " FROM sikda_kgb_usul WHERE id = ANY(%(usul)s))",
    "CREATE TEMPORARY TABLE gone ON COMMIT DROP AS SELECT request_id AS id"
    " FROM sikda_kgb_usul WHERE id = ANY(%(usul)s)",
    "DELETE FROM sikda_kgb_usul WHERE id = ANY(%(usul)s)",
    "DELETE FROM pemda_approval_request WHERE id IN (SELECT id FROM gone)",
    "DELETE FROM sikda_riwayat_pangkat WHERE employee_id = %(person)s",
    "DELETE FROM sikda_riwayat_kinerja WHERE employee_id = %(person)s",
)


@tagged("post_install", "-at_install")
class TestRace(TransactionCase):
    """The same person in two proposals that are submitted at once, each in a
    transaction of its own: one of them gets him, the other is told."""

    def setUp(self):
        super().setUp()
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {"tracking_disable": True})
            self.left = self.two_drafts(env)
        self.addCleanup(self.tidy)

    def two_drafts(self, env):
        unit = env["hr.department"].create(
            {
                "code": "T09",
                "name": "Dinas Balapan",
                "kind_id": env.ref("pemda_base.unit_kind_dinas").id,
                "parent_id": env.ref("pemda_base.unit_pemda").id,
            }
        )
        month = env.company._pemda_today().replace(day=1)
        person = env["hr.employee"].create(
            {
                "name": "Tono Uji",
                "nip": "199003032015031909",
                "ni_kind": "nip",
                "birthday": "1990-03-03",
                "sex": "male",
                "department_id": unit.id,
                "tmt_cpns": "2015-03-01",
            }
        )
        golongan = env["sikda.golongan"].search([("name", "=", "III/a")])
        env["sikda.riwayat.pangkat"].create(
            {
                "employee_id": person.id,
                "verified": True,
                "tmt": add_months(month, -23),
                "golongan_id": golongan.id,
                "mkg_tahun": 0,
                "mkg_bulan": 0,
                "gaji": 2_785_700,
            }
        )
        env["sikda.riwayat.kinerja"].create(
            [
                {
                    "employee_id": person.id,
                    "verified": True,
                    "generation": "skp22",
                    "tahun": year,
                    "tmt": f"{year}-12-31",
                    "predikat": "2",
                }
                for year in (month.year - 1, month.year)
            ]
        )
        usul = env["sikda.kgb.usul"].create([{"unit_id": unit.id}] * 2)
        usul[0].action_fill()
        # as if both had been filled at the same time
        usul[0].line_ids.copy({"usul_id": usul[1].id})
        return {
            "person": person.id,
            "unit": unit.id,
            "usul": usul.ids,
        }

    def tidy(self):
        table = "ALTER TABLE pemda_approval_decision %s TRIGGER USER"
        with self.registry.cursor() as cr:
            cr.execute(table % "DISABLE")
            for statement in LEFT_BEHIND:
                cr.execute(statement, self.left)
            cr.execute(table % "ENABLE")
            env = api.Environment(cr, SUPERUSER_ID, {})
            env["hr.employee"].browse(self.left["person"]).unlink()
            env["hr.department"].browse(self.left["unit"]).unlink()

    @mute_logger("odoo.sql_db")
    def test_one_gets_the_person(self):
        said = []
        with self.registry.cursor() as second, self.registry.cursor() as first:
            usul = [
                api.Environment(cr, SUPERUSER_ID, {})["sikda.kgb.usul"].browse(number)
                for cr, number in zip((first, second), self.left["usul"], strict=True)
            ]
            for each in usul:  # both see that nothing stands against it
                self.assertFalse(each._approval_check())

            def submit_as_well():
                try:
                    usul[1].action_submit()
                except SerializationFailure:  # what makes a request start over
                    second.rollback()
                    usul[1].env.invalidate_all()
                    try:
                        usul[1].action_submit()
                    except UserError as error:
                        said.append(str(error))

            usul[0].action_submit()
            other = threading.Thread(target=submit_as_well)
            other.start()
            other.join(0.5)
            self.assertTrue(other.is_alive(), "the second one waits for the first")
            first.commit()
            other.join(30)
            second.rollback()
        self.assertEqual(len(said), 1)
        self.assertIn("Stands in another proposal", said[0])
        with self.registry.cursor() as cr:
            usul = api.Environment(cr, SUPERUSER_ID, {})["sikda.kgb.usul"]
            states = usul.browse(self.left["usul"]).mapped("state")
        self.assertEqual(states, ["running", "draft"])

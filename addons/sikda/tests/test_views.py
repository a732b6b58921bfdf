"""Every page, filter and grouping of the register opens for those who have it."""

from lxml import etree

from odoo.tests import tagged
from odoo.tools.safe_eval import safe_eval

from .common import PersonnelCase


@tagged("post_install", "-at_install")
class TestViews(PersonnelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = (
            cls.make_user("views_bkd", "bkd_staff", cls.root)
            | cls.make_user("views_operator", "operator_kepegawaian", cls.opd_a)
            | cls.make_user("views_head", "kepala_opd", cls.opd_a)
            | cls.make_user("views_auditor", "auditor", cls.root)
        )

    def actions(self, user):
        """Window actions behind the menus that the user has."""
        root = self.env.ref("sikda.menu_sikda")
        menus = self.env["ir.ui.menu"].with_user(user)
        visible = menus.browse(menus._visible_menu_ids())
        for menu in visible.sudo().filtered(
            lambda menu: (
                menu.id != root.id and menu.parent_path.startswith(root.parent_path)
            )
        ):
            if menu.action and menu.action._name == "ir.actions.act_window":
                yield menu.action

    def test_pages_filters_and_groupings(self):
        tried = 0
        for user in self.users:
            for action in self.actions(user):
                model = self.env[action.res_model].with_user(user)
                if model._transient:
                    continue
                with self.subTest(f"{user.login} {action.name}"):
                    views = model.get_views(
                        action.views + [(action.search_view_id.id, "search")]
                    )
                    search = etree.fromstring(views["views"]["search"]["arch"])
                    tried += self._try_filters(model, search)
        self.assertGreater(tried, 200)

    def _try_filters(self, model, search):
        tried = 0
        for node in search.iter("filter"):
            tried += 1
            domain = node.get("domain")
            if domain:
                model.search_count(safe_eval(domain, {"uid": model.env.uid}))
            context = safe_eval(node.get("context") or "{}", {"uid": model.env.uid})
            if context.get("group_by"):
                model.web_read_group([], [context["group_by"]], ["__count"])
        return tried

    def test_page_of_a_person_with_rows(self):
        self.add_row(self.budi, "diklat", jenis="teknis", nama="Diklat")
        person = self.budi.with_user(self.users[0])
        lines = {"fields": {"tmt": {}, "golongan_id": {"fields": {}}}, "limit": 40}
        (values,) = person.web_read(
            {
                "riwayat_pangkat_ids": lines,
                "riwayat_diklat_ids": {"fields": {"nama": {}}},
                "riwayat_kgb_ids": {"fields": {"tmt": {}}},
            }
        )
        self.assertEqual(len(values["riwayat_pangkat_ids"]), 1)
        self.assertEqual(values["riwayat_diklat_ids"][0]["nama"], "Diklat")
        self.assertEqual(values["riwayat_kgb_ids"], [])

    def test_rows_come_in_their_order(self):
        for year in (2001, 2020, 2011):
            self.add_row(self.budi, "pangkat", tmt=f"{year}-04-01", golongan_id="III/b")
        self.env.invalidate_all()
        years = [row.tmt.year for row in self.budi.riwayat_pangkat_ids]
        self.assertEqual(years, [2020, 2011, 2001, 1995])

    def test_digital_file_is_measured(self):
        self.assertEqual(self.budi.status_asn, "pns")
        wanted = self.budi.berkas_wajib
        self.assertGreater(wanted, 5)
        self.assertEqual(self.budi.berkas_ada, 0)
        self.assertIn("SK Kenaikan Pangkat", self.budi.berkas_kurang)
        self.budi.riwayat_pangkat_ids.write(
            {"scan": b"JVBERi0=", "scan_name": "sk.pdf"}
        )
        kind = self.env["sikda.dokumen.jenis"]._by_code("L-KTP")
        self.add_row(
            self.budi,
            "dokumen",
            jenis_id=kind.id,
            scan=b"JVBERi0=",
            scan_name="ktp.pdf",
        )
        self.env.invalidate_all()
        self.assertEqual(self.budi.berkas_ada, 2)
        self.assertNotIn("SK Kenaikan Pangkat", self.budi.berkas_kurang)
        kind.active = False
        self.env.invalidate_all()
        self.assertEqual(
            (self.budi.berkas_wajib, self.budi.berkas_ada), (wanted - 1, 1)
        )

    def test_map_of_posts_counts_holders_of_the_post(self):
        post = self.env["sikda.jabatan"].create(
            {"name": "Pengelola Uji", "jenis": "pelaksana"}
        )
        self.env["sikda.formasi"].create(
            {"unit_id": self.opd_a.id, "jabatan_id": post.id, "kebutuhan": 3}
        )
        here = {"jabatan_id": post.id, "unor_id": self.opd_a.id, "tmt": "2021-01-01"}
        self.add_row(self.budi, "jabatan", **here)
        self.add_row(self.sari, "jabatan", penugasan="PLT", **here)
        self.add_row(self.wati, "jabatan", **{**here, "unor_id": self.opd_b.id})
        self.env.flush_all()
        lines = self.env["sikda.peta.jabatan"].search([("jabatan_id", "=", post.id)])
        found = {
            line.unit_id: (line.kebutuhan, line.bezetting, line.selisih)
            for line in lines
        }
        self.assertEqual(found, {self.opd_a: (3, 1, -2), self.opd_b: (0, 1, 1)})
        holders = self.env["hr.employee"].search(
            lines.filtered("kebutuhan").action_holders()["domain"]
        )
        self.assertEqual(holders, self.budi)

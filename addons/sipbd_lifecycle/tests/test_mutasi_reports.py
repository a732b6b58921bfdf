from datetime import timedelta

from odoo.tests import tagged

from odoo.addons.sipbd.tests.common import CAR
from odoo.addons.sipbd.tests.report_common import ReportMixin

from .common import LifecycleCase

STAGES = ("awal", "kurang", "tambah", "akhir")


@tagged("post_install", "-at_install")
class TestMutasiReports(ReportMixin, LifecycleCase):
    """A transfer stands in the mutation reports of both units, and they tie."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.car = cls.make_asset(cls.clerk_a, cls.opd_a, CAR)
        mutasi = cls.make_document(
            "sipbd.mutasi", cls.car, to_unit_id=cls.opd_b.id, reason="Dipakai"
        )
        mutasi.action_submit()
        cls.mutasi = mutasi

    def setUp(self):
        super().setUp()
        self.run_through(
            self.mutasi,
            (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola, self.pengguna_b),
        )
        today = self.env.company._pemda_today()
        self.span = {
            "date": today.isoformat(),
            "date_from": (today - timedelta(days=1)).isoformat(),
        }

    def test_items_of_both_units(self):
        for unit, lost, won in ((self.opd_a, 1, 0), (self.opd_b, 0, 1)):
            rows = self.rows("laporan_mutasi", self.auditor, unit=unit, **self.span)
            (row,) = [each for each in rows if each["uraian"] == self.car.name]
            self.assertEqual(
                [row[f"jumlah_{stage}"] or 0 for stage in STAGES],
                [lost, lost, won, won],
            )
            self.assertEqual(
                [row[f"nilai_{stage}"] or 0 for stage in STAGES],
                [1_500_000 * each for each in (lost, lost, won, won)],
            )

    def test_recaps_tie_and_the_pemda_as_a_whole_lost_nothing(self):
        sums = {}
        for unit in (self.opd_a, self.opd_b, self.root):
            rows = self.rows("rekap_mutasi", self.auditor, unit=unit, **self.span)
            sums[unit] = [
                sum(row[f"nilai_{stage}"] or 0 for row in rows) for stage in STAGES
            ]
        self.assertEqual(sums[self.opd_a][1], 1_500_000)
        self.assertEqual(sums[self.opd_b][2], 1_500_000)
        for before, less, more, after in sums.values():
            self.assertEqual(before - less + more, after)
        whole = sums[self.root]
        self.assertEqual(whole[0], whole[3])
        for stage in (0, 3):
            parts = sums[self.opd_a][stage] + sums[self.opd_b][stage]
            self.assertEqual(parts, whole[stage])

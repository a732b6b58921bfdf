"""Rooms, custodians, labels and their QR codes in a real browser."""

from odoo.tests import tagged

from odoo.addons.pemda_base.tests.common import PemdaHttpCase

from .expectations.foundation import asset_vals


class RoomJourney(PemdaHttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.clerk = cls.make_user("room_clerk", "pengurus_barang_pengguna", cls.opd_a)
        cls.clerk.lang = "id_ID"
        for name, nip, unit in (
            ("Budi Santoso", "198501012010011001", cls.opd_a),
            ("Joko Budiman", "197903032005011003", cls.opd_b),
        ):
            cls.env["hr.employee"].create(
                {"name": name, "nip": nip, "department_id": unit.id}
            )
        cls.car = cls.make_asset("1.3.2.02.01.01.001", name="Sedan Dinas")
        cls.cupboards = cls.env["sipbd.asset"]
        for _number in range(3):
            cls.cupboards |= cls.make_asset(name="Lemari")

    @classmethod
    def make_asset(cls, code=None, **vals):
        vals = {**asset_vals(cls, cls.opd_a), "document_date": "2024-01-15", **vals}
        if code:
            kode = cls.env["sipbd.kode"].search([("code", "=", code)])
            vals["code_id"] = kode.id
        return cls.env["sipbd.asset"].create(vals)

    def _walk(self, tour):
        self.start_tour("/web/login", tour)
        room = self.env["sipbd.ruang"].search([("unit_id", "=", self.opd_a.id)])
        self.assertEqual(room.employee_id.name, "Budi Santoso")
        self.assertEqual(room.asset_ids, self.cupboards)
        self.assertEqual(self.car.holder_id.name, "Joko Budiman")
        booked = (self.cupboards | self.car).entry_ids.filtered(
            lambda entry: entry.kind in ("12", "1301")
        )
        self.assertEqual(booked.create_uid, self.clerk)
        self.cupboards[0].name = "Lemari QR"
        self.env.flush_all()
        self.browser_signed_out_tour(f"/sipbd/a/{self.cupboards[0].nibar}")

    def browser_signed_out_tour(self, url):
        """The link of a label, opened by somebody who has not signed in yet."""
        self.authenticate(None, None)
        self.start_tour(url, "room_journey_qr")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestRoomJourneyDesktop(RoomJourney):
    def test_rooms_custodians_and_labels(self):
        self._walk("room_journey_desktop")


@tagged("post_install", "-at_install", "-standard", "journey")
class TestRoomJourneyPhone(RoomJourney):
    browser_size = "390x844"
    touch_enabled = True

    def test_rooms_custodians_and_labels(self):
        self._walk("room_journey_phone")

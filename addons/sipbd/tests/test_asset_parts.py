"""Certificates, places, vehicles and photos of assets, as their clerks keep them."""

import base64
import io

from PIL import Image
from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged
from odoo.tools import mute_logger

from .common import CAR, LAND, SipbdCase

BUILDING = "1.3.3.01.01.01.001"


def picture(kind="JPEG", size=(60, 40), color="red"):
    """Base64 of a picture."""
    content = io.BytesIO()
    Image.new("RGB", size, color).save(content, kind)
    return base64.b64encode(content.getvalue())


@tagged("post_install", "-at_install")
class TestLand(SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.land = cls.make_asset(
            cls.clerk_a, cls.opd_a, LAND, luas=500, nomor_sertifikat="10/1987"
        )
        cls.land_b = cls.make_asset(cls.clerk_b, cls.opd_b, LAND)
        cls.house = cls.make_asset(cls.clerk_a, cls.opd_a, BUILDING)

    def certify(self, asset, user=None, **vals):
        certificates = self.env["sipbd.sertifikat"].with_user(user or self.clerk_a)
        return certificates.create({"asset_id": asset.id, "number": "1", **vals})

    def test_certificates_fill_the_columns_of_the_kib(self):
        self.certify(self.land, number="12/1990", date="1990-05-01", luas=200)
        second = self.certify(
            self.land, kind="hpl", number="77/2001", date="2001-02-03", luas=250
        )
        self.assertEqual(self.land.hak, "Hak Pakai, Hak Pengelolaan")
        self.assertEqual(self.land.nomor_sertifikat, "12/1990; 77/2001")
        self.assertEqual(str(self.land.tanggal_sertifikat), "2001-02-03")
        self.assertEqual(self.land.luas_bersertifikat, 450)
        second.number = "78/2001"
        self.assertEqual(self.land.nomor_sertifikat, "12/1990; 78/2001")
        self.land.sertifikat_ids.unlink()
        self.assertFalse(self.land.nomor_sertifikat)
        self.assertFalse(self.land.tanggal_sertifikat)

    def test_without_certificates_the_columns_are_free_text(self):
        self.land.with_user(self.clerk_a).nomor_sertifikat = "11/1987"
        self.certify(self.land, number="11/1987")
        with self.assertRaisesRegex(UserError, "list of certificates"):
            self.land.with_user(self.clerk_a).nomor_sertifikat = "x"
        # What a form sends back unchanged is no change.
        self.land.with_user(self.clerk_a).write({"nomor_sertifikat": "11/1987"})

    def test_certificates_are_of_land_and_of_the_past(self):
        with self.assertRaisesRegex(UserError, "not land"):
            self.certify(self.house)
        with self.assertRaisesRegex(UserError, "future"):
            self.certify(self.land, date="2199-01-01")

    @mute_logger("odoo.sql_db")
    def test_a_certificate_is_recorded_once(self):
        self.certify(self.land, number="9")
        self.certify(self.land, number="9", kind="hpl")
        with self.assertRaises(IntegrityError):
            self.certify(self.land, number="9")

    def test_a_scan_is_a_document(self):
        self.certify(self.land, scan=base64.b64encode(b"%PDF-1.4 ..."))
        self.certify(self.land, number="2", scan=picture())
        for content in (b"#!/bin/sh", b"<html><script>", b"%PDF-" + b"0" * 11_000_000):
            with self.assertRaisesRegex(UserError, "PDF or a picture"):
                self.certify(self.land, scan=base64.b64encode(content))

    def test_nobody_certifies_land_of_another_opd(self):
        with self.assertRaises(AccessError):
            self.certify(self.land_b)
        foreign = self.certify(self.land_b, self.clerk_b)
        with self.assertRaises(AccessError):
            foreign.with_user(self.clerk_a).read(["number"])
        own = self.certify(self.land)
        with self.assertRaisesRegex(UserError, "anew"):
            own.asset_id = self.land_b
        for values, context in (
            ({"asset_id": self.land_b.id}, {}),
            ({}, {"default_asset_id": self.land_b.id}),
        ):
            certificates = own.with_user(self.clerk_a).browse()
            with self.assertRaises(AccessError):
                certificates.with_context(**context).onchange(
                    values, [], {"asset_id": {"fields": {"display_name": {}}}}
                )

    def test_coordinates_are_read_as_people_copy_them(self):
        land = self.land.with_user(self.clerk_a)
        with Form(land) as form:
            form.koordinat = "7°38'42\" LS, 112°54'10\" BT"
        self.assertAlmostEqual(land.lintang, -7.645)
        self.assertEqual(land.koordinat, "-7.645000, 112.902778")
        land.koordinat = ""
        self.assertFalse(land.bujur)
        for text, why in (
            ("112.9, -7.6", "swapped"),
            ("52.1, 4.2", "outside"),
            ("di sebelah masjid", "cannot be read"),
        ):
            with self.assertRaisesRegex(UserError, why):
                land.koordinat = text
        with self.assertRaisesRegex(ValidationError, "swapped"):
            land.write({"lintang": 112.9, "bujur": -7.6})

    def test_a_building_stands_on_land(self):
        house = self.house.with_user(self.clerk_a)
        with Form(house) as form:
            form.tanah_id = self.land
        self.assertEqual(house.kode_tanah, LAND)
        self.assertEqual(house.luas_tanah, 500)
        self.assertEqual(self.land.bangunan_ids, self.house)
        with self.assertRaises(ValidationError):
            house.tanah_id = self.asset_a
        with self.assertRaises(ValidationError):
            self.land.tanah_id = self.land
        with self.assertRaises(AccessError):
            house.tanah_id = self.land_b
        with self.assertRaises(AccessError):
            house.onchange(
                {"tanah_id": self.land_b.id},
                ["tanah_id"],
                {"tanah_id": {"fields": {"display_name": {}}}},
            )

    def test_the_clerk_of_a_unit_may_edit_a_building_on_land_of_the_opd(self):
        house = self.make_asset(self.clerk_a, self.unit_a1, BUILDING)
        house.tanah_id = self.land
        with Form(house.with_user(self.clerk_a1)) as form:
            form.jumlah_lantai = 2
        self.assertEqual(house.jumlah_lantai, 2)


@tagged("post_install", "-at_install")
class TestVehicle(SipbdCase):
    def test_vehicles_are_found_by_their_code(self):
        car = self.make_asset(self.clerk_a, self.opd_a, CAR, jumlah_roda=4)
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        found = assets.search([("is_vehicle", "=", True)])
        self.assertEqual(found, car)
        self.assertTrue(car.is_vehicle)
        self.assertFalse(self.asset_a.is_vehicle)

    def test_a_due_date_of_a_wrong_century_is_refused(self):
        car = self.make_asset(self.clerk_a, self.opd_a, CAR)
        for vals in ({"pajak_sampai": "0225-01-01"}, {"jumlah_roda": -4}):
            with self.assertRaises(IntegrityError), mute_logger("odoo.sql_db"):
                car.with_user(self.clerk_a).write(vals)
                self.env.flush_all()


@tagged("post_install", "-at_install")
class TestPhoto(SipbdCase):
    def take(self, asset=None, user=None, **vals):
        photos = self.env["sipbd.photo"].with_user(user or self.clerk_a)
        asset = asset or self.asset_a
        return photos.create({"asset_id": asset.id, "image": picture(), **vals})

    def test_the_first_photo_is_the_main_one(self):
        paper = self.take(kind="bpkb")
        self.assertFalse(self.asset_a.photo_id)
        first, second = self.take(), self.take(name="Samping")
        self.assertEqual(self.asset_a.photo_id, first)
        second.action_make_main()
        self.assertTrue(second.is_main)
        self.assertFalse(first.is_main)
        second.unlink()
        self.assertEqual(self.asset_a.photo_id, first)
        first.kind = "dokumen"
        self.assertFalse(self.asset_a.photo_id)
        for wrong in (paper, self.take(self.asset_b, self.clerk_b)):
            with self.assertRaises(ValidationError):
                self.asset_a.photo_id = wrong

    def test_pictures_are_scaled_down_and_kept_outside_of_the_table(self):
        photo = self.take(image=picture("PNG", (4000, 2000)))
        self.env.flush_all()
        with Image.open(io.BytesIO(base64.b64decode(photo.image))) as image:
            self.assertEqual(image.size, (1600, 800))
        stored = self.env["ir.attachment"].search(
            [("res_model", "=", "sipbd.photo"), ("res_id", "=", photo.id)]
            + [("res_field", "in", ["image", "image_256"])]
        )
        self.assertEqual(len(stored), 2)
        self.assertTrue(all(stored.mapped("store_fname")))

    def test_only_pictures_of_a_sane_size(self):
        svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
        for content in (b"nama;nilai\n", svg, b"\x89PNG\r\n\x1a\n broken"):
            with self.assertRaisesRegex(UserError, "not a picture"):
                self.take(image=base64.b64encode(content))
        with self.assertRaisesRegex(UserError, "too large"):
            self.take(image=base64.b64encode(b"\xff\xd8\xff" + b"0" * 20_000_000))
        with self.assertRaisesRegex(UserError, "too large"):
            self.take(image=picture("PNG", (10_000, 6_000)))
        for value in (5, {"a": 1}, "ü"):
            with self.assertRaisesRegex(UserError, "not a picture"):
                self.take(image=value)
        self.assertFalse(self.asset_a.photo_ids)

    def test_photos_have_the_rights_of_their_asset(self):
        photo = self.take()
        file = self.env["ir.attachment"].search(
            [("res_model", "=", "sipbd.photo"), ("res_id", "=", photo.id)]
            + [("res_field", "=", "image")]
        )
        for user, reads in (
            (self.clerk_a, True),
            (self.head_a, True),
            (self.clerk_a1, False),
            (self.clerk_b, False),
            (self.plain, False),
        ):
            self.env.invalidate_all()
            self.assertEqual(photo.with_user(user).has_access("read"), reads)
            self.assertEqual(file.with_user(user).has_access("read"), reads)
        for user in (self.head_a, self.clerk_b):
            with self.assertRaises(AccessError):
                self.take(user=user)
            with self.assertRaises(AccessError):
                photo.with_user(user).action_make_main()

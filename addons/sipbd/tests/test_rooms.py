"""Rooms and custodians as the clerks of the units see and change them."""

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form, tagged

from .common import CAR, LAND, SipbdCase

BUILDING = "1.3.3.01.01.01.001"
NIP_A = "198501012010011001"
NIP_A1 = "198602022011022002"
NIP_B = "197903032005011003"


class PeopleMixin:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.budi = cls.employee("Budi Santoso", NIP_A, cls.opd_a)
        cls.siti = cls.employee("Siti Budiarti", NIP_A1, cls.unit_a1)
        cls.joko = cls.employee("Joko Budiman", NIP_B, cls.opd_b)
        cls.helper = cls.employee("Budi Honorer", False, cls.opd_a)
        cls.env.flush_all()

    @classmethod
    def employee(cls, name, nip, unit):
        return cls.env["hr.employee"].create(
            {"name": name, "nip": nip, "department_id": unit.id}
        )


@tagged("post_install", "-at_install")
class TestPeople(PeopleMixin, SipbdCase):
    def found(self, text, user=None):
        people = self.env["sipbd.pegawai"].with_user(user or self.clerk_a)
        return people.find_people(text)

    def test_people_of_the_own_opd_by_name_or_nip(self):
        budi = {"nip": NIP_A, "name": "Budi Santoso", "unit": "Dinas Uji"}
        siti = {"nip": NIP_A1, "name": "Siti Budiarti", "unit": "UPT Uji"}
        self.assertEqual(self.found("budi"), [budi, siti])
        self.assertEqual(self.found("1985"), [budi])
        self.assertEqual(self.found("19850101 201001 1 001"), [budi])
        # A unit below the OPD knows the people of the whole OPD.
        self.assertEqual(self.found("santoso", self.clerk_a1), [budi])

    def test_others_by_their_whole_nip_only(self):
        self.assertEqual(self.found("joko"), [])
        self.assertEqual(self.found(NIP_B[:17]), [])
        self.assertEqual([p["name"] for p in self.found(NIP_B)], ["Joko Budiman"])
        self.assertEqual(len(self.found("budi", self.manager)), 3)

    def test_nonsense_finds_nobody(self):
        for text in ("", "b", None, 5, [], "\x00budi", "9" * 500, "_" * 18):
            self.assertEqual(self.found(text), [], text)

    def test_only_clerks_look_people_up(self):
        for user in (self.head_a, self.auditor, self.plain):
            with self.assertRaises(AccessError):
                self.found("budi", user)


@tagged("post_install", "-at_install")
class TestRooms(PeopleMixin, SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.room = cls.make_room(cls.opd_a, "A1")
        cls.building = cls.make_asset(cls.clerk_a, cls.opd_a, BUILDING)
        cls.building_b = cls.make_asset(cls.clerk_b, cls.opd_b, BUILDING)

    def place(self, assets, room=None, user=None):
        wizards = self.env["sipbd.entry.wizard"].with_user(user or self.clerk_a)
        wizard = wizards.create(
            {
                "asset_id": assets[0].id,
                "asset_ids": [Command.set(assets.ids)],
                "act": "ruang",
                "new_room_id": (room or self.room).id,
                **self.document("2024-06-01"),
            }
        )
        return wizard.action_book()

    def test_a_clerk_keeps_his_rooms_by_the_form(self):
        rooms = self.env["sipbd.ruang"].with_user(self.clerk_a)
        with Form(rooms) as form:
            self.assertEqual(form.unit_id, self.opd_a)
            form.code = "B2"
            form.name = "Ruang Rapat"
            form.building_id = self.building
            form.employee_nip = NIP_A
        room = form.record
        self.assertEqual(room.display_name, "B2 Ruang Rapat")
        self.assertEqual(room.sudo().employee_id, self.budi)
        room.employee_nip = ""
        self.assertFalse(room.sudo().employee_id)

    def test_who_is_in_charge_is_named_by_nip(self):
        room = self.room.with_user(self.clerk_a)
        room.employee_nip = NIP_B
        self.assertEqual(room.sudo().employee_id, self.joko)
        room.employee_id = self.siti.id
        with self.assertRaisesRegex(UserError, "whole NIP"):
            room.employee_id = self.joko.id
            room.employee_id = self.env["hr.employee"].search(
                [("id", "not in", (self.budi | self.siti | self.joko).ids)], limit=1
            )
        for wrong, why in ((NIP_B[:-1], "18 digits"), ("1" * 18, "Nobody")):
            with self.assertRaisesRegex(UserError, why):
                room.employee_nip = wrong
        with self.assertRaises(UserError):
            room.onchange(
                {"employee_id": self.joko.id},
                [],
                {"employee_nip": {}},
            )

    def test_a_default_in_the_context_names_nobody(self):
        rooms = self.env["sipbd.ruang"].with_user(self.clerk_a)
        named = rooms.with_context(default_employee_id=self.joko.id)
        with self.assertRaisesRegex(UserError, "whole NIP"):
            named.create({"code": "77", "name": "Uji", "unit_id": self.opd_a.id})

    def test_a_form_of_an_asset_tells_no_nip(self):
        """Neither for a person nor for a room that the client puts into it."""
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        for values, context in (
            ({"holder_id": self.joko.id}, {}),
            ({}, {"default_holder_id": self.joko.id}),
        ):
            answer = assets.with_context(**context).onchange(
                values, [], {"holder_info": {}, "holder_search": {}}
            )
            self.assertNotIn(NIP_B, str(answer))
        room = self.make_room(self.opd_b, "78")
        with self.assertRaises(AccessError):
            assets.onchange({"room_id": room.id}, [], {"room_id": {"fields": {}}})

    def test_a_building_of_another_opd_is_not_named(self):
        room = self.room.with_user(self.clerk_a)
        room.building_id = self.building
        with self.assertRaises(AccessError):
            room.building_id = self.building_b
        with self.assertRaises(AccessError):
            room.onchange({"building_id": self.building_b.id}, [], {"building_id": {}})
        with self.assertRaises(ValidationError):
            room.building_id = self.asset_a

    def test_movable_goods_are_placed_and_counted(self):
        second = self.make_asset(self.clerk_a, self.opd_a)
        self.place(self.asset_a | second)
        self.assertEqual(self.room.asset_count, 2)
        self.assertEqual(self.room.asset_ids, self.asset_a | second)
        action = self.room.with_user(self.clerk_a).action_choose_assets()
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        choice = assets.search(action["domain"])
        self.assertFalse(choice & (self.asset_a | second | self.building))
        wizard = self.room.with_user(self.clerk_a).action_print_labels()
        self.assertEqual(wizard["res_model"], "sipbd.label.print")

    def test_the_form_knows_the_room_from_which_it_was_opened(self):
        wizards = self.env["sipbd.entry.wizard"].with_user(self.clerk_a)
        opened = {"default_act": "ruang", "default_asset_ids": self.asset_a.ids}
        own = wizards.with_context(sipbd_room_id=self.room.id, **opened)
        self.assertEqual(
            own.default_get(["new_room_id", "act"])["new_room_id"], self.room.id
        )
        foreign = self.make_room(self.opd_b, "X").id
        for values, context in (
            ({}, {"sipbd_room_id": foreign}),
            ({}, {"default_new_room_id": foreign}),
            ({"new_room_id": foreign}, {}),
        ):
            with self.assertRaises(AccessError):
                wizards.with_context(**context, **opened).onchange(
                    values,
                    [],
                    {"act": {}, "new_room_id": {"fields": {"display_name": {}}}},
                )

    def test_land_and_buildings_stand_in_no_room(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        for fixed in (land, self.building):
            with self.assertRaisesRegex(UserError, "cannot stand in a room"):
                self.place(fixed)

    def test_rooms_of_other_units_are_refused(self):
        with self.assertRaisesRegex(UserError, "is not a room of"):
            self.place(self.asset_a, self.make_room(self.unit_a1, "X"))
        with self.assertRaises(UserError):
            self.place(self.asset_a, self.make_room(self.opd_b, "X"))
        with self.assertRaises(AccessError):
            self.place(self.asset_b)

    def test_a_room_with_goods_stays(self):
        self.place(self.asset_a)
        room = self.room.with_user(self.clerk_a)
        for vals in ({"active": False}, {"unit_id": self.unit_a1.id}):
            with self.assertRaisesRegex(UserError, "another room first"):
                room.write(vals)
        with self.assertRaisesRegex(UserError, "archive it"):
            room.unlink()
        other = self.make_room(self.opd_a, "A2")
        self.env["sipbd.asset"].browse(self.asset_a.id).with_user(self.clerk_a)._place(
            other, self.document("2024-07-01")
        )
        room.active = False
        with self.assertRaises(AccessError):
            self.make_room(self.opd_b, "Z").with_user(self.clerk_a).read(["name"])


@tagged("post_install", "-at_install")
class TestCustody(PeopleMixin, SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.car = cls.make_asset(cls.clerk_a, cls.opd_a, CAR)

    def wizard(self, act, assets=None, user=None, **vals):
        wizards = self.env["sipbd.entry.wizard"].with_user(user or self.clerk_a)
        assets = assets or self.car
        return wizards.with_context(
            default_asset_ids=assets.ids, default_act=act
        ).create(
            {
                "asset_id": assets[0].id,
                **self.document("2024-06-01"),
                **vals,
            }
        )

    def test_handed_over_by_nip_and_returned(self):
        form = Form(
            self.env["sipbd.entry.wizard"]
            .with_user(self.clerk_a)
            .with_context(default_asset_ids=self.car.ids, default_act="serah")
        )
        form.holder_nip = "19850101 201001 1 001"
        self.assertEqual(form.holder_name, "Budi Santoso, Dinas Uji")
        self.assertIn("Budi Santoso", form.preview)
        form.document_kind = "bast"
        form.document_number = "12/BAST/2024"
        form.document_date = "2024-06-01"
        form.save().action_book()
        self.assertEqual(self.car.holder_id, self.budi)
        car = self.car.with_user(self.head_a)
        self.assertEqual(car.holder_info, f"Budi Santoso, NIP {NIP_A}")
        self.assertEqual(car.search([("holder_search", "ilike", "santoso")]), self.car)
        self.assertEqual(car.search([("holder_search", "ilike", NIP_A)]), self.car)
        returned = self.wizard("terima", document_number="13")
        returned.document_date = "2024-08-01"
        returned.action_book()
        self.assertFalse(self.car.holder_id)
        action = self.car.with_user(self.clerk_a).action_open_custody()
        history = self.env["sipbd.entry"].with_user(self.clerk_a)
        kinds = history.search(action["domain"]).mapped("kind")
        self.assertEqual(sorted(kinds), ["1301", "1302"])

    def test_somebody_of_another_opd_by_the_whole_nip(self):
        self.wizard("serah", holder_nip=NIP_B).action_book()
        self.assertEqual(self.car.holder_id, self.joko)
        # The list of what people have shows names to who may not read personnel.
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        groups = assets.formatted_read_group(
            [("holder_id", "!=", False)], ["holder_id"], ["__count"]
        )
        self.assertEqual(groups[0]["holder_id"][1], "Joko Budiman")
        spec = {"holder_id": {"fields": {"display_name": {}}}, "holder_info": {}}
        [shown] = self.car.with_user(self.clerk_a).web_read(spec)
        self.assertEqual(shown["holder_id"]["display_name"], "Joko Budiman")

    def test_wrong_custodians(self):
        for nip, why in (
            ("", "missing"),
            ("Budi Santoso", "18 digits"),
            (NIP_A[:-1], "18 digits"),
            ("0" * 18, "Nobody"),
            ("x" * 5000, "18 digits"),
        ):
            with self.assertRaisesRegex(UserError, why):
                self.wizard("serah", holder_nip=nip).action_book()
        self.wizard("serah", holder_nip=NIP_A).action_book()
        with self.assertRaisesRegex(UserError, "already"):
            again = self.wizard("serah", holder_nip=NIP_A, document_number="99")
            again.action_book()
        with self.assertRaisesRegex(UserError, "nothing to return"):
            self.wizard("terima", self.asset_a).action_book()

    def test_goods_of_another_opd_are_not_handed_over(self):
        with self.assertRaises(AccessError):
            self.wizard("serah", self.asset_b, holder_nip=NIP_A)
        with self.assertRaises(AccessError):
            self.car.with_user(self.clerk_b).read(["holder_info"])
        self.wizard("serah", holder_nip=NIP_A).action_book()
        found = self.env["sipbd.asset"].with_user(self.clerk_b)
        self.assertFalse(found.search([("holder_search", "ilike", "Budi")]))

from dataclasses import dataclass
from datetime import timedelta

from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.translate import LazyTranslate

_lt = LazyTranslate(__name__)

# Counting stops here: what is many need not be counted, and a page opens at once.
MOST = 99
RECENT_DAYS = 30

ASSETS = "sipbd.sipbd_asset_action"
LAND = "sipbd.sipbd_asset_action_kib_a"
VEHICLES = "sipbd.sipbd_asset_action_vehicle"


@dataclass(frozen=True)
class Card:
    """One kind of work: what is counted and the list that it leads to.

    The list opens with the search filter that has the same domain.
    """

    key: str
    title: object
    action: str
    filter_name: str
    model: str = "sipbd.asset"


SECTIONS = (
    (
        "due",
        _lt("Due"),
        (
            Card("pajak", _lt("Vehicle tax due"), VEHICLES, "pajak_due"),
            Card("stnk", _lt("STNK due"), VEHICLES, "stnk_due"),
            Card("kir", _lt("Inspection (kir) due"), VEHICLES, "kir_due"),
        ),
    ),
    (
        "incomplete",
        _lt("Incomplete"),
        (
            Card("value", _lt("Value 0"), ASSETS, "value_zero"),
            Card("condition", _lt("Condition unknown"), ASSETS, "kondisi_none"),
            Card(
                "certificate", _lt("Land without certificate"), LAND, "no_certificate"
            ),
            Card("plate", _lt("Vehicles without plate number"), VEHICLES, "no_plate"),
            Card("bpkb", _lt("Vehicles without BPKB"), VEHICLES, "no_bpkb"),
            Card(
                "photo",
                _lt("Land, building, vehicle without photo"),
                ASSETS,
                "no_photo",
            ),
            Card("room", _lt("Not in a room"), ASSETS, "no_room"),
            Card(
                "damaged",
                _lt("Badly damaged, not in Aset Lain-Lain"),
                ASSETS,
                "damaged_in_use",
            ),
        ),
    ),
    (
        "changed",
        _lt("Lately"),
        (
            Card(
                "entries",
                _lt("Entries of the last 30 days"),
                "sipbd.sipbd_entry_action",
                "recent",
                "sipbd.entry",
            ),
            Card(
                "loads",
                _lt("Files with findings, not loaded yet"),
                "pemda_import.pemda_import_load_action",
                "open_findings",
                "pemda.import.load",
            ),
        ),
    ),
)
CARDS = {card.key: card for _key, _title, cards in SECTIONS for card in cards}


class Pekerjaan(models.AbstractModel):
    """Work at hand of whoever keeps the goods of a unit."""

    _name = "sipbd.pekerjaan"
    _description = "Work at hand"

    @api.model
    @api.readonly
    def get_work(self):
        """What is to be done in the units of the user's office.

        :return: dict of ``units`` (names), ``most`` (counting stops there) and
            ``sections``: list of dict ``key``, ``title``, ``cards`` (list of dict
            ``key``, ``title``, ``count``)
        :raises AccessError: without an office of the register
        """
        units = self._units()
        counts = self._counts(units)
        return {
            "units": units.mapped("name"),
            "most": MOST,
            "sections": [
                {
                    "key": key,
                    "title": self.env._(title),
                    "cards": [
                        {
                            "key": card.key,
                            "title": self.env._(card.title),
                            "count": counts[card.key],
                        }
                        for card in cards
                    ],
                }
                for key, title, cards in SECTIONS
            ],
        }

    @api.model
    def open_card(self, key):
        """The list behind a card, filtered as it was counted.

        :raises UserError: there is no such card
        """
        if key not in CARDS:
            raise UserError(self.env._("There is no such list."))
        card = CARDS[key]
        units = self._units()
        action = self.env["ir.actions.act_window"]._for_xml_id(card.action)
        context = {f"search_default_{card.filter_name}": 1}
        if card.model == "sipbd.asset":
            context["search_default_aktif"] = 1
        domain = Domain(self._action_domain(card)) & self._in_units(card, units)
        return {**action, "domain": list(domain), "context": context}

    @api.model
    def _units(self):
        """Where the user is clerk; for others, where he reads."""
        for group in ("sipbd.group_asset_clerk", "sipbd.group_asset_reader"):
            ids = self.env.user._pemda_unit_ids(group)
            if ids:
                return self.env["hr.department"].browse(sorted(ids))
        raise AccessError(
            self.env._("You hold no office in which the register is read.")
        )

    @api.model
    def _counts(self, units):
        """Count of each card, at most ``MOST`` + 1, in one query."""
        counts = SQL(" UNION ALL ").join(
            SQL(
                "SELECT %s, (SELECT count(*) FROM (%s) AS found)",
                card.key,
                self._query(card, units).select(SQL("1")),
            )
            for card in CARDS.values()
        )
        return dict(self.env.execute_query(counts))

    @api.model
    def _query(self, card, units):
        domain = self._card_domain(card) & self._in_units(card, units)
        return self.env[card.model]._search(domain, limit=MOST + 1)

    @api.model
    def _in_units(self, card, units):
        return Domain("unit_id", "child_of", units.ids)

    @api.model
    def _action_domain(self, card):
        """What the list shows whatever filter is chosen."""
        return {
            LAND: Domain("kib", "=", "A"),
            VEHICLES: Domain("is_vehicle", "=", True),
        }.get(card.action, Domain.TRUE)

    @api.model
    def _card_domain(self, card):
        """What a card counts; the filter of the list says the same."""
        today = self.env.company.sudo()._pemda_today()
        soon = today + timedelta(days=RECENT_DAYS)
        domains = {
            "pajak": Domain("pajak_sampai", "<=", soon),
            "stnk": Domain("stnk_sampai", "<=", soon),
            "kir": Domain("kir_sampai", "<=", soon),
            "value": Domain("nilai_perolehan", "=", 0),
            "condition": Domain("kondisi", "=", False),
            "certificate": Domain("nomor_sertifikat", "=", False),
            "plate": Domain("nomor_polisi", "=", False),
            "bpkb": Domain("nomor_bpkb", "=", False),
            "photo": Domain("photo_id", "=", False)
            & (Domain("kib", "in", ["A", "C"]) | Domain("is_vehicle", "=", True)),
            "room": Domain("room_id", "=", False) & Domain("is_placeable", "=", True),
            "damaged": Domain("kondisi", "=", "RB")
            & Domain("kib", "in", ["A", "B", "C", "D", "E", "F"]),
            "entries": Domain("booking_date", ">=", today - timedelta(RECENT_DAYS)),
            "loads": Domain("state", "in", ["draft", "read", "checked"])
            & Domain("finding_ids", "!=", False),
        }
        domain = domains[card.key] & self._action_domain(card)
        if card.model == "sipbd.asset":
            domain &= Domain("state", "=", "aktif")
        return domain

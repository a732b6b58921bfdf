"""Entries booked by the form, and transfers of many assets by one document."""

import json
import sys
from itertools import count

from odoo.modules.registry import Registry
from odoo.service.model import call_kw
from odoo.tools import SQL

from ..timing import alternate
from . import base, transaction

ROUNDS, WARM_UP = 60, 10
TRANSFERS, TRANSFER_ROUNDS = 1_000, 5
PLAIN = "sipbd.ruang"


def main(env, words):
    """Print a dict: what -> list of seconds."""
    trial = _Trial(env)
    one = {"form": trial.book_by_form, "create": trial.create_plain}
    alternate(one, WARM_UP)
    times = alternate(one, ROUNDS)
    many = {"transfers": trial.transfer, "insert": trial.insert}
    alternate(many, 1)
    times |= alternate(many, TRANSFER_ROUNDS)
    json.dump(times, sys.stdout)


class _Trial:
    def __init__(self, env):
        self._registry = Registry(env.cr.dbname)
        self._transaction = transaction.of_user(env, base.clerk(env))
        self._today = str(env.company._pemda_today())
        self._numbers = count(1)
        opd = base.largest_opd(env)
        units = env["hr.department"].search([("opd_id", "=", opd.id)])
        self._to_unit = units[:1].id
        assets = env["sipbd.asset"].search(
            [("unit_id", "in", units[1:].ids), ("state", "=", "aktif")],
            order="kode_register, id",
        )
        # Spread over the register, as what one looks up is.
        step = max(len(assets) // (TRANSFERS + ROUNDS + WARM_UP), 1)
        spread = assets.ids[::step]
        self._single = iter(spread[: ROUNDS + WARM_UP])
        self._many = spread[ROUNDS + WARM_UP :][:TRANSFERS]
        if len(self._many) < TRANSFERS:
            raise ValueError(f"{len(assets)} assets of the OPD are too few")
        self._own = self._entries(env)
        env.cr.rollback()

    def _entries(self, env):
        """Entries of the ledger to write again: two for each transfer."""
        env.cr.execute(
            SQL(
                "SELECT id FROM sipbd_entry WHERE asset_id = ANY(%s) ORDER BY id",
                self._many,
            )
        )
        ids = [row[0] for row in env.cr.fetchall()]
        return (ids * 2)[: 2 * TRANSFERS]

    def _document(self):
        return {
            "document_kind": "ba",
            "document_number": f"UJI/{next(self._numbers)}",
            "document_date": self._today,
        }

    def book_by_form(self):
        """Save the form and press Book: a correction of the value."""
        asset = next(self._single)
        with self._transaction() as env:
            vals = {"asset_id": asset, "act": "nilai", "new_nilai": 123, "note": False}
            wizards = env["sipbd.entry.wizard"]
            args = [[], {**vals, **self._document()}]
            [saved] = call_kw(wizards, "web_save", args, {"specification": {}})
            call_kw(wizards, "action_book", [[saved["id"]]], {})

    def create_plain(self):
        """Save a record of two fields in a unit, a room, by the same clerk."""
        number = next(self._numbers)
        with self._transaction() as env:
            two = {"code": f"Bench {number}", "name": "Bench"}
            vals = {**two, "unit_id": self._to_unit}
            call_kw(env[PLAIN], "web_save", [[], vals], {"specification": {}})

    def transfer(self):
        """Move all the assets to another unit of their OPD, by one document."""
        with self._transaction() as env:
            assets = env["sipbd.asset"].browse(self._many)
            unit = env["hr.department"].browse(self._to_unit)
            assets._move_internally(unit, self._document())

    def insert(self):
        """As many entries as the transfers make, by a bare statement; taken back."""
        with self._registry.cursor() as cr:
            cr.execute(
                SQL(
                    """
                    INSERT INTO sipbd_entry (
                        create_uid, create_date, asset_id, kind, booking_date,
                        document_kind, document_number, document_date, nilai, jumlah,
                        unit_id, code_id, kondisi, komptabel, akumulasi)
                    SELECT create_uid, create_date, asset_id, kind, booking_date,
                           document_kind, document_number, document_date, nilai,
                           jumlah, unit_id, code_id, kondisi, komptabel, akumulasi
                      FROM unnest(%s::integer[]) given (id)
                      JOIN sipbd_entry USING (id)
                    """,
                    self._own,
                )
            )
            cr.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cr.rollback()

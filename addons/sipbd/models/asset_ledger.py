from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules import ledger as rules
from .asset_create import DOCUMENT_FIELDS

POSITION_FIELDS = (
    "unit_id",
    "code_id",
    "komptabel",
    "kondisi",
    "room_id",
    "holder_id",
)
# What an act may say beside its document and what it changes.
SAID_FIELDS = (
    "load_id",
    "joint_id",
    "tanggal_lama",
    "tahun_lama",
    "tanggal_baru",
    "note",
)
# Of the depreciation: said by the last entry of an act, beside the position.
CARRIED_FIELDS = ("akumulasi", "sisa_bulan")


@dataclass(slots=True)
class Standing:
    """An asset that is locked for booking: its latest state and what numbers it."""

    state: rules.State
    last_date: date
    last_id: int
    is_documented: bool  # an entry names one of the documents that are being booked
    place: tuple  # before the acts that are being booked
    kode_register: str | None
    pemilik: str
    tahun: int | None


class Asset(models.Model):
    """Booking on assets; how it is written is in ``asset_ledger_write.py``."""

    _inherit = "sipbd.asset"

    def _book(self, vals_list):
        """Book acts on assets and bring their columns up to date, as one set.

        Each dict holds ``asset_id``, ``kind``, ``document_kind``,
        ``document_number``, ``document_date`` and what the act changes: ``nilai`` and
        ``jumlah`` are differences, ``unit_id``, ``code_id``, ``kondisi``,
        ``komptabel``, ``room_id``, ``holder_id`` hold after it; ``akumulasi`` is
        accumulated depreciation that it carries in or out, ``sisa_bulan`` the
        remaining months of life that its document states; also ``note``, ``load_id``
        and, for a reversal, ``booking_date`` and ``reversal_of_id``. With
        ``last_entry_id`` an act is refused when something was booked on the asset
        after that entry, which the user has not seen. A change of unit,
        code or komptabel becomes two entries and gives the asset a new kode register;
        another unit also empties room and custodian unless the act names them.

        :return: the assets
        :raises AccessError: without the right to write all of the assets
        :raises UserError: when somebody else is booking on one of them, or when the
            act cannot be booked; the text says why
        """
        assets = self.browse(dict.fromkeys(vals["asset_id"] for vals in vals_list))
        assets.check_access("write")
        acts = self._with_checked_documents(vals_list)
        self.env["sipbd.period"]._require_open({vals["booking_date"] for vals in acts})
        standings = assets._lock_standings(acts)
        self._check_seen(acts, standings)
        self._check_not_booked(
            [vals for vals in acts if standings[vals["asset_id"]].is_documented]
        )
        self._check_places(acts)
        rows, simple = [], len(acts) == len(assets)
        for vals in acts:
            asset = self.browse(vals["asset_id"])
            standing = standings[asset.id]
            base = asset._base_state(vals, standing)
            legs = asset._legs(vals, base)
            simple &= base is standing.state
            rows += [_entry_row(vals, leg) for leg in legs]
            rows[-1] |= {name: vals[name] for name in CARRIED_FIELDS if name in vals}
            standing.last_date = max(standing.last_date, vals["booking_date"])
            standing.state = _advance(standing.state, legs, base)
        registers = self._new_kode_registers(standings, rows)
        # One act per asset, after all that was booked before: the latest state says
        # whether the asset is sound; whoever booked before has seen to the rest.
        if simple:
            assets._check_latest(standings)
        assets._insert_entries(rows)
        if not simple:
            assets._check_sound()
        assets._project(registers)
        return assets

    def _with_checked_documents(self, vals_list):
        """The acts with their dates as dates that can be booked."""
        checked, acts = {}, []
        for vals in vals_list:
            key = repr([vals.get(name) for name in DOCUMENT_FIELDS])
            if key not in checked:
                document = self._checked_document(vals)
                checked[key] = {name: document[name] for name in DOCUMENT_FIELDS}
            document = checked[key]
            booked = vals.get("booking_date") or document["document_date"]
            acts.append({**vals, **document, "booking_date": booked})
        return acts

    # The asset as it stands --------------------------------------------------------

    def _lock_for_booking(self):
        """Take the assets for oneself until the transaction ends."""
        self._lock_standings()

    def _lock_standings(self, acts=()):
        """Lock the assets and read where they stand.

        :param acts: what is to be booked on them
        :return: dict id -> :class:`Standing`
        :raises UserError: when somebody else is booking on one of them
        """
        self.env.flush_all()
        # SKIP LOCKED: a refused lock would end the transaction.
        self.env.cr.execute(
            SQL(
                """
                SELECT asset.id, nilai_perolehan::text, jumlah::text, unit_id, code_id,
                       komptabel, kondisi, room_id, holder_id, state, kode_register,
                       pemilik, tahun_perolehan, booked.*
                  FROM sipbd_asset asset
                 CROSS JOIN LATERAL (
                       SELECT max(booking_date), max(id),
                              bool_or(document_number = ANY(%s)
                                      AND document_date = ANY(%s::date[]))
                         FROM sipbd_entry
                        WHERE asset_id = asset.id) booked
                 WHERE asset.id = ANY(%s)
                   FOR NO KEY UPDATE OF asset SKIP LOCKED
                """,
                list({vals["document_number"] for vals in acts}),
                list({vals["document_date"] for vals in acts}),
                self.ids,
            )
        )
        standings = {row[0]: _standing(row) for row in self.env.cr.fetchall()}
        if len(standings) < len(set(self.ids)):
            raise UserError(
                self.env._(
                    "Somebody else is booking on the same asset at this moment. Look "
                    "at it again and then repeat your entry."
                )
            )
        self.invalidate_recordset(flush=False)
        return standings

    def _entries(self):
        """The ledger of one asset as plain values, in order."""
        self.ensure_one()
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                SELECT id, booking_date, kind, nilai::text, jumlah::text, unit_id,
                       code_id, komptabel, kondisi, room_id, holder_id
                  FROM sipbd_entry
                 WHERE asset_id = %s
                 ORDER BY booking_date, id
                """,
                self.id,
            )
        )
        return [
            rules.Entry(
                id_, day, kind, Decimal(nilai), Decimal(jumlah), rules.Position(*place)
            )
            for id_, day, kind, nilai, jumlah, *place in self.env.cr.fetchall()
        ]

    def _check_seen(self, acts, standings):
        """Refuse an act by somebody who has not seen what was booked before it."""
        for vals in acts:
            seen = vals.get("last_entry_id")
            if seen is not None and standings[vals["asset_id"]].last_id > seen:
                raise UserError(
                    self.env._(
                        "Something was booked on %(asset)s after you opened the form. "
                        "Close it, look at the asset again and repeat your entry.",
                        asset=self.browse(vals["asset_id"]).display_name,
                    )
                )

    # Checking one act -------------------------------------------------------------

    def _check_places(self, acts):
        """Units, codes and rooms that goods are put into; not where they go back to."""
        new = [vals for vals in acts if vals["kind"] != rules.REVERSAL]
        for unit_id, day in {
            (vals["unit_id"], vals["document_date"])
            for vals in new
            if vals.get("unit_id")
        }:
            self._check_unit(self.env["hr.department"].browse(unit_id), day)
        for code_id in {vals["code_id"] for vals in new if vals.get("code_id")}:
            self._check_kode(self.env["sipbd.kode"].browse(code_id))

    def _base_state(self, vals, standing):
        """State on which the act builds: the latest, or that at an earlier date."""
        state, day = standing.state, vals["booking_date"]
        self._check_there(vals["kind"], state)
        if day >= standing.last_date:
            return state
        entries = self._entries()
        base = rules.state_at(entries, day)
        if not base:
            raise UserError(
                self.env._(
                    "%(asset)s was not in the register yet on %(date)s.",
                    asset=self.display_name,
                    date=day,
                )
            )
        moved_later = any(
            entry.booking_date > day and entry.position.place != base.position.place
            for entry in entries
        )
        ends = base.jumlah + _decimal(vals.get("jumlah") or 0) <= 0
        if moved_later or ends or any(name in vals for name in POSITION_FIELDS):
            raise UserError(
                self.env._(
                    "%(asset)s has an entry of %(date)s. This change cannot be booked "
                    "before it: reverse that entry first.",
                    asset=self.display_name,
                    date=standing.last_date,
                )
            )
        return base

    def _check_there(self, kind, state):
        """Acts are booked on what is in the register; what was struck off comes back
        by its cancellation alone."""
        if kind == rules.RESTORED:
            if state.exists:
                raise UserError(
                    self.env._(
                        "%(asset)s is in the register: there is no write-off to "
                        "cancel.",
                        asset=self.display_name,
                    )
                )
        elif kind != rules.REVERSAL and not state.exists:
            raise UserError(
                self.env._(
                    "%(asset)s is no longer in the register.", asset=self.display_name
                )
            )

    def _legs(self, vals, base):
        """The entries of the act; see ``rules.legs``."""
        nilai = _decimal(self._checked_number(vals.get("nilai") or 0, 2))
        jumlah = _decimal(self._checked_number(vals.get("jumlah") or 0, 2))
        changes = {
            name.removesuffix("_id"): vals[name] or None
            for name in POSITION_FIELDS
            if name in vals
        }
        after = rules.position_after(base, changes, jumlah)
        if vals["kind"] == rules.REVERSAL:
            return rules.legs(base, vals["kind"], after, nilai, jumlah)
        if changes.get("room"):
            room = self.env["sipbd.ruang"].browse(changes["room"])
            unit = self.env["hr.department"].browse(after.unit)
            self._check_room(room, unit)
        carried = any(vals.get(name) for name in (*CARRIED_FIELDS, "note"))
        if not (nilai or jumlah or carried or after != base.position):
            raise UserError(
                self.env._("Nothing changes on %(asset)s.", asset=self.display_name)
            )
        return rules.legs(base, vals["kind"], after, nilai, jumlah)

    def _check_room(self, room, unit):
        """:raises UserError: unless goods of the unit may stand in the room"""
        if not (room.active and room.unit_id == unit):
            raise UserError(
                self.env._(
                    "%(room)s is not a room of %(unit)s, to which %(asset)s belongs. "
                    "Choose one of its own rooms.",
                    room=room.display_name,
                    unit=unit.display_name,
                    asset=self.display_name,
                )
            )


def _standing(row):
    """A row of ``_lock_standings`` as a plain value."""
    _id, nilai, jumlah, *place, state, kode_register, pemilik, tahun = row[:-3]
    day, last, is_documented = row[-3:]
    position = rules.Position(*place)
    last_kind = rules.REVERSAL if state == "batal" else ""
    return Standing(
        state=rules.State(Decimal(nilai), Decimal(jumlah), position, last_kind),
        last_date=day or date.min,
        last_id=last or 0,
        is_documented=bool(is_documented),
        place=position.place,
        kode_register=kode_register,
        pemilik=pemilik,
        tahun=tahun,
    )


def _entry_row(vals, leg):
    """Columns of an entry."""
    kind, nilai, jumlah, position = leg
    return {
        **{name: vals.get(name) for name in (*DOCUMENT_FIELDS, *SAID_FIELDS)},
        "asset_id": vals["asset_id"],
        "kind": kind,
        "booking_date": vals["booking_date"],
        "nilai": nilai,
        "jumlah": jumlah,
        "unit_id": position.unit,
        "code_id": position.code,
        "komptabel": position.komptabel,
        "kondisi": position.kondisi,
        "room_id": position.room,
        "holder_id": position.holder,
        "reversal_of_id": vals.get("reversal_of_id"),
    }


def _decimal(number):
    return Decimal(str(round(number, 2)))


def _advance(state, legs, base):
    """The latest state after the entries of an act that was built on ``base``."""
    kind, _nilai, _jumlah, position = legs[-1]
    return rules.State(
        nilai=state.nilai + sum(leg[1] for leg in legs),
        jumlah=state.jumlah + sum(leg[2] for leg in legs),
        position=position if base is state else state.position,
        last_kind=kind if base is state else state.last_kind,
    )

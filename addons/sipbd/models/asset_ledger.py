from dataclasses import replace
from datetime import date
from decimal import Decimal

from odoo import api, models
from odoo.exceptions import LockError, UserError
from odoo.tools import SQL

from ..rules import ledger as rules
from .ledger_key import with_ledger_key
from .sql_file import sql_file

POSITION_FIELDS = (
    "unit_id",
    "code_id",
    "komptabel",
    "kondisi",
    "room_id",
    "holder_id",
)
ENTRY_FIELDS = (
    "document_kind",
    "document_number",
    "document_date",
    "load_id",
    "tanggal_lama",
    "tahun_lama",
    "tanggal_baru",
    "note",
)
# Of the depreciation: what the last entry of an act says beside the position.
CARRIED_FIELDS = ("akumulasi", "sisa_bulan")


class Asset(models.Model):
    """Booking on assets and the projection of the ledger onto their columns."""

    _inherit = "sipbd.asset"

    def _book(self, vals_list):
        """Book acts on assets and bring their columns up to date, as one set.

        Each dict holds ``asset_id``, ``kind``, ``document_kind``,
        ``document_number``, ``document_date`` and what the act changes: ``nilai`` and
        ``jumlah`` are differences, ``unit_id``, ``code_id``, ``kondisi``,
        ``komptabel``, ``room_id``, ``holder_id`` hold after it; ``akumulasi`` is
        accumulated depreciation that it carries in or out, ``sisa_bulan`` the
        remaining months of life that its document states; also ``note``, ``load_id``
        and, for a reversal, ``booking_date`` and ``reversal_of_id``. A change of unit,
        code or komptabel becomes two entries and gives the asset a new kode register;
        another unit also empties room and custodian unless the act names them.

        :return: the assets
        :raises AccessError: without the right to write all of the assets
        :raises UserError: when somebody else is booking on one of them, or when the
            act cannot be booked; the text says why
        """
        assets = self.browse(dict.fromkeys(vals["asset_id"] for vals in vals_list))
        assets.check_access("write")
        assets._lock_for_booking()
        states = {asset.id: asset._state() for asset in assets}
        before = dict(states)
        last_dates = assets._last_booking_dates()
        rows = []
        for vals in vals_list:
            asset = self.browse(vals["asset_id"])
            base = asset._base_state(vals, states[asset.id], last_dates[asset.id])
            legs = asset._legs(vals, base)
            rows += [asset._entry_row(vals, leg) for leg in legs]
            rows[-1] |= {name: vals[name] for name in CARRIED_FIELDS if name in vals}
            last_dates[asset.id] = max(last_dates[asset.id], rows[-1]["booking_date"])
            states[asset.id] = _advance(states[asset.id], legs, base)
        moved = assets.filtered(
            lambda a: (
                states[a.id].exists
                and states[a.id].position.place != before[a.id].position.place
            )
        )
        moved._renew_kode_register(states, rows)
        assets._insert_entries(rows)
        assets._check_sound()
        assets._project()
        return assets

    def _insert_entries(self, rows):
        """Write entries past the access rights of the caller, who has none on them.

        ``sudo`` also takes the ``default_`` keys out of the caller's context.
        """
        with_ledger_key(self.env["sipbd.entry"].sudo()).create(rows)
        self.invalidate_recordset(["entry_ids"])

    def _lock_for_booking(self):
        self.env.flush_all()
        try:
            self.lock_for_update(allow_referencing=True)
        except LockError as error:
            raise UserError(
                self.env._(
                    "Somebody else is booking on the same asset at this moment. Look "
                    "at it again and then repeat your entry."
                )
            ) from error
        self.invalidate_recordset()

    def _state(self):
        """The projection as a plain value; equal to the ledger's latest state."""
        position = rules.Position(
            self.unit_id.id,
            self.code_id.id,
            self.komptabel,
            self.kondisi or None,
            self.room_id.id or None,
            self.holder_id.id or None,
        )
        last_kind = rules.REVERSAL if self.state == "batal" else ""
        return rules.State(
            _decimal(self.nilai_perolehan), _decimal(self.jumlah), position, last_kind
        )

    def _last_booking_dates(self):
        entries = self.env["sipbd.entry"].sudo()
        groups = entries._read_group(
            [("asset_id", "in", self.ids)], ["asset_id"], ["booking_date:max"]
        )
        return {asset.id: last for asset, last in groups}

    def _entries(self):
        """The ledger of one asset as plain values, in order."""
        self.ensure_one()
        return [
            rules.Entry(
                entry.id,
                entry.booking_date,
                entry.kind,
                _decimal(entry.nilai),
                _decimal(entry.jumlah),
                rules.Position(
                    entry.unit_id.id,
                    entry.code_id.id,
                    entry.komptabel,
                    entry.kondisi or None,
                    entry.room_id.id or None,
                    entry.holder_id.id or None,
                ),
            )
            for entry in self.env["sipbd.entry"]
            .sudo()
            .search([("asset_id", "=", self.id)], order="booking_date, id")
        ]

    # Checking one act -------------------------------------------------------------

    def _base_state(self, vals, state, last_date):
        """State on which the act builds: the latest, or that at an earlier date."""
        document = self._checked_document(vals)
        if vals["kind"] != rules.REVERSAL and not state.exists:
            raise UserError(
                self.env._(
                    "%(asset)s is no longer in the register.", asset=self.display_name
                )
            )
        if (vals.get("booking_date") or document["document_date"]) >= last_date:
            return state
        entries = self._entries()
        base = rules.state_at(entries, document["document_date"])
        if not base:
            raise UserError(
                self.env._(
                    "%(asset)s was not in the register yet on %(date)s.",
                    asset=self.display_name,
                    date=document["document_date"],
                )
            )
        moved_later = any(
            entry.booking_date > document["document_date"]
            and entry.position.place != base.position.place
            for entry in entries
        )
        if moved_later or any(name in vals for name in POSITION_FIELDS):
            raise UserError(
                self.env._(
                    "%(asset)s has an entry of %(date)s. This change cannot be booked "
                    "before it: reverse that entry first.",
                    asset=self.display_name,
                    date=last_date,
                )
            )
        return base

    def _legs(self, vals, base):
        """The entries of the act; see ``rules.legs``."""
        changes = {
            name.removesuffix("_id"): vals[name] or None
            for name in POSITION_FIELDS
            if name in vals
        }
        reversal = vals["kind"] == rules.REVERSAL
        if "unit" in changes and not reversal:  # it goes back to where it was
            unit = self.env["hr.department"].browse(changes["unit"])
            self._check_unit(unit, self._checked_document(vals)["document_date"])
        if "code" in changes:
            self._check_kode(self.env["sipbd.kode"].browse(changes["code"]))
        if changes.get("unit", base.position.unit) != base.position.unit:
            changes = {"room": None, "holder": None, **changes}
        after = replace(base.position, **changes)
        nilai = _decimal(self._checked_number(vals.get("nilai") or 0, 2))
        jumlah = _decimal(self._checked_number(vals.get("jumlah") or 0, 2))
        changed = nilai or jumlah or after != base.position or vals.get("note")
        if not (changed or reversal):
            raise UserError(
                self.env._("Nothing changes on %(asset)s.", asset=self.display_name)
            )
        return rules.legs(base, vals["kind"], after, nilai, jumlah)

    def _entry_row(self, vals, leg):
        kind, nilai, jumlah, position = leg
        document = self._checked_document(vals)
        return {
            **{name: document[name] for name in ENTRY_FIELDS if name in document},
            "asset_id": self.id,
            "kind": kind,
            "booking_date": vals.get("booking_date") or document["document_date"],
            "nilai": float(nilai),
            "jumlah": float(jumlah),
            "unit_id": position.unit,
            "code_id": position.code,
            "kondisi": position.kondisi,
            "komptabel": position.komptabel,
            "room_id": position.room,
            "holder_id": position.holder,
            "reversal_of_id": vals.get("reversal_of_id"),
        }

    # Set-based effects ------------------------------------------------------------

    def _renew_kode_register(self, states, rows):
        """New kode register for the new place; the old one is kept in the entry."""
        if not self:
            return
        last_row = {row["asset_id"]: row for row in rows}
        years = self._years_of_entry()
        parts = []
        for asset in self:
            position = states[asset.id].position
            same_unit = position.unit == asset.unit_id.id
            entered = last_row[asset.id]["booking_date"].year
            parts.append(
                self._number_parts(
                    {
                        "unit_id": position.unit,
                        "code_id": position.code,
                        "komptabel": position.komptabel,
                        "pemilik": asset.pemilik,
                        "tahun": years[asset.id] if same_unit else entered,
                    }
                )
            )
        for asset, numbers in zip(self, self._issue_kode_registers(parts), strict=True):
            row = last_row[asset.id]
            old_to_new = f"{asset.kode_register} → {numbers['kode_register']}"
            row["note"] = "\n".join(filter(None, (row.get("note"), old_to_new)))
            with_ledger_key(asset.sudo()).write(numbers)

    def _years_of_entry(self):
        """Year in which each asset came to its unit, by acquisition or transfer."""
        years = {asset.id: asset.tahun_perolehan for asset in self}
        entries = self.env["sipbd.entry"].sudo()
        receipts = entries._read_group(
            [("asset_id", "in", self.ids), ("kind", "=", "03")],
            ["asset_id", "unit_id"],
            ["booking_date:max"],
        )
        for asset, unit, received in receipts:
            if unit == asset.sudo().unit_id:
                years[asset.id] = received.year
        return years

    def _project(self):
        self.env.flush_all()
        self.env.cr.execute(
            sql_file("ledger_project", uid=self.env.uid, state=self._state_sql())
        )
        self.invalidate_recordset()

    def _check_sound(self):
        self.env.flush_all()
        self.env.cr.execute(sql_file("ledger_unsound", scope=self._scope()))
        unsound = self.browse(row[0] for row in self.env.cr.fetchall())
        if unsound:
            raise UserError(
                self.env._(
                    "The value or quantity of %(asset)s would be negative, or a value "
                    "would remain where nothing is left. Reverse later entries first.",
                    asset=", ".join(unsound[:5].mapped("display_name")),
                )
            )

    def _scope(self):
        return SQL("asset_id = ANY(%s)", self.ids)

    def _state_sql(self, until=date.max):
        """Query for the state of these assets at a date.

        :return: SQL with columns asset_id, nilai, jumlah, unit_id, code_id, kondisi,
            komptabel, room_id, holder_id, state; no row for an asset that had no entry
            yet
        """
        return sql_file("ledger_state", until=until, scope=self._scope())

    @api.model
    def _ledger_differences(self, asset_ids=None):
        """Compare the columns of assets with the ledger.

        :param asset_ids: ids, or None for the whole register
        :return: list of dict ``asset_id``, ``field``, ``projected``, ``booked``
        """
        self.env.flush_all()
        some = asset_ids is not None
        ids = list(asset_ids or ())
        self.env.cr.execute(
            sql_file(
                "ledger_differences",
                state=sql_file(
                    "ledger_state",
                    until=date.max,
                    scope=SQL("asset_id = ANY(%s)", ids) if some else SQL("TRUE"),
                ),
                assets=SQL("asset.id = ANY(%s)", ids) if some else SQL("TRUE"),
            )
        )
        names = ("asset_id", "field", "projected", "booked")
        return [dict(zip(names, row, strict=True)) for row in self.env.cr.fetchall()]


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

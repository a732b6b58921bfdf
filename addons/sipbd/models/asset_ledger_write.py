from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules import ledger as rules
from .sql_file import sql_file

# Columns of an entry and their types; write_uid stays empty: nobody writes an entry.
ENTRY_COLUMNS = {
    "asset_id": "integer",
    "kind": "varchar",
    "booking_date": "date",
    "document_kind": "varchar",
    "document_number": "varchar",
    "document_date": "date",
    "nilai": "numeric",
    "jumlah": "numeric",
    "unit_id": "integer",
    "code_id": "integer",
    "kondisi": "varchar",
    "komptabel": "varchar",
    "room_id": "integer",
    "holder_id": "integer",
    "akumulasi": "numeric",
    "sisa_bulan": "integer",
    "joint_id": "integer",
    "reversal_of_id": "integer",
    "load_id": "integer",
    "tanggal_lama": "date",
    "tahun_lama": "integer",
    "tanggal_baru": "date",
    "note": "text",
}
#: between the old kode register and the new one in the note of an entry
BECAME = " → "
NUMBERS = ("nilai", "jumlah", "akumulasi")
_NAMES = SQL(", ".join(ENTRY_COLUMNS))
_ARRAYS = ", ".join(f"%({name})s::{type_}[]" for name, type_ in ENTRY_COLUMNS.items())


class Asset(models.Model):
    """What booking writes, in statements for the whole set, past the ORM.

    Nobody has the right to create entries, so ``sipbd.entry`` is written by SQL here
    and nowhere else (but for the import). What the ORM would do beside the INSERT is
    done by hand: access was checked, caches are emptied, ``kib`` is the only stored
    computed column that follows from the ledger and is projected with the rest.
    """

    _inherit = "sipbd.asset"

    def _insert_entries(self, rows):
        """Write entries in their order.

        :param list[dict] rows: by the names of ENTRY_COLUMNS; what is missing is empty
        :return: their ids
        """
        columns = {
            name: [_plain(name, row.get(name)) for row in rows]
            for name in ENTRY_COLUMNS
        }
        arrays = SQL(_ARRAYS, **columns)
        self.env.cr.execute(
            sql_file("ledger_insert", names=_NAMES, arrays=arrays, uid=self.env.uid)
        )
        self.invalidate_recordset(["entry_ids"], flush=False)
        return [row[0] for row in self.env.cr.fetchall()]

    def _check_latest(self, standings):
        unsound = [id_ for id_ in self.ids if not standings[id_].state.is_sound]
        if unsound:
            raise self._unsound_error(self.browse(unsound))

    def _check_sound(self):
        self.env.flush_all()
        self.env.cr.execute(sql_file("ledger_unsound", scope=self._scope()))
        unsound = self.browse(row[0] for row in self.env.cr.fetchall())
        if unsound:
            raise self._unsound_error(unsound)

    def _unsound_error(self, assets):
        return UserError(
            self.env._(
                "The value or quantity of %(asset)s would be negative, or a value "
                "would remain where nothing is left. Reverse later entries first.",
                asset=", ".join(assets[:5].mapped("display_name")),
            )
        )

    def _check_not_booked(self, acts):
        """Refuse an act that its document has brought about already.

        :raises UserError: naming the entry
        """
        named = {
            (
                vals["asset_id"],
                vals["kind"],
                vals["document_kind"],
                vals["document_number"],
                vals["document_date"],
                bool(vals.get("tanggal_baru")),
            )
            for vals in acts
            if vals["kind"] != rules.REVERSAL
        }
        if not named:
            return
        columns = list(zip(*named, strict=True))
        booked = self.env.execute_query(
            sql_file(
                "ledger_by_document",
                asset_ids=list(columns[0]),
                document_numbers=list(set(columns[3])),
                document_dates=list(set(columns[4])),
            )
        )
        repeated = [row[0] for row in booked if row[1:] in named]
        standing = repeated and self._not_reversed(repeated)
        if standing:
            entry = self.env["sipbd.entry"].browse(standing[0])
            raise UserError(
                self.env._(
                    "%(entry)s of %(date)s is booked on %(asset)s already. Give the "
                    "document of this change, or reverse that entry first.",
                    entry=entry.display_name,
                    date=entry.booking_date,
                    asset=entry.asset_id.display_name,
                )
            )

    def _not_reversed(self, entry_ids):
        self.env.cr.execute(
            SQL(
                "SELECT reversal_of_id FROM sipbd_entry WHERE reversal_of_id = ANY(%s)",
                entry_ids,
            )
        )
        reversed_ids = {row[0] for row in self.env.cr.fetchall()}
        return [id_ for id_ in entry_ids if id_ not in reversed_ids]

    def _last_entry_id(self):
        """Id of the latest entry on any of the assets; 0 when there is none."""
        self.env.cr.execute(
            SQL("SELECT max(id) FROM sipbd_entry WHERE asset_id = ANY(%s)", self.ids)
        )
        return self.env.cr.fetchone()[0] or 0

    # The projection -----------------------------------------------------------------

    def _new_kode_registers(self, standings, rows):
        """Issue kode registers to what has changed its place.

        The old one is kept in the note of the asset's last row. What never moved, since
        that is reversed, has the one again that it had.

        :return: dict asset id -> (kode register, running number)
        """
        moved = [
            id_
            for id_, standing in standings.items()
            if standing.state.exists and standing.state.position.place != standing.place
        ]
        if not moved:
            return {}
        last_row = {row["asset_id"]: row for row in rows}
        restored = self._former_kode_registers(moved, standings, rows)
        numbered = {id_: restored.get(id_) for id_ in moved}
        moved = [id_ for id_ in moved if id_ not in restored]
        assets = self.browse(moved)
        received = assets._years_of_receipt(standings)
        places = []
        for id_ in moved:
            standing = standings[id_]
            position = standing.state.position
            entered = last_row[id_]["booking_date"].year
            same_unit = position.unit == standing.place[0]
            places.append(
                {
                    "unit_id": position.unit,
                    "code_id": position.code,
                    "komptabel": position.komptabel,
                    "pemilik": standing.pemilik,
                    "tahun": received[id_] if same_unit else entered,
                }
            )
        issued = self._issue_kode_registers(self._number_parts(places))
        for id_, numbers in zip(moved, issued, strict=True):
            numbered[id_] = (numbers["kode_register"], numbers["register"])
        for id_, (kode_register, _register) in numbered.items():
            row, old = last_row[id_], standings[id_].kode_register
            old_to_new = f"{old}{BECAME}{kode_register}"
            row["note"] = "\n".join(filter(None, (row.get("note"), old_to_new)))
        return numbered

    def _former_kode_registers(self, moved, standings, rows):
        """Kode registers that assets had before an act that is reversed now.

        They stand in the note of that act, and were issued to nobody else since.

        :return: dict asset id -> (kode register, running number)
        """
        moved = set(moved)
        reversed_ids = [
            row["reversal_of_id"]
            for row in rows
            if row["reversal_of_id"] and row["asset_id"] in moved
        ]
        if not reversed_ids:
            return {}
        found = self.env.execute_query(
            SQL(
                """
                SELECT asset_id, note FROM sipbd_entry
                 WHERE id = ANY(%s) AND note LIKE %s
                """,
                reversed_ids,
                f"%{BECAME}%",
            )
        )
        former, width = {}, self._register_width()
        for id_, note in found:
            before, _arrow, after = note.splitlines()[-1].partition(BECAME)
            known = after == standings[id_].kode_register
            if known and before[-width:].isdigit():
                former[id_] = before
        taken = self.env.execute_query(
            SQL(
                "SELECT kode_register FROM sipbd_asset WHERE kode_register = ANY(%s)",
                list(former.values()),
            )
        )
        taken = {number for (number,) in taken}
        return {
            id_: (number, number[-width:])
            for id_, number in former.items()
            if number not in taken
        }

    def _years_of_receipt(self, standings):
        """Year in which each asset came to its unit, by acquisition or transfer."""
        self.env.cr.execute(
            SQL(
                """
                SELECT asset_id, unit_id, max(booking_date)
                  FROM sipbd_entry
                 WHERE asset_id = ANY(%s) AND kind = '03'
                 GROUP BY asset_id, unit_id
                """,
                self.ids,
            )
        )
        years = {id_: standings[id_].tahun for id_ in self.ids}
        for id_, unit_id, received in self.env.cr.fetchall():
            if unit_id == standings[id_].place[0]:
                years[id_] = received.year
        return years

    def _project(self, registers=None):
        """Write the latest state of the ledger, and new registers, onto the assets.

        :param dict registers: asset id -> (kode register, running number)
        """
        self.env.flush_all()
        registers = registers or {}
        self.env.cr.execute(
            sql_file(
                "ledger_project",
                uid=self.env.uid,
                state=self._state_sql(),
                asset_ids=list(registers),
                kode_registers=[pair[0] for pair in registers.values()],
                registers=[pair[1] for pair in registers.values()],
            )
        )
        self.invalidate_recordset(flush=False)

    def _scope(self):
        return SQL("asset_id = ANY(%s)", self.ids)

    def _state_sql(self, until=None):
        """Query for the state of these assets at a date, or the latest.

        :return: SQL with columns asset_id, nilai, jumlah, unit_id, code_id, kondisi,
            komptabel, room_id, holder_id, state; no row for an asset that had no entry
            yet
        """
        scope = self._scope()
        if until:
            scope = SQL("%s AND booking_date <= %s", scope, until)
        return sql_file("ledger_state", scope=scope)

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
                    scope=SQL("asset_id = ANY(%s)", ids) if some else SQL("TRUE"),
                ),
                assets=SQL("asset.id = ANY(%s)", ids) if some else SQL("TRUE"),
            )
        )
        names = ("asset_id", "field", "projected", "booked")
        return [dict(zip(names, row, strict=True)) for row in self.env.cr.fetchall()]


def _plain(name, value):
    """A value as the database takes it: exact numbers, NULL where there is none."""
    if name in NUMBERS:
        return str(value or 0)
    return value or None

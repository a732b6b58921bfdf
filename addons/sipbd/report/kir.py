from dataclasses import replace

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.model import Column, Heading, Signer

from .asset_report import SIGNERS, count_column, money_column


class RoomReport(models.AbstractModel):
    """Kartu Inventaris Ruangan: the goods in the rooms of a unit at a date.

    In one room (option ``room_id``), or in all rooms of the units: then each room has
    a card of its own, signed by who answers for it.
    """

    _name = "sipbd.room.report"
    _description = "Kartu Inventaris Ruangan"
    _inherit = ["sipbd.register.report"]

    _report_asks = frozenset({"room_id"})
    _form_title = ("KARTU INVENTARIS RUANGAN",)
    _by_room = True

    def _room(self, options):
        """The room that is asked for, or an empty record."""
        return options.extra.get("room_id") or self.env["sipbd.ruang"]

    def _check_options(self, options):
        super()._check_options(options)
        room = self._room(options)
        if not room:
            return
        room.check_access("read")
        place, unit = room.unit_id, options.unit
        below = options.with_sub_units and (place.parent_path or "").startswith(
            unit.parent_path
        )
        if place != unit and not below:
            raise UserError(
                self.env._(
                    "%(room)s is a room of %(place)s: choose that unit, or a room of "
                    "%(unit)s.",
                    room=room.display_name,
                    place=place.display_name,
                    unit=unit.display_name,
                )
            )

    def _answer(self, unit, name, word):
        if name != "room_id":
            return super()._answer(unit, name, word)
        rooms = self.env["sipbd.ruang"].search(
            [("code", "=", word), ("unit_id", "child_of", unit.id)]
        )
        if len(rooms) == 1:
            return rooms
        raise UserError(
            self.env._(
                "%(count)s rooms with the code %(code)s in %(unit)s.",
                count=len(rooms),
                code=word,
                unit=unit.display_name,
            )
        )

    def _labels(self, options):
        if self._room(options):
            return ()
        return (*super()._labels(options), "ruang")

    def _identity_right(self, options):
        room = self._room(options)
        shown = "Semua"
        if room:
            words = (self._was(options, room, name) for name in ("code", "name"))
            shown = " ".join(filter(None, words))
        return (*super()._identity_right(options), ("RUANGAN", shown))

    def _card(self, options):
        if self._room(options):
            return None
        cards = {}

        def card(labels):
            if not cards:
                cards.update(self._cards(options))
            unit_id, room_id = cards[labels]
            return self._describe(
                replace(
                    options,
                    unit=self.env["hr.department"].sudo().browse(unit_id),
                    with_sub_units=False,
                    extra={
                        **options.extra,
                        "room_id": self.env["sipbd.ruang"].sudo().browse(room_id),
                    },
                )
            )

        return card

    def _cards(self, options):
        """Unit and room of each card, by the labels of its rows."""
        labels = [SQL.identifier(label) for label in self._labels(options)]
        query = SQL(
            "SELECT DISTINCT unit_id, room_id, %s FROM (%s) form",
            SQL(", ").join(labels),
            self._listing(options),
        )
        rows = self._read_all(options, query)
        return {tuple(words): (unit, room) for unit, room, *words in rows}

    def _form_signers(self, options):
        """In charge of the room, pengurus barang, and the kepala OPD who knows."""
        known_by, keeper = self._signers(options, SIGNERS)
        person = self._room(options).sudo().employee_id
        in_charge = Signer(
            title="Penanggung Jawab Ruangan",
            name=person._signed_name(),
            nip=person.nip or "",
        )
        return (known_by, in_charge, keeper)

    def _goods(self, options, held):
        goods, room = super()._goods(options, held), self._room(options)
        if room:
            return SQL("%s AND %s.room_id = %s", goods, SQL.identifier(held), room.id)
        return SQL("%s AND %s.room_id IS NOT NULL", goods, SQL.identifier(held))


class Kir(models.AbstractModel):
    """KIR of Permendagri 17/2007: 14 columns.

    Keadaan barang is counted in three columns; column 9 says quantity and register.
    """

    _name = "report.sipbd.kir"
    _description = "KIR – Permendagri 17/2007"
    _inherit = ["sipbd.room.report"]

    _report_code = "kir"
    _report_title = "KIR – Kartu Inventaris Ruangan"

    def _columns(self, options):
        return (
            Column("nomor", "No.\nUrut", 10, "1", kind="int"),
            Column("nama", "Jenis Barang/\nNama Barang", 44, "2"),
            Column("merk_type", "Merk / Model", 30, "3"),
            Column("nomor_pabrik", "No. Seri\nPabrik", 26, "4"),
            Column("ukuran", "Ukuran", 20, "5"),
            Column("bahan", "Bahan", 18, "6"),
            Column("tahun", "Tahun\nPembuatan/\nPembelian", 18, "7", kind="int"),
            Column("kode", "No. Kode\nBarang", 29, "8"),
            Column("jumlah_register", "Jumlah Barang/\nRegister", 22, "9"),
            money_column("Harga Beli/\nPerolehan", 29, "10", options.in_thousands),
            Heading(
                "Keadaan Barang",
                (
                    count_column("Baik\n(B)", 13, "11", key="baik"),
                    count_column("Kurang Baik\n(KB)", 13, "12", key="kurang_baik"),
                    count_column("Rusak Berat\n(RB)", 13, "13", key="rusak_berat"),
                ),
            ),
            Column("keterangan", "Keterangan\nMutasi dll.", 26, "14"),
        )


class KirP47(models.AbstractModel):
    """KIR in the columns that systems after Permendagri 47/2021 print: 12 of them.

    The official text was not seen: the order of the columns is UNCONFIRMED.
    """

    _name = "report.sipbd.kir_p47"
    _description = "KIR – Permendagri 47/2021"
    _inherit = ["sipbd.room.report"]

    _report_code = "kir_p47"
    _report_title = "KIR – Permendagri 47/2021 (susunan kolom belum dikonfirmasi)"

    def _columns(self, options):
        return (
            Column("nomor", "No.", 10, "1", kind="int"),
            Column("nibar", "NIBAR", 40, "2"),
            Column("kode_register", "Kode Register", 40, "3"),
            Column("kode", "Kode Barang", 28, "4"),
            Column("nama_kode", "Nama Barang", 36, "5"),
            Column("nama", "Spesifikasi\nNama Barang", 36, "6"),
            Column("merk_type", "Merek / Tipe", 26, "7"),
            Column("tahun", "Tahun\nPerolehan", 16, "8", kind="int"),
            count_column("Jumlah", 14, "9"),
            Column("satuan", "Satuan", 14, "10"),
            money_column("Nilai\nPerolehan", 28, "11", options.in_thousands),
            Column("keterangan", "Keterangan", 24, "12"),
        )

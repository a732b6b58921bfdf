from datetime import timedelta

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from .import_asset import NAMED_FIELDS, PSEUDO_FIELDS
from .sql_file import sql_file

# What the parts of a number are made of, and the columns of the items with it.
NUMBERED_BY = {
    "unit_id": "unit_id",
    "code_id": "kode_id",
    "tahun": "tahun",
    "pemilik": "pemilik",
    "komptabel": "komptabel",
}
# What else of the items goes into an asset.
ITEM_COLUMNS = (
    "row_id",
    "unit_id",
    "kode_id",
    "pemilik",
    "komptabel",
    "kondisi",
    "cara_perolehan",
    "tahun",
    "nilai",
)


class ImportAsset(models.AbstractModel):
    """Loading and undoing, in a few statements for the whole set.

    What the statements pass by is done here by hand: access (the checks have seen to
    the units), stored computed columns (kib), numbers, the first ledger entries, the
    cache. There is no chatter on assets.
    """

    _inherit = "sipbd.import.asset"

    def _load(self, load):
        # Nothing is booked before the cut-off date.
        self.env["sipbd.period"]._require_open([load.cut_off_date])
        items = SQL.identifier(f"sipbd_import_{load.id}_item")
        with self._set_plans():
            self._make_items(load, items)
            count = self._insert_assets(load)
            self._insert_entries(load, items)
        self.env["sipbd.asset"].invalidate_model()
        self.env["sipbd.entry"].invalidate_model()
        return count

    def _make_items(self, load, items):
        # Of the fields themselves: default_get would take them out of the context,
        # which is the caller's.
        assets = self.env["sipbd.asset"]
        defaults = {
            name: assets._fields[name].default(assets)
            for name in ("pemilik", "komptabel")
        }
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", items))
        self.env.cr.execute(
            sql_file(
                "import_items",
                items=items,
                work=self._work_table(load),
                remaining=sql_file("import_remaining"),
                cut_off=load.cut_off_date,
                today=self.env.company.sudo()._pemda_today(),
                pemilik=defaults["pemilik"],
                komptabel=defaults["komptabel"],
                cara_perolehan=load.cara_perolehan or "0110",
            )
        )
        self._count_rows(items)
        self.env.cr.execute(SQL("SELECT min(booking_date) FROM %s", items))
        days = [day for (day,) in self.env.cr.fetchall() if day]
        self.env["sipbd.period"]._require_open(days)

    def _numbered_items(self, load):
        """SQL query of the items with the numbers that are issued to them."""
        return self.env["pemda.numbering"]._issue_query(
            {"nibar": "sipbd.nibar", "kode_register": "sipbd.kode_register"},
            f"sipbd_import_{load.id}_item",
            NUMBERED_BY,
            "asset_id",
            parts_of=self.env["sipbd.asset"].sudo()._number_parts,
            also=ITEM_COLUMNS,
        )

    def _insert_assets(self, load):
        """Number the items and make assets of them.

        :return: how many
        """
        named = {*PSEUDO_FIELDS, *NAMED_FIELDS}
        described = [n for n in self._record_fields(load) if n not in named]
        columns = [SQL.identifier(name) for name in described]
        self.env.cr.execute(
            sql_file(
                "import_asset",
                items=self._numbered_items(load),
                work=self._work_table(load),
                load=load.id,
                uid=self.env.uid,
                now=fields.Datetime.now(),
                # characters at the end of a kode register that are its number
                register_width=self.env["sipbd.asset"]._register_width(),
                columns=SQL("").join(SQL(", %s", column) for column in columns),
                values=SQL("").join(SQL(", work.%s", column) for column in columns),
            )
        )
        return self.env.cr.rowcount

    def _insert_entries(self, load, items):
        self.env.cr.execute(
            sql_file(
                "import_entry",
                items=items,
                load=load.id,
                uid=self.env.uid,
                now=fields.Datetime.now(),
                document=load.document_number or load.filename,
                document_date=load.cut_off_date,
            )
        )

    def _undo(self, load, reason):
        assets = self.env["sipbd.asset"].sudo().search([("load_id", "=", load.id)])
        self._check_undo_scope(assets)
        today = self.env.company.sudo()._pemda_today()
        closed = assets._closed_until()
        self.env["sipbd.period"]._require_open([closed + timedelta(days=1)])
        assets._lock_for_booking()
        self.env.cr.execute(
            sql_file(
                "import_undo",
                load=load.id,
                uid=self.env.uid,
                now=fields.Datetime.now(),
                today=today,
                closed=closed,
                document=load.document_number or load.filename,
                reason=reason,
            )
        )
        count = self.env.cr.rowcount
        self.env["sipbd.entry"].invalidate_model()
        assets._project()
        assets._check_sound()
        return count

    def _check_undo_scope(self, assets):
        """What has left the user's units since is not his to take back."""
        allowed = self._import_units()
        if allowed is None:
            return
        gone = assets.search(
            [("id", "in", assets.ids), "!", ("unit_id", "child_of", allowed)], limit=20
        )
        if gone:
            raise UserError(
                self.env._(
                    "These assets now belong to units outside your office; ask there, "
                    "or the pengelola, to undo the load:\n%(assets)s",
                    assets="\n".join(
                        f"{asset.nibar}: {asset.unit_id.name}" for asset in gone
                    ),
                )
            )

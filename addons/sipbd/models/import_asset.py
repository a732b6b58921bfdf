from odoo import api, models

# Fields of the pipeline that are no columns of an asset, and their types in SQL.
PSEUDO_FIELDS = {
    "kode": "text",
    "register": "text",
    "items": "numeric",
    "unit_code": "text",
    "unit_name": "text",
    "kode_lokasi": "text",
    # opening balance of the depreciation; umur: see sql/import_check_opening.sql
    "akumulasi": "numeric",
    "sisa_semester": "numeric",
    "sisa_bulan": "numeric",
    "umur": "numeric",
}
OPENING_FIELDS = {"akumulasi", "sisa_semester", "sisa_bulan", "umur"}
# Columns that the INSERT itself names, since it makes something of them.
NAMED_FIELDS = (
    "name",
    "nilai_perolehan",
    "tahun_perolehan",
    "tanggal_perolehan",
    "cara_perolehan",
    "kondisi",
    "komptabel",
    "pemilik",
)
# Columns that the checks look at, whether the file has them or not.
CHECKED_FIELDS = (
    *NAMED_FIELDS,
    "nomor_pabrik",
    "nomor_rangka",
    "nomor_mesin",
    "nomor_polisi",
)
# Fixed by the ledger or the numbering; a file cannot set them.
CLOSED_FIELDS = frozenset(
    {
        "id",
        "nibar",
        "kode_register",
        "register",
        "register_lama",
        "code_id",
        "kib",
        "unit_id",
        "jumlah",
        "state",
        "load_id",
    }
)
SQL_TYPES = {
    "char": "text",
    "text": "text",
    "selection": "text",
    "date": "date",
    "float": "numeric",
    "monetary": "numeric",
    "integer": "numeric",
}
MAX_ITEMS_PER_ROW = 10_000


class ImportAsset(models.AbstractModel):
    """A KIB in a file becomes assets with their first ledger entries.

    Checks are in ``import_asset_check.py``, loading and undoing in
    ``import_asset_load.py``; each works on whole sets by the statements of
    ``sipbd/sql/import_*.sql``.
    """

    _name = "sipbd.import.asset"
    _inherit = "pemda.import.target"
    _description = "Assets (KIB A-F)"

    _import_model = "sipbd.asset"
    _import_group = "sipbd.group_asset_clerk"
    _import_reader_group = "sipbd.group_asset_reader"

    def _tables(self):
        return ("sipbd_asset", "sipbd_entry")

    def _settle(self):  # pylint: disable=missing-return
        super()._settle()
        self.env["sipbd.asset.total"]._fold()

    @api.model
    def _asset_columns(self):
        """Columns of an asset that a file may fill: {name: SQL type}."""
        fields = self.env["sipbd.asset"]._fields
        return {
            name: SQL_TYPES[field.type]
            for name, field in fields.items()
            if field.store and field.type in SQL_TYPES and name not in CLOSED_FIELDS
        }

    def _confirmable_kinds(self):
        return super()._confirmable_kinds() | {
            "value-missing",
            "number-repeated",
            "number-known",
            "item-known",
            "umur-is-remaining",
        }

    def _finding_messages(self):
        _ = self.env._
        return {
            **super()._finding_messages(),
            "code-missing": _("No code of goods."),
            "code-unknown": _(
                "The code is not in the list of Permendagri 108/2016. Say below what "
                "it means."
            ),
            "code-old": _(
                "Code of the old book (Permendagri 17/2007). Say below which code it "
                "is now."
            ),
            "code-not-lowest": _("The code is not of the seventh level."),
            "code-not-asset": _(
                "The code belongs to supplies or to depreciation, not to assets."
            ),
            "code-of-other-kib": _("The code does not belong to KIB %(kib)s."),
            "unit-missing": _(
                "The row names no unit, and the load is for the whole pemda. Choose "
                "the unit of the file."
            ),
            "unit-unknown": _("The unit is not known. Say below which one is meant."),
            "unit-out-of-scope": _(
                "The unit lies outside the unit of this load or outside your office."
            ),
            "unit-not-in-force": _("The unit is not in force on the cut-off date."),
            "unit-without-code": _("The unit has no code to number its assets by."),
            "heading-names-other-unit": _(
                "The heading of the sheet names “%(unit)s”. The rows go into the unit "
                "that was chosen for the load."
            ),
            "name-missing": _("No name; the name of the code is taken."),
            "value-missing": _("No value. With a reason they are loaded at Rp 0."),
            "value-negative": _("The value is below zero."),
            "value-zero": _("The value is zero."),
            "value-huge": _("The value is Rp 1,000 trillion or more."),
            "akumulasi-implausible": _(
                "The accumulated depreciation is below zero or above the value."
            ),
            "remaining-implausible": _(
                "The remaining life is no whole number between 0 and 200 years."
            ),
            "remaining-differs": _(
                "The remaining life is said twice, differently: in months and in "
                "semesters. The months count."
            ),
            "umur-is-remaining": _(
                "“Umur” seems to hold the REMAINING semesters: value × umur ÷ book "
                "value is a whole life of %(years)s years. With a reason it is loaded "
                "as that."
            ),
            "umur-not-used": _(
                "“Umur” is not taken over: it may be the whole or the remaining life. "
                "The life is that of the table."
            ),
            "items-implausible": _(
                "The row stands for no item, for part of one or for more than %(max)s."
            ),
            "year-missing": _("No year of acquisition; it stays empty."),
            "year-in-future": _("The year of acquisition is still to come."),
            "year-implausible": _("The year of acquisition is before 1900."),
            "year-differs": _("Year and date of acquisition differ; the date counts."),
            "date-in-future": _("The date of acquisition is still to come."),
            "date-implausible": _("The date “%(column)s” is before 1900."),
            "number-too-big": _("The number in “%(column)s” is too big."),
            "value-not-allowed": _("“%(column)s” holds something unknown."),
            "register-repeated": _(
                "The same code and register occur more than once in this unit."
            ),
            "item-known": _(
                "This item is in the register of the unit already: same code, former "
                "register, year, value and numbers."
            ),
            "register-known": _(
                "Another asset of the unit has this code and former register already."
            ),
            "number-repeated": _("“%(column)s” occurs more than once in the file."),
            "number-known": _(
                "“%(column)s” belongs to an asset in the register already."
            ),
            "code-name-differs": _(
                "Another list of codes gives this code the name that stands in the "
                "file; ours means something else. Check the code."
            ),
        }

    def _result_action(self, load):
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_asset_action"
        )
        return {
            **action,
            "domain": [("load_id", "=", load.id)],
            "context": {},
            "name": load.filename,
        }

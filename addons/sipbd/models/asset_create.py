import base64
import math

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules import numbers
from .ledger_key import has_ledger_key, with_ledger_key
from .sipbd_entry import DOCUMENTS

# What create() makes itself and nobody may give.
ISSUED_FIELDS = frozenset(
    {
        "nibar",
        "kode_register",
        "register",
        "kib",
        "state",
        "room_id",
        "holder_id",
        "load_id",
        "entry_ids",
    }
)
DOCUMENT_FIELDS = ("document_kind", "document_number", "document_date")
# Given with the document and kept with the first entry.
GIVEN_FIELDS = (
    *DOCUMENT_FIELDS,
    "document_scan",
    "document_scan_name",
    "opening_akumulasi",
    "opening_sisa_bulan",
)


class Asset(models.Model):
    """Entering an asset: numbers and the first entry, in the same transaction."""

    _inherit = "sipbd.asset"

    document_kind = fields.Selection(
        selection=DOCUMENTS,
        string="Source document",
        compute="_compute_document",
        readonly=False,
        help="Document by which the asset is entered; part of the first entry.",
    )
    document_number = fields.Char(compute="_compute_document", readonly=False)
    document_date = fields.Date(
        compute="_compute_document",
        readonly=False,
        help="The asset is booked on this date.",
    )
    document_scan = fields.Binary(
        string="Scan", compute="_compute_document", readonly=False, attachment=False
    )
    document_scan_name = fields.Char(compute="_compute_document", readonly=False)
    opening_akumulasi = fields.Float(
        string="Accumulated depreciation",
        digits=(20, 2),
        compute="_compute_document",
        readonly=False,
        help="Of goods taken over from an earlier register, up to the date of the "
        "document.",
    )
    opening_sisa_bulan = fields.Integer(
        string="Remaining months",
        compute="_compute_document",
        readonly=False,
        help="Of the useful life, at the date of the document; 0: by the tables.",
    )

    @api.depends("entry_ids")
    def _compute_document(self):
        entries = self.env["sipbd.entry"].search(
            [("asset_id", "in", self.ids)], order="id desc"
        )
        first = {entry.asset_id.id: entry for entry in entries}
        for asset in self:
            entry = first.get(asset.id)
            if entry:
                for name in DOCUMENT_FIELDS:
                    asset[name] = entry[name]
                asset.opening_akumulasi = entry.akumulasi
                asset.opening_sisa_bulan = entry.sisa_bulan
                asset.document_scan = asset.document_scan_name = False
                continue
            for name in GIVEN_FIELDS:
                asset[name] = asset[name]

    @api.model_create_multi
    def create(self, vals_list):
        """Enter assets with their source document.

        Each dict holds the columns of the asset and ``document_kind``,
        ``document_number``, ``document_date``, perhaps ``document_scan`` (base64)
        with its name, and for goods of an earlier register ``opening_akumulasi``
        (rupiah) and ``opening_sisa_bulan``. Numbers are issued in one set.

        :raises UserError: without a source document, with a date that cannot be
            booked, a code that holds no goods, or a value for an issued column
        """
        return self._enter(vals_list)

    def _enter(self, vals_list, entries=None):
        """See ``create``.

        :param list[dict] entries: what the first entries say beside the columns of
            the assets and the document; default: the opening balance that is given
        """
        maker = self._without_issued_defaults()
        rows, given = [], []
        for vals in vals_list:
            maker._refuse_ledger_fields(ISSUED_FIELDS & vals.keys())
            row = maker._add_missing_default_values(vals)
            said = {name: row.pop(name, None) for name in GIVEN_FIELDS}
            given.append(maker._checked_document(said))
            rows.append(maker._checked_row(row, given[-1]["document_date"]))
        entries = entries or [self._opening(said) for said in given]
        self.env["sipbd.period"]._require_open(
            {said["document_date"] for said in given}
        )
        maker._add_numbers(rows)
        created = super(Asset, with_ledger_key(maker)).create(rows)  # pylint: disable=super-method-mismatch
        assets = self.browse(created.ids)
        assets._insert_entries(
            [
                {
                    **{name: said[name] for name in DOCUMENT_FIELDS},
                    "asset_id": asset.id,
                    "kind": row["cara_perolehan"],
                    "booking_date": said["document_date"],
                    "nilai": row["nilai_perolehan"],
                    "jumlah": row["jumlah"],
                    "unit_id": row["unit_id"],
                    "code_id": row["code_id"],
                    "kondisi": row["kondisi"],
                    "komptabel": row["komptabel"],
                    **entry,
                }
                for asset, row, said, entry in zip(
                    assets, rows, given, entries, strict=True
                )
            ]
        )
        for asset, said in zip(assets, given, strict=True):
            if said["document_scan"]:
                scan = self._checked_file(said["document_scan"])
                asset._attach_scan(said["document_scan_name"], scan)
        return assets

    @api.model
    def _opening(self, said):
        """Opening balance of the depreciation, for the first entry.

        :raises UserError: unless the goods come from an earlier register
        """
        akumulasi = self._checked_number(said["opening_akumulasi"] or 0, 2)
        months = int(self._checked_number(said["opening_sisa_bulan"] or 0, 0))
        if not (akumulasi or months):
            return {}
        if said["document_kind"] != "daftar_lama":
            raise UserError(
                self.env._(
                    "Only goods taken over from an earlier register have an opening "
                    "balance of depreciation: choose that register as source document."
                )
            )
        if akumulasi < 0 or not 0 <= months <= 12 * 200:
            raise UserError(
                self.env._(
                    "The opening balance of depreciation cannot be negative, nor the "
                    "remaining life longer than 200 years."
                )
            )
        return {"akumulasi": akumulasi, "sisa_bulan": months}

    @api.model
    def _checked_file(self, value):
        """Content of a file that came in base64."""
        try:
            return base64.b64decode(value, validate=True)
        except (TypeError, ValueError) as error:
            raise UserError(self.env._("The scan could not be read.")) from error

    def _without_issued_defaults(self):
        """The context is the caller's: no default for what he may not give."""
        forbidden = {f"default_{name}" for name in ISSUED_FIELDS}
        context = {k: v for k, v in self.env.context.items() if k not in forbidden}
        return self.with_context(context)  # pylint: disable=context-overridden

    def write(self, vals):
        if not has_ledger_key(self.env):
            self._refuse_ledger_fields(set(GIVEN_FIELDS) & vals.keys())
        return super().write(vals)

    @api.model
    def _checked_document(self, document):
        """A complete source document with its date as ``date``."""
        if not all(document.get(name) for name in DOCUMENT_FIELDS):
            raise UserError(
                self.env._(
                    "Nothing is booked without a source document: give its kind, "
                    "number and date."
                )
            )
        day = self._checked_date(document["document_date"])
        return {**document, "document_date": day}

    @api.model
    def _checked_date(self, value):
        """The value as a date that can be booked."""
        try:
            day = fields.Date.to_date(value)
        except (TypeError, ValueError) as error:
            raise UserError(
                self.env._("%(value)s is not a date.", value=value)
            ) from error
        self._check_date(day)
        return day

    @api.model
    def _check_date(self, day):
        if day.year < 1900 or day > self.env.company.sudo()._pemda_today():
            raise UserError(
                self.env._(
                    "%(day)s cannot be booked: a date must lie between 1900 and today.",
                    day=fields.Date.to_string(day),
                )
            )

    @api.model
    def _checked_row(self, row, document_date):
        """Columns of a new asset, complete enough for its numbers and first entry."""
        for name in ("code_id", "unit_id", "cara_perolehan", "komptabel", "pemilik"):
            if not row.get(name):
                label = self.fields_get([name], ["string"])[name]["string"]
                raise UserError(self.env._("%(field)s is missing.", field=label))
        kode = self.env["sipbd.kode"].browse(row["code_id"])
        self._check_kode(kode)
        unit = self.env["hr.department"].browse(row["unit_id"])
        self._check_unit(unit, document_date)
        tanggal, tahun = row.get("tanggal_perolehan"), row.get("tahun_perolehan")
        day = self._checked_date(tanggal) if tanggal else False
        if not day and not tahun:
            day = document_date
        tahun = int(self._checked_number(tahun or day.year, 0))
        if tahun > self.env.company.sudo()._pemda_today().year:
            raise UserError(
                self.env._(
                    "The year of acquisition %(year)s is still to come.", year=tahun
                )
            )
        nilai = self._checked_number(row.get("nilai_perolehan") or 0.0, 2)
        return {
            **row,
            "name": row.get("name") or kode.name,
            "tanggal_perolehan": day,
            "tahun_perolehan": tahun,
            "nilai_perolehan": nilai,
            "jumlah": self._checked_number(row.get("jumlah") or 0.0, 2),
            "kondisi": row.get("kondisi") or False,
            "state": "aktif",
        }

    @api.model
    def _checked_number(self, number, decimals):
        """The number rounded; NaN and infinity, which JSON may carry, are refused."""
        try:
            value = float(number)
        except (TypeError, ValueError, OverflowError):
            value = math.nan
        if not math.isfinite(value):
            raise UserError(self.env._("%(number)s is not a number.", number=number))
        return round(value, decimals)

    @api.model
    def _check_kode(self, kode):
        if kode.level != 7 or kode.kib in (False, "SEDIA"):
            raise UserError(
                self.env._(
                    "%(code)s is not a code of assets: choose one of the seventh "
                    "level that is neither supplies nor depreciation.",
                    code=kode.display_name,
                )
            )

    @api.model
    def _check_unit(self, unit, day):
        begun = not unit.date_start or unit.date_start <= day
        lasting = not unit.date_end or unit.date_end >= day
        if not (unit.active and begun and lasting):
            raise UserError(
                self.env._(
                    "%(unit)s is not in force on %(day)s.",
                    unit=unit.display_name,
                    day=fields.Date.to_string(day),
                )
            )

    # Numbers ----------------------------------------------------------------------

    @api.model
    def _number_parts(self, rows):
        """Parts of the templates of NIBAR and kode register.

        :param list[dict] rows: ``unit_id``, ``code_id`` (ids), ``pemilik``,
            ``komptabel`` and ``tahun`` (int or False; a missing year is printed as
            zeros)
        :return: list of dict of text: pemilik, komptabel, wilayah (4 digits), lokasi
            (14 digits), tahun, kode (with dots), kode_digit (12 digits)
        """
        units = self.env["hr.department"].browse({row["unit_id"] for row in rows})
        places = {unit.id: unit._sipbd_number_parts() for unit in units}
        codes = self.env["sipbd.kode"].browse({row["code_id"] for row in rows})
        known = {kode.id: (kode.code, kode.code_digits) for kode in codes}
        parts = []
        for row in rows:
            kode, digits = known[row["code_id"]]
            parts.append(
                {
                    **places[row["unit_id"]],
                    "pemilik": row["pemilik"],
                    "komptabel": row["komptabel"],
                    "tahun": str(row["tahun"] or "").rjust(4, "0"),
                    "kode": kode,
                    "kode_digit": digits,
                }
            )
        return parts

    @api.model
    def _add_numbers(self, rows):
        parts = self._number_parts(
            [{**row, "tahun": row["tahun_perolehan"]} for row in rows]
        )
        nibars = self.env["pemda.numbering"]._issue("sipbd.nibar", parts)
        registers = self._issue_kode_registers(parts)
        for row, nibar, register in zip(rows, nibars, registers, strict=True):
            row.update(register, nibar=nibar)

    @api.model
    def _issue_kode_registers(self, parts):
        """Kode register and its running number, per dict of parts."""
        width = self._register_width()
        return [
            {"kode_register": number, "register": number[-width:]}
            for number in self.env["pemda.numbering"]._issue(
                "sipbd.kode_register", parts
            )
        ]

    @api.model
    def _register_width(self):
        """How many characters at the end of a kode register are its number.

        :raises UserError: when the template does not end with the number
        """
        template = self.env["pemda.numbering"]._by_code("sipbd.kode_register").template
        try:
            return numbers.register_width(template)
        except ValueError as error:
            raise UserError(
                self.env._(
                    "The template of the kode register must end with the running "
                    "number and its width, such as {urut:6}."
                )
            ) from error

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from odoo.addons.pemda_base.fields import LooseMany2one

from .ledger_key import has_ledger_key
from .sipbd_entry import KOMPTABEL, KONDISI, PEROLEHAN
from .sipbd_kode import KIB
from .trigram_index import trigram_index

# Columns that follow from the ledger or are fixed by the first entry.
LEDGER_FIELDS = frozenset(
    {
        "nibar",
        "kode_register",
        "register",
        "code_id",
        "kib",
        "unit_id",
        "tanggal_perolehan",
        "tahun_perolehan",
        "cara_perolehan",
        "jumlah",
        "nilai_perolehan",
        "kondisi",
        "komptabel",
        "room_id",
        "holder_id",
        "pemilik",
        "state",
        "load_id",
        "entry_ids",
    }
)
STATES = [
    ("aktif", "In the register"),
    ("akhir", "Ended"),
    ("batal", "Never happened"),
]


class Asset(models.Model):
    """One item (or identical items on one line) of regional property.

    What it is worth, where it is, who has it, its code, quantity and condition are
    the ledger's projection at the latest date: ``LEDGER_FIELDS`` are set with the
    first entry in ``create`` and change by ``_book`` only (``asset_ledger.py``). All
    other columns describe the item as its KIB does and are kept by the clerk of its
    unit.
    """

    _name = "sipbd.asset"
    _description = "Asset"
    # By the key: the statutory order by code would sort the whole register each time.
    _order = "id desc"
    _rec_names_search = ["nibar", "kode_register", "name", "nomor_polisi"]
    _named_to_readers_only = True

    nibar = fields.Char(string="NIBAR", readonly=True, copy=False)
    kode_register = fields.Char(readonly=True, copy=False)
    register = fields.Char(
        readonly=True, copy=False, help="Running number of the kode register."
    )
    register_lama = fields.Char(
        string="Former register", help="Register number in the earlier books."
    )
    # What the register names is not deleted (named_parents.py).
    code_id = LooseMany2one("sipbd.kode", required=True, ondelete="restrict")
    kib = fields.Selection(
        selection=KIB,
        string="KIB",
        compute="_compute_kib",
        store=True,
        precompute=True,
    )
    name = fields.Char(required=True)
    unit_id = LooseMany2one(
        "hr.department",
        required=True,
        ondelete="restrict",
        default=lambda self: self._default_unit_id(),
    )
    tanggal_perolehan = fields.Date(string="Acquired on")
    tahun_perolehan = fields.Integer(string="Year acquired", aggregator=None)
    cara_perolehan = fields.Selection(
        selection=PEROLEHAN,
        string="Way of acquisition",
        default="0101",
        required=True,
    )
    asal_usul = fields.Char(string="Origin", help="Source of funds, giver ...")
    jumlah = fields.Float(string="Quantity", digits=(16, 2), default=1, required=True)
    satuan = fields.Char(string="Unit of measure")
    nilai_perolehan = fields.Float(
        string="Acquisition value",
        digits=(20, 2),
        required=True,
        help="Rupiah, of the whole quantity.",
    )
    kondisi = fields.Selection(selection=KONDISI, string="Condition", default="B")
    komptabel = fields.Selection(selection=KOMPTABEL, default="01", required=True)
    room_id = LooseMany2one(
        "sipbd.ruang",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    holder_id = LooseMany2one(
        "hr.employee",
        string="Custodian",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    pemilik = fields.Selection(
        selection=[
            ("00", "00 Central government"),
            ("11", "11 Province"),
            ("12", "12 Kabupaten/kota"),
            ("13", "13 Other"),
            ("22", "22 Village"),
        ],
        string="Owner",
        default="12",
        required=True,
    )
    state = fields.Selection(
        selection=STATES,
        string="Status",
        readonly=True,
        copy=False,
        required=True,
        default="aktif",
    )
    keterangan = fields.Char(string="Remarks")
    # A load that assets came of is not deleted (import_load.py).
    load_id = LooseMany2one(
        "pemda.import.load",
        string="Import",
        readonly=True,
        copy=False,
        ondelete="restrict",
    )
    entry_ids = fields.One2many("sipbd.entry", "asset_id", string="Ledger")
    # Who is named in the register is not deleted (res_users.py).
    create_uid = LooseMany2one("res.users", string="Created by", readonly=True)
    write_uid = LooseMany2one("res.users", string="Last Updated by", readonly=True)

    _nibar_uniq = models.UniqueIndex(
        "(nibar varchar_pattern_ops)", "This NIBAR has been issued already."
    )
    _kode_register_uniq = models.UniqueIndex(
        "(kode_register varchar_pattern_ops)",
        "This kode register has been issued already.",
    )
    # KIB B is most of a register: it is found by going through the whole.
    _by_kib = models.Index("(kib, id) WHERE kib <> 'B'")
    # Serves unit_id alone as well.
    _by_unit = models.Index("(unit_id, kib, id)")
    # Serves code_id alone as well; an import looks its items up by all three. The
    # beginning of a register only: an index row is no place for a long text.
    _by_code = models.Index("(code_id, unit_id, left(register_lama, 200))")
    # A load writes its assets side by side.
    _by_load = models.Index("USING brin (load_id)")
    _name_trigram = trigram_index("name")
    _jumlah_positive = models.Constraint(
        "check((jumlah > 0 OR state IN ('batal', 'akhir')) AND jumlah < 1e12)",
        "The quantity must be a number above zero.",
    )
    _nilai_not_negative = models.Constraint(
        "check(nilai_perolehan >= 0 AND nilai_perolehan < 1e17)",
        "The value must be an amount of rupiah, not negative.",
    )
    _tahun_plausible = models.Constraint(
        "check(tahun_perolehan BETWEEN 1900 AND 2200)",
        "The year of acquisition lies outside 1900 to 2200.",
    )
    _tanggal_plausible = models.Constraint(
        "check(tanggal_perolehan >= '1900-01-01')",
        "The date of acquisition is before 1900.",
    )
    _tanggal_in_tahun = models.Constraint(
        "check(date_part('year', tanggal_perolehan) = tahun_perolehan)",
        "Date and year of acquisition do not agree.",
    )

    @api.model
    def _default_unit_id(self):
        """The unit of a clerk who keeps the goods of only one."""
        units = self.env.user._pemda_unit_ids("sipbd.group_asset_clerk")
        return units[0] if len(units) == 1 else False

    @api.model
    def _selection_cara_perolehan(self):
        """Ways of acquisition, for a field of another model."""
        return self._fields["cara_perolehan"]._description_selection(self.env)

    @api.depends("code_id")
    def _compute_kib(self):
        for asset in self:
            asset.kib = asset.code_id.kib

    @api.depends("name", "kode_register")
    def _compute_display_name(self):
        for asset in self:
            register = f" ({asset.kode_register})" if asset.kode_register else ""
            asset.display_name = f"{asset.name or ''}{register}"

    @api.onchange("code_id")
    def _onchange_code_id(self):
        if self.code_id and not self.name:
            self.name = self.code_id.name

    @api.onchange("tanggal_perolehan")
    def _onchange_tanggal_perolehan(self):
        if self.tanggal_perolehan:
            self.tahun_perolehan = self.tanggal_perolehan.year

    @api.model
    def _search_display_name(self, operator, value):
        """Numbers by their beginning (btree), names and plates by any part (trigram).

        A trigram index over two numbers of 45 and more digits would cost an import
        more than all other indexes together.
        """
        if operator != "ilike" or not isinstance(value, str) or not value.strip():
            return super()._search_display_name(operator, value)
        text = value.strip()
        domain = Domain("name", "ilike", text) | Domain("nomor_polisi", "ilike", text)
        if text[0].isdigit():
            domain |= Domain("nibar", "=like", f"{text}%")
            domain |= Domain("kode_register", "=like", f"{text}%")
        return domain

    def write(self, vals):
        """Descriptive columns only; the rest changes by the ledger.

        :raises UserError: when ``vals`` names a column that the ledger owns
        """
        if not has_ledger_key(self.env):
            self._refuse_ledger_fields(LEDGER_FIELDS & vals.keys())
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise UserError(
            self.env._(
                "An asset is never deleted. Book its reversal (batal) if it never "
                "happened, or its write-off if it is over."
            )
        )

    def _refuse_ledger_fields(self, names):
        if not names:
            return
        labels = self.fields_get(sorted(names), ["string"])
        raise UserError(
            self.env._(
                "%(fields)s cannot be written directly: book the change, with its "
                "source document.",
                fields=", ".join(label["string"] for label in labels.values()),
            )
        )

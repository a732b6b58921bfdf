from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.sipbd_entry import (
    KOMPTABEL,
    KONDISI,
    PENGHAPUSAN,
    PEROLEHAN,
    REKLASIFIKASI,
)

# act -> (label, on one asset only, fields that must be filled in)
ACTS = {
    "nilai": ("Correct the value", True, ()),
    "biaya": ("Add a cost or a term of construction", True, ("cost", "cara")),
    "perbaikan": ("Improvement (longer life or capacity)", True, ("cost",)),
    "kuantitas": ("Correct the quantity", True, ()),
    "masa": ("Correct the remaining useful life", True, ("new_sisa_bulan",)),
    "tanggal": ("Correct the date of acquisition", False, ("new_tanggal",)),
    "spesifikasi": ("Correct the description", True, ("spec", "new_spec")),
    "kondisi": ("Change the condition", False, ("new_kondisi",)),
    "ruang": ("Place in a room", False, ()),
    "unit": ("Move to another unit of the OPD", False, ("new_unit_id",)),
    "kode": ("Reclassify (other code)", False, ("new_code_id", "cause")),
    "selesai": ("Construction is finished", True, ("new_code_id",)),
    "komptabel": ("Move between intra- and ekstrakomptabel", False, ("new_komptabel",)),
    "rusak": ("Badly damaged or obsolete: to Aset Lain-Lain", False, ()),
    "hilang": ("Lost: to Aset Lain-Lain", False, ()),
    "kembali": ("Back from Aset Lain-Lain", False, ("new_code_id",)),
    "pecah": ("Split into several assets", True, ("piece_ids",)),
    "gabung": ("Merge other assets into this one", True, ("other_ids",)),
    "ganda": ("Recorded twice: leaves the register", False, ()),
    "akhiri": ("Struck off by decree (penghapusan)", False, ("end_kind",)),
    "batal": ("Reverse the latest entry (batal: it never happened)", True, ()),
}
# What 0703 corrects by its document; all else of the description is simply edited.
SPECS = (
    "name",
    "merk_type",
    "ukuran_cc",
    "bahan",
    "nomor_pabrik",
    "nomor_rangka",
    "nomor_mesin",
    "nomor_polisi",
    "nomor_bpkb",
    "letak",
    "nomor_sertifikat",
)


class EntryWizard(models.TransientModel):
    _inherit = "sipbd.entry.wizard"

    act = fields.Selection(
        selection=[(act, options[0]) for act, options in ACTS.items()],
        string="What happened",
        required=True,
        default="nilai",
    )
    # The asset is what the client says: it is looked at with the user's own rights.
    opd_id = fields.Many2one(related="asset_id.unit_id.opd_id", related_sudo=False)
    unit_now_id = fields.Many2one(
        related="asset_id.unit_id", string="Unit now", related_sudo=False
    )
    new_nilai = fields.Float(string="New value", digits=(20, 2))
    cost = fields.Float(string="Cost (Rp)", digits=(20, 2))
    cara = fields.Selection(
        selection=PEROLEHAN, string="Way of acquisition", default="0101"
    )
    new_jumlah = fields.Float(string="New quantity", digits=(16, 2))
    new_sisa_bulan = fields.Integer(string="Remaining months")
    new_tanggal = fields.Date(string="New date of acquisition")
    spec = fields.Selection(selection="_selection_spec", string="What was wrong")
    new_spec = fields.Char(string="Correct text")
    new_kondisi = fields.Selection(selection=KONDISI, string="New condition")
    new_room_id = fields.Many2one("sipbd.ruang", string="New room")
    new_unit_id = fields.Many2one("hr.department", string="New unit")
    new_code_id = fields.Many2one("sipbd.kode", string="New code")
    cause = fields.Selection(selection=REKLASIFIKASI, default="0601")
    new_komptabel = fields.Selection(selection=KOMPTABEL, string="New list")
    piece_ids = fields.One2many("sipbd.entry.piece", "wizard_id", string="Pieces")
    other_ids = fields.Many2many(
        "sipbd.asset",
        "sipbd_entry_wizard_other_rel",
        string="Assets that become part of it",
    )
    akumulasi = fields.Float(
        string="Their accumulated depreciation (Rp)", digits=(20, 2)
    )
    end_kind = fields.Selection(selection=PENGHAPUSAN, string="Cause of write-off")

    @api.model
    def _selection_spec(self):
        labels = self.env["sipbd.asset"].fields_get(SPECS, ["string"])
        return [(name, labels[name]["string"]) for name in SPECS if name in labels]

    @api.onchange("asset_id")
    def _onchange_asset_id(self):
        asset = self.asset_id
        self.new_nilai = asset.nilai_perolehan
        self.new_jumlah = asset.jumlah
        self.new_kondisi = asset.kondisi
        self.new_tanggal = asset.tanggal_perolehan
        self.new_komptabel = "02" if asset.komptabel == "01" else "01"

    @api.onchange("act")
    def _onchange_act(self):
        """Goods are struck off by a decree."""
        if self.act == "akhiri":
            self.document_kind = "sk"

    def _act_options(self):
        return ACTS[self.act]

    def _planned(self):
        """What the act would book; see ``sipbd.asset._plan``.

        :return: None for a reversal, which has a preview of its own
        :raises UserError: when it cannot be booked so
        """
        assets = self._assets()
        plans = {
            "nilai": lambda: assets._plan_value(self.new_nilai),
            "biaya": lambda: assets._plan_cost(self.cost, self.cara),
            "perbaikan": lambda: assets._plan_improvement(self.cost),
            "kuantitas": lambda: assets._plan_quantity(self.new_jumlah),
            "masa": lambda: assets._plan_life(self.new_sisa_bulan),
            "tanggal": lambda: assets._plan_date(self.new_tanggal),
            "spesifikasi": lambda: assets._plan_description(self.spec, self.new_spec),
            "kondisi": lambda: assets._plan_condition(self.new_kondisi),
            "ruang": lambda: assets._plan_room(self.new_room_id),
            "unit": lambda: assets._plan_unit(self.new_unit_id),
            "kode": lambda: assets._plan_code(self.new_code_id, self.cause),
            "selesai": lambda: assets._plan_finished(self.new_code_id),
            "komptabel": lambda: assets._plan_komptabel(self.new_komptabel),
            "rusak": assets._plan_damaged,
            "hilang": assets._plan_lost,
            "kembali": lambda: assets._plan_back(self.new_code_id, self.new_kondisi),
            "pecah": lambda: assets._plan_split(
                self.piece_ids._values(), self.new_jumlah
            ),
            "gabung": lambda: assets._plan_merge(
                self.other_ids._origin,
                self.new_jumlah,
                self.akumulasi,
                self.new_sisa_bulan,
            ),
            "ganda": assets._plan_twice,
            "akhiri": lambda: assets._plan_end(self.end_kind),
        }
        return plans[self.act]() if self.act in plans else None

    def _book_act(self, document):
        """:return: the assets on which was booked"""
        assets = self._assets()
        whole = {
            "tanggal": lambda: assets._correct_date(self.new_tanggal, document),
            "spesifikasi": lambda: assets._correct_description(
                self.spec, self.new_spec, document
            ),
            "pecah": lambda: assets._split(
                self.piece_ids._values(), self.new_jumlah, document
            ),
            "gabung": lambda: assets._merge(
                self.other_ids,
                self.new_jumlah,
                {**document, "last_entry_id": None},
                self.akumulasi,
                self.new_sisa_bulan,
            ),
            "akhiri": lambda: assets._end(self.end_kind, document),
            "batal": lambda: assets._reverse_latest(document),
        }
        if self.act in whole:
            return whole[self.act]()
        return assets._book_plan(self._planned(), document)

    def _check_complete(self):  # pylint: disable=missing-return
        super()._check_complete()
        if self.act == "ruang" and not self.new_room_id:
            placed = self._assets().filtered("room_id")
            if not placed:
                raise UserError(self.env._("Choose the room."))

from odoo import api, fields, models
from odoo.exceptions import AccessError

from odoo.addons.pemda_base.fields import LooseMany2one

# Codes of pembukuan, Permendagri 47/2021 Pasal 6.
KINDS = [
    ("0101", "0101 Procurement (APBD)"),
    ("0102", "0102 Grant or donation"),
    ("0103", "0103 Agreement or contract"),
    ("0104", "0104 Provision of law"),
    ("0105", "0105 Court ruling"),
    ("0106", "0106 Divestment"),
    ("0107", "0107 Found by inventory"),
    ("0108", "0108 Exchange"),
    ("0109", "0109 Cancelled write-off"),
    ("0110", "0110 Other acquisition"),
    ("03", "03 Internal receipt"),
    ("04", "04 Internal issue"),
    ("0601", "0601 Reclassified: wrong code"),
    ("0602", "0602 Reclassified: change of function"),
    ("0603", "0603 Reclassified: badly damaged or obsolete"),
    ("0604", "0604 Reclassified: lost"),
    ("0605", "0605 Reclassified: historical asset"),
    ("0606", "0606 Reclassified: provision of law"),
    ("0607", "0607 Reclassified: other cause"),
    ("0701", "0701 Correction of value"),
    ("0702", "0702 Correction: recorded twice"),
    ("0703", "0703 Correction of specification"),
    ("0704", "0704 Other correction"),
    ("08", "08 Improvement (longer life or more capacity)"),
    ("12", "12 Placed in a room (KIR)"),
    ("1301", "1301 Handed over for use"),
    ("1302", "1302 Returned from use"),
    ("1401", "1401 Written off: change of the status of use"),
    ("1402", "1402 Written off: transfer of title"),
    ("1403", "1403 Written off: court ruling"),
    ("1404", "1404 Written off: provision of law"),
    ("1405", "1405 Written off: destroyed"),
    ("1406", "1406 Written off: other cause"),
    ("batal", "Reversal (never happened)"),
]
PEROLEHAN = [kind for kind in KINDS if kind[0].startswith("01")]
PENGHAPUSAN = [kind for kind in KINDS if kind[0].startswith("14")]
REKLASIFIKASI = [kind for kind in KINDS if kind[0].startswith("06")]
DOCUMENTS = [
    ("bast", "Handover report (BAST)"),
    ("kontrak", "Contract (surat perjanjian)"),
    ("spk", "Work order (SPK)"),
    ("surat_pesanan", "Purchase order (surat pesanan)"),
    ("kuitansi", "Receipt (kuitansi)"),
    ("bukti_pembelian", "Proof of purchase"),
    ("sk", "Decree (SK)"),
    ("ba", "Official report (berita acara)"),
    ("putusan", "Court ruling"),
    ("daftar_lama", "Earlier register (KIB)"),
    ("lain", "Other document"),
]
# B, RR, RB of Permendagri 47/2021; KB of Permendagri 17/2007 is RR.
KONDISI = [
    ("B", "Good (B)"),
    ("RR", "Slightly damaged (RR/KB)"),
    ("RB", "Badly damaged (RB)"),
]
KOMPTABEL = [
    ("01", "Intrakomptabel"),
    ("02", "Ekstrakomptabel"),
]


class Entry(models.Model):
    """One line of the ledger of regional property: a difference and what holds after.

    Only ``sipbd.asset`` books entries (``create`` for the first, ``_book`` after
    that), by SQL; the database refuses to change or delete them. A change of unit,
    code or komptabel is two consecutive entries, out of the old position (negative)
    and into the new one (positive): sums by unit and code are right at any date by
    themselves.
    See ``sipbd/rules/ledger.py``.
    """

    _name = "sipbd.entry"
    _description = "Ledger entry"
    _inherit = ["pemda.append.only"]
    _order = "booking_date desc, id desc"

    # Assets and entries stay for good (named_parents.sql).
    asset_id = LooseMany2one("sipbd.asset", required=True, ondelete="restrict")
    kind = fields.Selection(selection=KINDS, required=True)
    booking_date = fields.Date(
        required=True, help="Date of the source document (Permendagri 47/2021 Pasal 6)."
    )
    document_kind = fields.Selection(selection=DOCUMENTS, required=True)
    document_number = fields.Char(required=True)
    document_date = fields.Date(required=True)
    nilai = fields.Float(
        string="Value +/-", digits=(20, 2), required=True, help="Difference in rupiah."
    )
    jumlah = fields.Float(string="Quantity +/-", digits=(16, 2), required=True)
    # What the register names is not deleted (named_parents.py).
    unit_id = LooseMany2one(
        "hr.department", string="Unit after", required=True, ondelete="restrict"
    )
    code_id = LooseMany2one(
        "sipbd.kode", string="Code after", required=True, ondelete="restrict"
    )
    kondisi = fields.Selection(selection=KONDISI, string="Condition after")
    komptabel = fields.Selection(
        selection=KOMPTABEL, string="Komptabel after", required=True
    )
    room_id = LooseMany2one("sipbd.ruang", string="Room after", ondelete="restrict")
    holder_id = LooseMany2one(
        "hr.employee", string="Custodian after", ondelete="restrict"
    )
    akumulasi = fields.Float(
        string="Accumulated depreciation +/-",
        digits=(20, 2),
        default=0,
        help="Rupiah that the entry itself carries in or out: opening balance of the "
        "first entry, split, merge.",
    )
    sisa_bulan = fields.Integer(
        string="Remaining months",
        aggregator=None,
        help="Remaining useful life after the entry where its document states it; "
        "empty: by the tables.",
    )
    joint_id = LooseMany2one(
        "sipbd.entry",
        string="Together with",
        index="btree_not_null",
        ondelete="restrict",
        help="First entry of an act on several assets (split, merge): they are "
        "reversed together.",
    )
    scan_ids = fields.One2many(
        "ir.attachment",
        "res_id",
        domain=[("res_model", "=", "sipbd.entry")],
    )
    reversal_of_id = LooseMany2one(
        "sipbd.entry", string="Reversal of", ondelete="restrict"
    )
    # A load that assets came of is not deleted (import_load.py). Looked for by the
    # assets: they have an index of it.
    load_id = LooseMany2one("pemda.import.load", string="Import", ondelete="restrict")
    # Of a corrected date of acquisition: what it was (of a year alone the date is
    # empty) and what it became; a reversal goes back by them.
    tanggal_lama = fields.Date(string="Acquired on, before")
    tahun_lama = fields.Integer(string="Year acquired, before", aggregator=None)
    tanggal_baru = fields.Date(string="Acquired on, after")
    note = fields.Text()
    # Who is named in the register is not deleted (res_users.py).
    create_uid = LooseMany2one("res.users", string="Created by", readonly=True)
    write_uid = LooseMany2one("res.users", string="Last Updated by", readonly=True)

    _by_asset = models.Index("(asset_id, booking_date, id)")
    _by_unit = models.Index("(unit_id, booking_date)")
    # Read backwards; new entries of a day are added at its end.
    _by_date = models.Index("(booking_date, id)")
    _reversed_once = models.UniqueIndex(
        "(reversal_of_id) WHERE reversal_of_id IS NOT NULL",
        "This entry has been reversed already.",
    )
    _date_plausible = models.Constraint(
        "check(booking_date >= '1900-01-01' AND document_date >= '1900-01-01')",
        "A date before 1900 cannot be booked.",
    )
    _reversal_named = models.Constraint(
        "check(reversal_of_id IS NULL OR kind = 'batal')",
        "Only a reversal names the entry that it reverses.",
    )

    @api.depends("kind", "document_number")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for entry in self:
            parts = (kinds.get(entry.kind), entry.document_number)
            entry.display_name = ", ".join(filter(None, parts))

    @api.model_create_multi
    def create(self, vals_list):
        """Refused to everybody: ``sipbd.asset`` writes entries past the ORM.

        :raises AccessError: always
        """
        raise AccessError(
            self.env._("Ledger entries are booked on the asset, not made by hand.")
        )

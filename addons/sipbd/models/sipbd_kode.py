import csv
import io

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import SQL
from odoo.tools.misc import file_open

from ..rules import kode as rules
from .sql_file import sql_file

KODEFIKASI = "sipbd/data/kodefikasi_bmd_108.csv"
# Books of the register; see rules/kode.py.
KIB = [
    ("A", "KIB A Land"),
    ("B", "KIB B Equipment and machines"),
    ("C", "KIB C Buildings"),
    ("D", "KIB D Roads, irrigation, networks"),
    ("E", "KIB E Other fixed assets"),
    ("F", "KIB F Construction in progress"),
    ("ATB", "Intangible assets"),
    ("LAIN", "Other assets"),
    ("SEDIA", "Supplies"),
]


class Kode(models.Model):
    """A code of goods of Permendagri 108/2016, or a local addition to it."""

    _name = "sipbd.kode"
    _description = "Code of goods"
    _parent_store = True
    _rec_names_search = ["code", "name"]
    _order = "code"

    code = fields.Char(required=True)
    code_digits = fields.Char(
        string="Code without dots",
        compute="_compute_from_code",
        store=True,
        precompute=True,
        index="btree_not_null",
        help="The 12 digits of a code of the seventh level.",
    )
    name = fields.Char(required=True, index="trigram")
    level = fields.Integer(
        compute="_compute_from_code",
        store=True,
        precompute=True,
        aggregator=None,
        help="1 akun, 2 kelompok, 3 jenis, 4 objek, 5 rincian objek, "
        "6 sub rincian objek, 7 sub-sub rincian objek.",
    )
    kib = fields.Selection(
        selection=KIB,
        string="KIB",
        compute="_compute_from_code",
        store=True,
        precompute=True,
        help="Book in which goods of this code are kept.",
    )
    parent_id = fields.Many2one(
        "sipbd.kode",
        compute="_compute_parent_id",
        store=True,
        precompute=True,
        index=True,
        ondelete="restrict",
    )
    parent_path = fields.Char(index=True)
    child_ids = fields.One2many("sipbd.kode", "parent_id", string="Codes below")
    is_local = fields.Boolean(
        string="Local addition",
        readonly=True,
        help="Added by this pemda; not in the published list.",
    )
    active = fields.Boolean(default=True)

    # The operator class serves LIKE 'prefix%' whatever the collation of the database.
    _code_uniq = models.UniqueIndex(
        "(code varchar_pattern_ops)", "Another entry has this code already."
    )
    _kib_level = models.Index("(kib, level)")
    # Groups of assets by code come in the order of the codes.
    _order_of_ids = models.Index("(id) INCLUDE (code)")

    @api.depends("code")
    def _compute_from_code(self):
        for kode in self:
            code = kode.code or ""
            kode.level = rules.level_of(code)
            kode.code_digits = rules.digits_of(code)
            kode.kib = rules.kib_of(code)

    @api.depends("code")
    def _compute_parent_id(self):
        wanted = {rules.parent_of(kode.code or "") for kode in self} - {None}
        found = {k.code: k.id for k in self.search([("code", "in", list(wanted))])}
        for kode in self:
            kode.parent_id = found.get(rules.parent_of(kode.code or ""))

    @api.depends("code", "name")
    def _compute_display_name(self):
        for kode in self:
            kode.display_name = f"{kode.code or ''} {kode.name or ''}".strip()

    @api.constrains("code", "parent_id")
    def _check_code(self):
        for kode in self:
            if not rules.is_valid(kode.code):
                raise ValidationError(
                    self.env._(
                        "%(code)s is not a code of goods: write it like "
                        "1.3.2.05.01.04.001.",
                        code=kode.code,
                    )
                )
            if rules.parent_of(kode.code) and not kode.parent_id:
                raise ValidationError(
                    self.env._(
                        "%(code)s has no parent %(parent)s in the list.",
                        code=kode.code,
                        parent=rules.parent_of(kode.code),
                    )
                )

    # Searching -------------------------------------------------------------------

    @api.model
    def _search_display_name(self, operator, value):
        """What starts with a digit is a code, else all its words are in the name."""
        if operator != "ilike" or not isinstance(value, str) or not value.strip():
            return super()._search_display_name(operator, value)
        code, _, words = value.strip().partition(" ")
        prefix = rules.dotted(code)
        if prefix:
            return Domain("code", "=like", f"{prefix}%") & self._words_domain(words)
        return self._words_domain(value)

    @api.model
    def _words_domain(self, text):
        return Domain.AND([Domain("name", "ilike", word) for word in text.split()])

    @api.model
    @api.readonly
    def name_search(self, name="", domain=None, operator="ilike", limit=100):
        """Names that start with what was typed come first, then the shorter ones."""
        text = (name or "").strip()
        if operator != "ilike" or not text or rules.dotted(text.partition(" ")[0]):
            return super().name_search(name, domain, operator, limit)
        found = Domain(domain or Domain.TRUE) & Domain("display_name", "ilike", text)
        query = self._search(found, limit=limit)
        column = SQL.identifier(self._table, "name")
        query.order = SQL(
            "starts_with(lower(%(name)s), lower(%(text)s)) DESC,"
            " length(%(name)s), %(code)s",
            name=column,
            text=text,
            code=SQL.identifier(self._table, "code"),
        )
        return [(kode.id, kode.display_name) for kode in self.browse(query)]

    # Writing: local additions only ------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([{**vals, "is_local": True} for vals in vals_list])

    def write(self, vals):
        self._check_local(vals)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_local_only(self):
        self._check_local({})

    def _check_local(self, vals):
        derived = {"is_local", "level", "kib", "code_digits", "parent_id"}
        if derived & vals.keys() or not all(self.mapped("is_local")):
            raise UserError(
                self.env._(
                    "The published codes of Permendagri 108/2016 cannot be changed; "
                    "only codes that were added here can."
                )
            )

    # Loading the published list ---------------------------------------------------

    @api.model
    def _load_kodefikasi(self):
        """Bring the table up to the published list; may be run again at any time."""
        buffer = io.StringIO()
        writer = csv.writer(buffer)
        with file_open(KODEFIKASI, "r") as published:
            for row in csv.DictReader(published):
                code = row["code"]
                writer.writerow(
                    (
                        code,
                        rules.digits_of(code),
                        row["name"],
                        rules.level_of(code),
                        rules.kib_of(code),
                    )
                )
        buffer.seek(0)
        self.env.flush_all()
        cr = self.env.cr
        cr.execute(
            "CREATE TEMPORARY TABLE sipbd_kode_load (code varchar, code_digits varchar,"
            " name varchar, level integer, kib varchar) ON COMMIT DROP"
        )
        cr.copy_expert("COPY sipbd_kode_load FROM STDIN (FORMAT csv)", buffer)
        cr.execute(sql_file("kode_upsert", uid=self.env.uid))
        cr.execute(sql_file("kode_tree"))
        cr.execute("DROP TABLE sipbd_kode_load")
        cr.execute("ANALYZE sipbd_kode")
        self.invalidate_model()
